/** Lists that stand in the scripts of their page as literals: they are read, and nothing is run. */
import { describe, expect, it } from 'vitest'
import { readList } from './list.ts'
import { markupIn, readLiteral } from './script-literals.ts'

const context = { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' }
const read = (script: string, around = '') =>
  readList(
    {
      url: 'http://www.town.example/xw/index.html',
      contentType: 'text/html',
      encoding: 'utf-8',
      text: `<html><body><div>要闻</div>${around}<ul id="list"></ul><script>${script}</script></body></html>`,
      fetchedAt: '',
    },
    context,
  )

const TITLES = [
  '鼓楼扶正工程进入第二阶段',
  '三路公交车改道后又改了回来',
  '白鹭湿地今年春天数出三十七只白鹭',
  '图书馆夜间开放首周借出四千册书',
]
const each = (make: (title: string, i: number) => string, between = '') => TITLES.map(make).join(between)
const WANTED = TITLES.map((title, i) => ({
  url: `http://www.town.example/xw/${i}1.html`,
  title,
  date: `2026-11-0${i + 1}`,
}))

describe('finds the items', () => {
  it.each([
    [
      'of records with bare keys and single quotes',
      `var dataList=[${each((title, i) => `{title:'${title}',url:'${i}1.html',date:'2026-11-0${i + 1}'}`, ',')},];show(dataList)`,
    ],
    [
      'of records in a text that is to be evaluated',
      `var all=eval('([${each((title, i) => `{"title":"${title}","url":"${i}1.html","date":"2026-11-0${i + 1}"}`, ',')}])')`,
    ],
    [
      'that a script writes',
      each(
        (title, i) => `document.write('<li><a href="${i}1.html">${title}<\\/a><span>2026-11-0${i + 1}</span></li>');\n`,
      ),
    ],
    [
      'that a script gathers',
      `var html='';${each((title, i) => `html+="<li><a href='${i}1.html'>"+"${title}"+'</a><span>2026-11-0${i + 1}</span></li>';`)}list.innerHTML=html`,
    ],
    [
      'of columns filled by place',
      each((title, i) => `urls[${i}]='${i}1.html';headers[${i}]='${title}';dates[${i}]='2026-11-0${i + 1}';`),
    ],
  ])('%s', (_, script) => {
    expect(read(script).items).toEqual(WANTED)
  })
})

it('a list for the margin of an article is not what its page lists', () => {
  const prose = `<p>${'鼓楼前的脚手架昨天拆去一半，围观的居民说，楼好像直了一点，又好像没有。'.repeat(6)}</p>`
  const script = each((title, i) => `document.write('<li><a href="${i}1.html">${title}</a> 2026-11-0${i + 1}</li>');`)
  expect(read(script, prose).items).toEqual([])
})

describe('a literal', () => {
  it('may hold comments, commas at its end, and escaped signs', () => {
    expect(readLiteral(`{a: 'it\\'s', // one\n "b-c": [1, -2.5, true, null,], /* two */ 甲: "\\u9f13\\x41",}`)).toEqual(
      {
        a: "it's",
        'b-c': [1, -2.5, true, null],
        甲: '鼓A',
      },
    )
  })

  it.each([
    '[alert(1)]',
    '{a: b}',
    `[\`\${x}\`]`,
    "['a' + c]",
    '{get a() { return 1 }}',
    '[new Date()]',
    "['open",
    '{a:1',
    '',
  ])('is not what must be run, or does not end: %s', (text) => {
    expect(readLiteral(text)).toBeUndefined()
  })

  it('sets no prototype', () => {
    expect(Object.getPrototypeOf(readLiteral('{__proto__: {a: 1}}'))).toBe(Object.prototype)
  })

  it('too deep or too long is given up', () => {
    expect(readLiteral('['.repeat(100_000))).toBeUndefined()
    expect(readLiteral(`[${'1,'.repeat(300_000)}]`)).toBeUndefined()
  })
})

it('texts that hold no tag are no markup, and those in comments are not written', () => {
  expect(markupIn(`var a='x';/* '<li>no</li>' */ w('<li>'+'yes'+'</li>')`)).toBe('\n<li>yes</li>')
})
