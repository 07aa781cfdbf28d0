/** Pages that answer 200 and are none: errors, log-ins, challenges. Recognised and named; never solved. */
import type { Page } from '../../domain/page.ts'
import { type Glance, glanceAt, LIST, LONG } from './glance.ts'
import {
  GUARD_MARKS,
  MOVING_SCRIPT,
  PLAIN_SENTENCES,
  SENTENCES,
  SURE_TITLES,
  TITLES,
  type Words,
} from './soft-error-words.ts'

/** A notice of one sentence is as short, so words are needed too. */
const SHORT = 400
/** So much may stand around a plain sentence: names of sections, addresses, numbers of licences. */
const FURNISHED = 800

/** What is wrong, in one word and the words read (`error: 页面不存在`), or undefined for a page that can be one. */
export function isErrorPage(page: Page): string | undefined {
  const content = page.text
  if (/^\s*[[{]/.test(content)) return findRefusal(content)
  if (/^\s*<\?xml|^\s*<(?:rss|feed|urlset|sitemapindex|opml|rdf)\b/i.test(content) && !/<html/i.test(content))
    return undefined
  const seen = glanceAt(page)
  const sure = find(SURE_TITLES, seen.title)
  if (sure) return sure
  if (seen.headlines >= LIST || seen.words.length > LONG) return undefined
  return find(TITLES, seen.title) ?? findEmpty(seen) ?? findWords(seen, content)
}

function find(table: readonly Words[], text: string): string | undefined {
  for (const [pattern, kind] of table) {
    const match = pattern.exec(text)
    if (match && text !== '') return `${kind}: ${table === SENTENCES || table === PLAIN_SENTENCES ? match[0] : text}`
  }
  return undefined
}

/** Challenges send a script that computes a cookie and loads the page again; others send the reader on. */
function findEmpty({ words, around, scripts, refresh, hasRecords }: Glance): string | undefined {
  if (hasRecords || words + around !== '') return undefined
  if (MOVING_SCRIPT.test(scripts)) return 'challenge: nothing but a script'
  return /url\s*=/i.test(refresh) ? `error: nothing but a refresh to ${refresh.slice(0, 80)}` : undefined
}

function findWords({ words, around, hasPassword, isOfficial }: Glance, content: string): string | undefined {
  if (isOfficial) return undefined
  const plain = words.length <= FURNISHED ? find(PLAIN_SENTENCES, words) : undefined
  if (plain || words.length > SHORT) return plain
  const guard = GUARD_MARKS.exec(content)
  if (guard) return `challenge: ${guard[0]}`
  if (hasPassword && words.length + around.length <= SHORT) return 'login: asks for a password'
  return find(SENTENCES, words)
}

const REFUSING =
  /(?:系统|服务)?(?:繁忙|错误|异常|失败)|登录|登陆|未授权|无权|频繁|拒绝|error|denied|unauthori[sz]ed|forbidden|not found|too many|login/i

/** An interface that says in JSON why it gives nothing: a number that is no success, a sentence, and no data. */
function findRefusal(content: string): string | undefined {
  if (content.length > 2_000) return undefined
  const fields = Object.entries(parseObject(content))
  if (fields.some(([, value]) => typeof value === 'object' && value !== null && Object.keys(value).length > 0))
    return undefined
  const words = fields.find(
    ([name, value]) => /^(?:msg|message|error|errmsg|info|desc)$/i.test(name) && typeof value === 'string',
  )
  const failed = fields.some(
    ([name, value]) =>
      (/^(?:success|ok)$/i.test(name) && value === false) ||
      (/^(?:code|status|errcode|ret|state)$/i.test(name) && !/^(?:0+|1|2\d\d|ok|success|true)$/i.test(String(value))),
  )
  const sentence = String(words?.[1] ?? '')
  return failed && REFUSING.test(sentence) ? `error: ${sentence.slice(0, 80)}` : undefined
}

function parseObject(content: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(content)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {}
  } catch {
    return {}
  }
}
