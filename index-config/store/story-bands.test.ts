import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { seeded } from '../testing.ts'
import { bandsOf, likenessTo } from './story-bands.ts'

/** So many characters of a language that has no sense; the same seed gives the same text. */
function textOf(length: number, seed: number): string {
  const random = seeded(seed)
  return Array.from({ length }, () => String.fromCodePoint(0x4e00 + Math.floor(random() * 5_000))).join('')
}
const LONG = textOf(2_500, 1)
/** Nobody else's headline and address. */
let count = 0
const story = (body: string, more: { title?: string; url?: string } = {}) => {
  count += 1
  return { title: textOf(12, 1_000 + count), url: `https://a.example/${count}`, body, ...more }
}

/** As the rows are asked: one band below zero, or two others. */
function findEachOther(one: { title: string; body: string; url: string }, other: typeof one): boolean {
  const shared = bandsOf(one).filter((band) => bandsOf(other).includes(band))
  return shared.length >= 2 || shared.some((band) => band < 0)
}

describe('copies find each other', () => {
  it.each([
    ['cut after its first paragraph', LONG.slice(0, 120)],
    ['without its first paragraph', LONG.slice(150)],
    ['with another lead-in and a credit line', `本报讯（记者 某某）${LONG}（来源：某某日报）`],
    ['with one character in thirty changed', LONG.replace(/(.{29})./gu, '$1新')],
    ['in traditional script', LONG.replaceAll('岁', '歲')],
  ])('%s', (_, body) => {
    expect(findEachOther(story(LONG), story(body))).toBe(true)
    expect(likenessTo(LONG)(body)).toBe(true)
    expect(likenessTo(body)(LONG)).toBe(true)
  })

  it('by their headline, whatever hangs on it, or by their address', () => {
    const [one, other] = [textOf(300, 2), textOf(400, 3)]
    expect(findEachOther(story(one, { title: '停水通知' }), story(other, { title: '【提醒】停水通知！' }))).toBe(true)
    expect(
      findEachOther(story(one, { url: 'https://a.example/x' }), story(other, { url: 'https://a.example/x' })),
    ).toBe(true)
  })

  it.skipIf(!existsSync('../shared/understanding/duplicates.jsonl'))('as far as they are labelled', () => {
    const lines = readFileSync('../shared/understanding/duplicates.jsonl', 'utf8').trim().split('\n')
    const same = lines
      .map(
        (line) =>
          JSON.parse(line) as {
            id: string
            input: Record<'a' | 'b', ReturnType<typeof story>>
            expect: { same: boolean }
          },
      )
      .filter((one) => one.expect.same)
    const lost = same.filter(({ input: { a, b } }) => !findEachOther(a, b) || !likenessTo(a.body)(b.body))
    expect(same.length).toBeGreaterThan(0)
    expect(lost.map(({ id }) => id)).toEqual([])
  })
})

it('other texts do not, though they begin and end alike', () => {
  const frame = (middle: string) => `${LONG.slice(0, 300)}${middle}${LONG.slice(-200)}`
  expect(findEachOther(story(LONG), story(textOf(2_500, 4)))).toBe(false)
  expect(likenessTo(frame(textOf(1_500, 5)))(frame(textOf(1_500, 6)))).toBe(false)
})

it('an item has some two dozen bands at most, none of which looks like a telephone number', () => {
  const bands = bandsOf(story(LONG))
  expect(bands.length).toBeLessThanOrEqual(26)
  for (const band of bands) expect(String(Math.abs(band))).toMatch(/^\d{16}$/)
  expect(bands.every(Number.isSafeInteger)).toBe(true)
})
