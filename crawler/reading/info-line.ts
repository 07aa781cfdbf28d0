/** The line under a headline (来源、作者、发布时间), and its like elsewhere on an article page. */
import { squash } from './lines.ts'

export type Label = 'source' | 'publisher' | 'author' | 'published' | 'made' | 'updated' | 'counter' | 'other'

/** Words of publishers for each field; blanks inside them are spacing (`来 源`). */
const WORDS: readonly [Label, string][] = [
  [
    'source',
    '信息来源|资讯来源|資訊來源|文章来源|新闻来源|稿件来源|内容来源|来源于|来源|來源|稿源|出处|转自|转载自|摘自|来自|发布机构|发布单位|发文机关|發布機關|發布單位|發佈單位|發文機關|資料來源|新聞來源|发文单位|发布部门|供稿单位|Source',
  ],
  ['publisher', '发布人|发布者|發布人|發佈人'],
  [
    'author',
    '文章作者|作者|撰文|撰稿|本报记者|记者|記者|通讯员|供稿|Authors?|Autorin|Autoren|Autor|Auteurs?|Autore|Autora|Verfasser(?:in)?|Redaktion|Автор|著者|글쓴이',
  ],
  [
    'published',
    '发布日期|发布时间|發布日期|發布時間|發佈時間|发表时间|发表日期|發表時間|发稿时间|公开日期|公布日期|刊发日期|刊登日期|录入时间|添加时间|Published on|Published|Posted on|Posted|Veröffentlicht am',
  ],
  ['made', '生成日期|生成时间|生成時間'],
  ['updated', '最后更新时间|最后更新|最后修改|更新时间|更新日期|更新時間|修改时间|Last updated|Updated'],
  [
    'counter',
    '浏览次数|浏览量|浏览|点击次数|点击数|点击率|点击|阅读次数|阅读量|阅读|查看数|查看|人气|访问量|字号|字体|分享到|分享|打印|关闭|评论',
  ],
  [
    'other',
    '成文日期|发文日期|责任编辑|责编|编辑|校对|审核|审签|监制|初审|复审|终审|关键字|关键词|标签|摄影|文号|发文字号|索引号|索 引 号|主题分类|主题词|标题|时效|有效性',
  ],
]

const spaced = (words: string) => words.replace(/\p{sc=Han}(?=\p{sc=Han})/gu, '$&[ \\u3000]{0,4}')
const PATTERN = new RegExp(
  `(?<![\\p{sc=Han}\\p{L}])(?:${WORDS.map(([label, words]) => `(?<${label}>${spaced(words)})`).join('|')})\\s{0,3}(?:[:：/丨](?!in(?:nen)?\\b)[ \\t]*|[|｜][ \\t]*(?=\\p{sc=Han})|(?<=time|date| on)\\s)`,
  'giu',
)
/** `时间：` alone names the publication only where a date follows at once, its year with four digits or two. */
const BARE_TIME =
  /(?<!\p{sc=Han})(?:时间|日期|時間|日期|Date)\s{0,3}[:：]\s*(?=[12]\d{3}|\d\d([-/.])(?:0\d|1[0-2])\1[0-3]\d(?![\d./-]))/giu

/** A character that is written for a line between particulars. */
export const STROKE = /丨/g

export interface Labelled {
  label: Label
  value: string
}

/** An info line is short; whole paragraphs are not searched. */
const MAX_LINE = 400

/** Values end at two blanks, `|`, another label or the line's end; a value may stand on the line after its label. */
export function readLabels(lines: string[]): Labelled[] {
  const text = lines
    .filter((line) => line.length <= MAX_LINE)
    .join('\n')
    .replace(STROKE, '|')
    .replace(BARE_TIME, '发布时间：')
  const marks = [...text.matchAll(PATTERN)]
  return marks.flatMap((mark, index) => {
    const from = mark.index + mark[0].length
    const rest = text.slice(from, Math.min(marks[index + 1]?.index ?? text.length, from + 200))
    const value = rest.replace(/^\s*\n/, '').split(/\n|[|｜│┃]|\s{2,}|\t/, 1)[0] ?? ''
    const label = WORDS.map(([name]) => name).find((name) => mark.groups?.[name] !== undefined)
    return label === undefined || squash(value) === '' ? [] : [{ label, value: squash(value) }]
  })
}

/** A date or a clock time, where a name should end. */
const DATE_LIKE = /(?:19|20)\d\d\s*[-年/.]|\d{1,2}:\d{2}/

