import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairDocument } from './repair.ts'

/** Written for this test: nine characters noted, every time they stand. */
const DAMAGED =
  '河東區(qū)的圖(tú)書(shū)館(guǎn)周六開(kāi)放，圖(tú)書(shū)館(guǎn)請(qǐng)市民帶證件入館(guǎn)。' +
  '館(guǎn)員說，區(qū)里的書(shū)籍已經整理好，開(kāi)館(guǎn)后可借閱五本。前后里面的干部都來了。'
const WHOLE =
  '河東區的圖書館周六開放，圖書館請市民帶證件入館。館員說，區里的書籍已經整理好，開館后可借閱五本。前后里面的干部都來了。'

const repair = (body: string, title = '') => repairDocument({ title, body })

it('removes every note of a damaged page and nothing else', () => {
  const { parts, repair: found } = repair(DAMAGED, '圖(tú)書(shū)館(guǎn)開(kāi)放')
  expect(parts).toEqual({ title: '圖書館開放', body: WHOLE })
  expect(found.class).toBe('A')
})

it('tells where each note stood in the parts as they came', () => {
  const raw = `\n${DAMAGED}`
  for (const { offset, removed } of repair(DAMAGED).repair.notes)
    expect(raw.slice(offset, offset + removed.length)).toBe(removed)
})

it('gives a title the verdict of its page', () => {
  expect(repair('正文沒有問題', '圖(tú)書(shū)館(guǎn)開(kāi)放').parts.title).toBe('圖(tú)書(shū)館(guǎn)開(kāi)放')
})

it('reads notes in full-width brackets and with combining marks', () => {
  const other = DAMAGED.replaceAll('(', '（').replaceAll(')', '）').normalize('NFD')
  expect(repair(other).parts.body).toBe(WHOLE.normalize('NFD'))
})

it('leaves on a damaged page what no damage writes', () => {
  const wrong = `${DAMAGED}電(sù)視`
  expect(repair(wrong).parts.body).toBe(`${WHOLE}電(sù)視`)
  const unchanged = `${DAMAGED}${DAMAGED}朔(shuò)方`
  expect(repair(unchanged).parts.body).toBe(`${WHOLE}${WHOLE}朔(shuò)方`)
})

describe('never touches', () => {
  it.each([
    ['an unusual word', '場面一度十分尬(gà)，朔(shuò)州重(chóng)新開放'],
    ['a word list', '學(xué)、電(diàn)、話(huà)、車(chē)四字要會寫，電(diàn)話(huà)會讀'],
    ['place names in Latin letters', '浑源(Húnyuán)、平城(Píngchéng)'],
    ['sex, class and unit', '张三(男)、甲(a)、(μg/m³)、教师(a类)、PM(pm)'],
    ['a reading that is not the character’s', '读(sù)读(sù)读(sù)读(sù)读(sù)'.repeat(4)],
    ['a language lesson', '了(liǎo)解、长(cháng)短、行(háng)业、重(chóng)复、得(děi)到'.repeat(4)],
    [
      'a verse with every character noted',
      '床(chuáng)前(qián)明(míng)月(yuè)光(guāng)疑(yí)是(shì)地(dì)上(shàng)霜(shuāng)'.repeat(3),
    ],
    ['three noted characters', '區(qū)里圖(tú)上書(shū)中'.repeat(5)],
    ['nine notes', DAMAGED.slice(0, DAMAGED.indexOf('請(qǐng)'))],
  ])('%s', (_name, body) => {
    const result = repair(body)
    expect(result.parts.body).toBe(body)
    expect(result.repair.notes).toEqual([])
  })

  it('a page that notes the same characters only now and then', () => {
    const body = `${DAMAGED}${'書館開區圖'.repeat(3)}`
    expect(repair(body).parts.body).toBe(body)
    expect(repair(body).repair.class).toBe('suspect')
  })

  it('a page whose notes stand before stops, as in a glossary', () => {
    const body = '區(qū)、圖(tú)、書(shū)、館(guǎn)、開(kāi)、'.repeat(3)
    expect(repair(body).parts.body).toBe(body)
  })

  it('a page that also notes characters which simplification leaves alone', () => {
    const body = `${DAMAGED}朔(shuò)方尬(gà)聊`
    expect(repair(body).parts.body).toBe(body)
  })
})

