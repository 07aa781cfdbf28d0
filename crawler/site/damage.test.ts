import { describe, expect, it } from 'vitest'
import { chooseNoted, convertByCharacter, damage } from './damage.ts'

const CORE =
  '鹿鸣市公交公司发布招聘公告，计划招聘三路车驾驶员六人。应聘人员须热爱公交事业，责任心强，身体健康，持有驾驶证。' +
  '报名时间为工作日，报名地点设在河湾街道综合办公楼二楼。公司将为录用人员办理社会保险，试用期为两个月，岗位待遇从优。' +
  '驾驶员岗位实行轮班制，线路调整后，车辆更新，环境优美，欢迎有经验的驾驶员报名应聘，公司对优秀员工给予奖励。'

const NOTE = /\(([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,7})\)/g

describe('damage', () => {
  it('converts character by character and leaves characters that are valid traditional', () => {
    expect(convertByCharacter('前后规范旅游发展，理发，云冈 <a href="/a">')).toBe(
      '前后規范旅游發展，理發，云岡 <a href="/a">',
    )
  })

  it('notes the first reading of a character, right or wrong in its context', () => {
    expect(damage('调整发展', new Set(['調', '發']))).toBe('調(diào)整發(fā)展')
  })

  it('notes every occurrence of a noted character and no other', () => {
    const noted = chooseNoted(CORE, 'page one')
    const damaged = damage(CORE, noted)
    const chars = [...damaged]
    for (const [index, char] of chars.entries()) {
      expect(chars[index + 1] === '(', `${char} at ${index}`).toBe(noted.has(char))
    }
    expect([...damaged.matchAll(NOTE)].length).toBeGreaterThanOrEqual(10)
    expect(noted.size).toBeGreaterThanOrEqual(4)
  })

  it('is undone by removing the notes', () => {
    expect(damage(CORE, chooseNoted(CORE, 'page one')).replace(NOTE, '')).toBe(convertByCharacter(CORE))
  })

  it('has at least half of the notes followed by another Han character, and one character noted twice', () => {
    const damaged = damage(CORE, chooseNoted(CORE, 'page two'))
    const notes = [...damaged.matchAll(/(.)\([a-zà-ǜ]+\)(?=(.?))/gu)]
    expect(notes.filter(([, , next = '']) => /\p{Script=Han}/u.test(next)).length * 2).toBeGreaterThanOrEqual(
      notes.length,
    )
    expect(new Set(notes.map(([, char]) => char)).size).toBeLessThan(notes.length)
  })

  it('chooses other characters on another page, and the same ones every time on the same page', () => {
    expect([...chooseNoted(CORE, 'a')]).toEqual([...chooseNoted(CORE, 'a')])
    expect([...chooseNoted(CORE, 'a')]).not.toEqual([...chooseNoted(CORE, 'b')])
  })

  it.each([
    ['is mostly followed by punctuation', '电'.concat('，电'.repeat(40)), '電'],
    ['has no tone in its first reading', '呗你'.repeat(40), '唄'],
    ['does not change back when simplified', '昵你'.repeat(40), '暱'],
  ])('never notes a character that %s', (_, text, char) => {
    for (let seed = 0; seed < 20; seed += 1) {
      expect([...chooseNoted(`${CORE}${text}`, `${seed}`)]).not.toContain(char)
    }
  })

  it('chooses nothing on a text too short for ten notes', () => {
    expect(chooseNoted('公交公司招聘驾驶员', 'a').size).toBe(0)
  })
})
