/**
 * Scores the labelled sets of this folder through `understand()`. The texts are invented; the wording is that of
 * real notices. A label that is a list names every right answer; a field that a label leaves out is right when absent.
 */
import { readFileSync } from 'node:fs'
import { testArticle, testSource, testTown } from '../../testing.ts'
import type { Town } from '../../town.ts'
import { type Understood, understand } from '../../understand.ts'

const SETS = ['pay', 'positions', 'dates', 'signals', 'privacy'] as const
export type SetName = (typeof SETS)[number]

export interface Miss {
  input: string
  got: unknown
  want: unknown
}

type Label = Record<string, unknown>

const readSet = (name: SetName): Label[] =>
  readFileSync(new URL(`../${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const chineseTown: Town = { ...testTown, calendar: { '2026': { off: [], on: [] } } }
const englishTown: Town = { ...testTown, script: 'latin', languages: ['en'], currency: 'USD', country: 'US' }
const OFFICIAL_URL = 'https://www.qingshi.gov.cn/a/1.html'

interface Notice {
  title: string
  body: string
  published?: string
  official?: boolean
  table?: string[][]
  attachment?: string
  english?: boolean
}

function read(notice: Notice): Understood {
  const { title, body, published = '2026-05-06', official, table, attachment, english } = notice
  const article = testArticle({
    ...(official && { url: OFFICIAL_URL }),
    title,
    body,
    bodyHtml: `<p>${body.replaceAll('\n', '</p><p>')}</p>`,
    publishedAt: published,
    tables: table ? [{ rows: table }] : [],
    attachments: attachment ? [{ name: attachment, url: 'https://news.qingshi.example/f/1', type: '' }] : [],
  })
  const town = english ? englishTown : chineseTown
  return understand(article, { town, source: testSource, now: new Date(`${published}T04:00:00Z`) })
}

const accepts = (wanted: unknown, got: unknown) =>
  Array.isArray(wanted) ? wanted.includes(got ?? null) : (wanted ?? null) === (got ?? null)

const ENGLISH_POST = (line: string) => `Position: Maintenance Worker\nNumber of positions: 2\n${line}`
const CHINESE_POST = (line: string) => `岗位名称：维修工\n人数：3名\n${line}\n要求：吃苦耐劳，身体健康。`

function payNotice({ text, trap, running, english }: Label): Notice {
  const line = english ? `Salary: ${text}` : trap || running ? `${text}` : `薪酬待遇：${text}`
  const trapLine = english && !/\$[\d,.]+ (?:an|per)|salary|\/h|\$\d+K/iu.test(`${text}`) && /fee/iu.test(`${text}`)
  return english
    ? { title: 'Hiring: Maintenance Worker', body: ENGLISH_POST(trapLine ? `${text}` : line), english: true }
    : { title: '某物业公司招聘启事', body: CHINESE_POST(line) }
}

function scorePay(label: Label): Miss | undefined {
  const pay = read(payNotice(label)).jobs[0]?.pay
  const got = {
    min: pay?.min,
    max: pay?.max,
    period: pay?.period,
    months: pay?.monthsPerYear,
    currency: pay?.currency,
    negotiable: pay?.negotiable,
  }
  const right = Object.entries(got).every(([name, value]) => accepts(label[name], value))
  return right ? undefined : { input: `${label.text}`, got, want: label }
}

function scorePosition(label: Label): Miss | undefined {
  const title = `${label.title}`
  const { jobs, positions } = label.english
    ? read({ title: `Hiring: ${title}`, body: `Position: ${title}\nNumber of positions: 1`, english: true })
    : read({ title: `招聘${title}`, body: `岗位名称：${title}\n招聘人数：1人\n工作地点：青石市` })
  const codes = label.isco as string[]
  const right = jobs.length === 1 && codes.some((code) => positions[0]?.startsWith(code))
  return right ? undefined : { input: title, got: jobs.map((job) => `${job.title}→${job.position}`), want: codes }
}

const DATED_TITLES: Record<string, string> = {
  job: '青石市某事业单位公开招聘工作人员公告',
  fair: '青石市2026年春季大型招聘会公告',
  volunteer: '青石市志愿服务活动志愿者招募公告',
  english: 'Hiring: Office Assistant',
}

/** The last registration is what readers of `dates` alone would take for the deadline; it must agree with `closesAt`. */
function datesOf(got: Understood): Record<string, string | undefined> {
  const first = (what: string) => got.dates.find((mark) => mark.what === what)
  return {
    deadline: got.closesAt,
    from: got.dates.find((mark) => mark.what === 'registration' && mark.from)?.from,
    exam: first('exam')?.from,
    interview: first('interview')?.from,
    review: first('review')?.from,
    medical: first('medical')?.from,
    start: got.volunteer?.starts ?? first('event')?.from,
    end: got.volunteer?.ends ?? first('event')?.to,
  }
}

function scoreDates(label: Label): Miss | undefined {
  const kind = `${label.kind ?? 'job'}`
  const body =
    kind === 'english'
      ? `${label.text}\nCall us for questions.`
      : `招聘岗位：综合管理岗2名。\n${label.text}\n联系电话：0999-5550000`
  const got = read({
    title: DATED_TITLES[kind] ?? '',
    body: kind === 'volunteer' ? `项目名称：文明引导志愿服务\n${label.text}` : body,
    published: `${label.published}`,
    english: kind === 'english',
  })
  const found = datesOf(got)
  const closes = got.closesAt ?? got.jobs.find((job) => job.closes)?.closes ?? got.volunteer?.closes
  const right =
    !(label.noDeadline && closes) &&
    Object.entries(label.dates as Record<string, string[]>).every(([name, values]) => {
      const value = found[name]
      return values.includes(value && value.length > 16 ? value.slice(0, 16) : (value ?? ''))
    })
  return right ? undefined : { input: `${label.text}`, got: { closes, dates: got.dates }, want: label.dates }
}

function signalNotice(label: Label): Notice {
  if (label.english) return { title: 'Hiring: Office Assistant', body: ENGLISH_POST(`${label.text}`), english: true }
  const official = label.official === true
  const title = official ? '青石市某事业单位公开招聘工作人员公告' : '某公司招聘启事'
  const cells = label.table as Record<string, string> | undefined
  if (cells) {
    const table = [
      ['岗位名称', '招聘人数', '学历', ...Object.keys(cells)],
      ['综合岗', '2', '大专', ...Object.values(cells)],
    ]
    return { title, body: '现公开招聘工作人员，岗位见下表。', official, table }
  }
  return {
    title,
    body: `青石市某单位现招聘工作人员3名，五险一金，工作地点：青石市河东区。\n${label.text}\n联系电话：0999-5550000`,
    official,
  }
}

function scoreSignals(label: Label): Miss | undefined {
  const { flags } = read(signalNotice(label))
  const wanted = label.flags as string[]
  const optional = [...(label.optional as string[]), 'age']
  const ids = flags.map(({ id }) => id)
  const quoted = `${label.text ?? Object.values(label.table ?? {}).join(' ')}`
  const right =
    wanted.every((id) => ids.includes(id)) &&
    ids.every((id) => wanted.includes(id) || optional.includes(id)) &&
    flags.every(
      ({ raw }) => quoted.includes(raw) || raw.includes(quoted) || quoted.includes(raw.split('：').at(-1) ?? raw),
    )
  return right ? undefined : { input: quoted, got: flags, want: wanted }
}

function scorePrivacy(label: Label): Miss | undefined {
  const line = JSON.stringify(read(label as unknown as Notice))
  const left = (label.gone as string[]).filter((text) => line.includes(JSON.stringify(text).slice(1, -1)))
  const lost = (label.stay as string[]).filter((text) => !line.includes(text))
  return left.length + lost.length === 0
    ? undefined
    : { input: `${label.title}｜${label.body}`, got: { left, lost }, want: {} }
}

const SCORERS: Record<SetName, (label: Label) => Miss | undefined> = {
  pay: scorePay,
  positions: scorePosition,
  dates: scoreDates,
  signals: scoreSignals,
  privacy: scorePrivacy,
}

/** Every label that `understand()` does not meet. */
export function scoreSet(name: SetName): { cases: number; misses: Miss[] } {
  const labels = readSet(name)
  return { cases: labels.length, misses: labels.flatMap((label) => SCORERS[name](label) ?? []) }
}
