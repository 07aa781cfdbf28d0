/**
 * How far the expressions of understanding walk, counted in characters, never in seconds. Every method of strings that
 * takes an expression ends in `exec`; what one of them walks is from where it began to where its match ends, or the text; a sticky one looks at one place.
 */
import { afterEach, expect, it } from 'vitest'
import { testArticle, testSource, testTown } from './testing.ts'
import { understand } from './understand.ts'

const plainExec = RegExp.prototype.exec

afterEach(() => {
  RegExp.prototype.exec = plainExec
})

function stepsOf(work: () => void): number {
  let steps = 0
  RegExp.prototype.exec = function counted(this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const match = plainExec.call(this, text)
    const to = match ? match.index + match[0].length : this.sticky ? from : text.length
    steps += Math.max(1, to - from)
    return match
  }
  work()
  RegExp.prototype.exec = plainExec
  return steps
}

const read = (body: string, title = '某公司招聘公告') =>
  understand(testArticle({ title, body, bodyHtml: `<p>${body.replaceAll('\n', '</p><p>')}</p>` }), {
    town: testTown,
    source: testSource,
    now: new Date('2026-05-06T04:00:00Z'),
  })

const LENGTH = 8_000
const fill = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

it.each([
  ['a notice', '招聘保安3名，月薪3000-4000元。报名时间：5月11日至5月15日17:00，联系电话：0999-5550000。\n'],
  ['lines', '\n'],
  ['labels', '岗位名称：保安\n'],
  ['dates without a stop', '报名5月11日'],
  ['numbers', '13 9'],
  ['fees without a stop', '押金不收取'],
  ['pay', '月薪3000-'],
  ['mails', 'a@b.'],
  ['tags cut short', '<b'],
  ['brackets', '（'],
  ['English', 'Apply by August 1 to guards '],
])('%s of twice the length take at most about twice the steps', (_name, unit) => {
  const once = stepsOf(() => read(fill(unit, LENGTH)))
  const twice = stepsOf(() => read(fill(unit, LENGTH * 2)))
  expect(twice / once).toBeLessThan(2.3)
})