describe('on a page that notes have damaged', () => {
  it.each([
    ['a note between the bytes of a character', '溫?zé)岫嘤辏', '溫熱多雨'],
    ['one whose run ends in an underscore', '總?cè)萘窟_(dá)到百萬', '總容量達到百萬'],
    ['two of them in a row', '市政府?dāng)?shù)據(jù)中心', '市政府數據中心'],
    ['the same as U+FFFD', '總\ufffdcè)萘窟_(dá)到百萬', '總容量達到百萬'],
    ['the lost byte of a full stop', '結束;ヂ摼W新聞', '結束。互聯網新聞'],
    ['the same in full width', '結束；ヂ摼W新聞', '結束。互聯網新聞'],
  ])('mends %s', (_name, broken, whole) => {
    expect(repair(`${DAMAGED}\n${broken}`).parts.body).toBe(`${WHOLE}\n${whole}`)
  })

  it.each([
    ['signs that are signs', '共10人;其中女5人!他說:好,一定來。'],
    ['a question with letters behind it', '這是什么?abc)說明'],
    ['a place that bytes do not explain', '這?zé)里'],
  ])('leaves %s', (_name, text) => {
    expect(repair(`${DAMAGED}\n${text}`).parts.body).toBe(`${WHOLE}\n${text}`)
  })

  it('tells what was put in, and where it stood in the raw text', () => {
    const raw = `\n${DAMAGED}\n總?cè)萘窟_(dá)到`
    const notes = repair(raw.slice(1)).repair.notes
    expect(notes).toContainEqual({ offset: raw.indexOf('?cè)'), removed: '?cè)萘窟_', inserted: '容量達', class: 'C' })
    for (const { offset, removed } of notes) expect(raw.slice(offset, offset + removed.length)).toBe(removed)
  })
})

describe('notes without tone marks', () => {
  const PLAIN =
    '市政(zheng)(zheng)府(fu)召開(kai)會(hui)議，研究社區(qu)圖(tu)書(shu)館建設。政(zheng)府(fu)要求各單位按時完成任務。'
  const MENDED = '市政府召開會議，研究社區圖書館建設。政府要求各單位按時完成任務。'

  it('go when the page is full of them', () => {
    const { parts, repair: found } = repair(PLAIN)
    expect(parts.body).toBe(MENDED)
    expect(found.class).toBe('B')
    expect(repair(MENDED).parts.body).toBe(MENDED)
  })

  it.each([
    ['none is said twice', PLAIN.replace('(zheng)(zheng)', '(zheng)')],
    ['the text is simplified', '市政(zheng)(zheng)府(fu)召开(kai)会(hui)议研究(jiu)社区(qu)图(tu)书(shu)馆'],
    ['there are seven', PLAIN.slice(0, PLAIN.indexOf('書'))],
  ])('stay when %s', (_name, body) => {
    expect(repair(body).parts.body).toBe(body)
  })
})

it.each([
  ['溫?zé)岫嘤辏晚上涼', 'a note between the bytes of a character'],
  ['政(zheng)(zheng)府機關發佈這個消息', 'a toneless note said twice'],
])('flags %s: %s', (body) => {
  expect(repair(body).repair.class).toBe('suspect')
})

const noted = fc.constantFrom(
  '區(qū)',
  '圖(tú)',
  '書(shū)',
  '館(guǎn)',
  '開(kāi)',
  '時(shí)',
  '間(jiān)',
  '了',
  '，',
  '(qū)',
  '朔(shuò)',
  '說',
)

it('is idempotent on any mixture of notes', () => {
  fc.assert(
    fc.property(fc.array(noted, { minLength: 20, maxLength: 120 }), (pieces) => {
      const once = repair(pieces.join('')).parts.body ?? ''
      return repair(once).parts.body === once
    }),
  )
})

it('leaves text without notes as it is, byte for byte', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => repair(text, text).parts.body === text))
})

const PAGES = '../shared/pages/body'
it.skipIf(!existsSync(PAGES))('changes none of the undamaged real pages', () => {
  for (const file of readdirSync(PAGES)) {
    const body = readFileSync(`${PAGES}/${file}`, 'utf8')
    expect(repair(body).parts.body, file).toBe(body)
  }
})