/** `05/08 2026`, the year in an element of its own: the year goes first, where all readers look for it. */
export function withYearFirst(line: string): string {
  return line.replace(/(?<!\S)(0[1-9]|1[0-2])([-/.])([0-3]\d)\s*(20\d\d)(?!\S)/g, '$4$2$1$2$3')
}

/** Under which sites hide that they name nobody. */
const NOBODY =
  /^(?:null|undefined|nan|none|unknown|n\/a|无|無|暂无|暫無|未知|不详|不詳|佚名|匿名|空|系统管理员|管理员|admin|administrator|root)$/i

/** The name alone: a Chinese name ends at a blank, any name before a date; '' when what is left is none. */
export function tidyName(value: string): string {
  let name = squash(value).replace(/^[\s:：,，;；【】[\]（(]+/, '')
  name = name.slice(0, name.search(DATE_LIKE) >= 0 ? name.search(DATE_LIKE) : undefined).trim()
  if (/^\p{sc=Han}/u.test(name)) name = name.split(/\s+(?![、&])/, 1)[0] ?? ''
  name = name.replace(/[\s|:：,，;；】\]>》)）·-]+$/, (tail) =>
    /[)）》]/.test(tail) && /[（(《]/.test(name) ? tail : '',
  )
  const width = [...name].length
  return width < 2 || width > 40 || /^[\d\s:.-]+$/.test(name) || NOBODY.test(name) ? '' : name
}

/** `2019-09-26 10:56 证券时报网`: what stands beside the date without a label is who published it. */
export function besideDate(lines: string[]): string {
  for (const line of lines) {
    if (line.length > 60 || !/(?:19|20)\d\d\s*[-年/.]/.test(line) || /[:：](?!\d)/.test(line)) continue
    const rest = line.replace(/[([（]?(?:19|20)\d\d[\d年月日/.:：\s-]*(?:时|分|秒)?[)\]）]?/g, ' \t ')
    const names = rest
      .split(/[\s|·•｜—\t]+/)
      .filter((part) => /^[\p{sc=Han}\w-]{2,20}$/u.test(part) && /\p{sc=Han}{2}/u.test(part))
    const name = names.find(
      (part) =>
        !/^(?:星期|周|今天|昨天|分享|字号|阅读|浏览|评论|打印|正文|首页|收藏|上午|下午|原创|转载|发表|发布|编辑|作者|更新|查看|举报|关注|小时|分钟)/.test(
          part,
        ),
    )
    if (name) return name
  }
  return ''
}

const NAME = String.raw`\p{Lu}[\p{L}.'’-]+(?: (?:de|van|von|der|la|und|and|et|y|e|\p{Lu}[\p{L}.'’-]*)){1,6}`
/** A line that holds no more than who wrote it: `半月谈记者 史卫燕`, `by Jane Doe`, `上报快讯／某某 2020年…`, `06.11.2023 13:30 von Olga`. */
const BYLINES: readonly RegExp[] = [
  /^(?:\p{sc=Han}{2,8})?(?:本报)?(?:记者|記者|通讯员|特约撰稿人|文)\s*[:：/／|]?\s*(?<name>\p{sc=Han}{2,4}(?:[ 、,，]\p{sc=Han}{2,4}){0,4})$/u,
  new RegExp(`^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|Autoren|Autorin|Autor|Texte?)\\s+(?<name>${NAME})$`, 'u'),
  /^\p{sc=Han}{2,8}[／/](?<name>\p{sc=Han}{2,6})\s+(?=(?:19|20)\d\d)/u,
  /(?:19|20)\d\d.{0,20}\s(?:by|von|par|por|di|door)\s+(?<name>\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){0,3})(?=$|\t)/u,
  /^(?:(?:Eine?|An?|Une?)\s)?(?:Interview|Kommentar|Artikel|Beitrag|Gastbeitrag|Analyse|Essay|Rezension|Reportage|Kolumne|Glosse|[Aa]rticle|[Cc]olumn|[Cc]ommentary)\s(?:von|by|de|par)\s(?<name>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){1,2})(?![\p{L}])/u,
]

export function byline(lines: string[]): string {
  for (const line of lines) {
    for (const pattern of BYLINES) {
      const name = line.length <= 80 ? pattern.exec(line)?.groups?.name : undefined
      if (name) return name
    }
  }
  return ''
}

/** `（记者唐霁）` in the lead. */
export function leadAuthor(body: string): string {
  return (
    /[(（〔【](?:本报|本网)?(?:记者|記者)\s*[:：]?\s*(\p{sc=Han}{2,4}(?:[ 、]\p{sc=Han}{2,4}){0,3})(?=[\s)）〕】／/])/u.exec(
      body.slice(0, 200),
    )?.[1] ?? ''
  )
}
