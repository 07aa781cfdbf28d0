import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskHtml } from './html-masks.ts'
import { maskPersonal, maskRows } from './privacy.ts'

const idWithCheck = (stem: string) => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(stem[at]), 0)
  return stem + '10X98765432'[sum % 11]
}
/** All numbers are invented; their check digits are right. */
const VALID_ID = idWithCheck('99020119000101001')
const CARD = '6222020000000000006'
const luhn = (stem: string) => {
  for (const last of '0123456789') {
    const sum = [...`${stem}${last}`].reverse().reduce((total, digit, at) => {
      const value = Number(digit) * (at % 2 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
    if (sum % 10 === 0) return stem + last
  }
  return stem
}
const VALID_CARD = luhn(CARD.slice(0, -1))
const MOBILE = '13900000000'
const wide = (text: string) => text.replace(/[0-9X]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const spaced = (text: string, gap: string) =>
  [...text].map((sign, at) => (at > 0 && at % 4 === 0 ? gap + sign : sign)).join('')

describe('masks', () => {
  it.each([
    ['an identity number', VALID_ID],
    ['one in full-width digits', wide(VALID_ID)],
    ['one with blanks', spaced(VALID_ID, ' ')],
    ['one with dashes', spaced(VALID_ID, '-')],
    ['a bank card', VALID_CARD],
    ['one with blanks', spaced(VALID_CARD, ' ')],
    ['a mobile', MOBILE],
    ['a dashed mobile', '139-0000-0000'],
    ['a mobile with a country code', '+86 139 0000 0000'],
    ['a full-width mobile', wide(MOBILE)],
    ['a private mail address', 'someone1990@163.com'],
  ])('%s', (_name, secret) => {
    const masked = maskPersonal(`前文，${secret}，后文`, { contacts: true })
    expect(masked).not.toContain(secret)
    expect(masked).toMatch(/^前文，.*\*{3}.*，后文$/u)
  })

  it('an identity number with a wrong check digit, when it is called one', () => {
    expect(maskPersonal('身份证号：990201190001010000', { contacts: false })).not.toContain('990201190001010000')
    expect(maskPersonal('订单990201190001010000', { contacts: false })).toContain('990201190001010000')
  })

  it('at most keeps the first three signs and the last of an identity number', () => {
    expect(maskPersonal(VALID_ID, { contacts: false })).toBe(`990${'*'.repeat(14)}${VALID_ID.at(-1)}`)
  })

  it.each([
    ['exam numbers', '准考证号20260001234', '20260001234'],
    ['house addresses', '住址：青石市河东区虚构路1号楼2单元301室。', '虚构路1号楼2单元301室'],
    ['homes in a sentence', '家住河东区虚构里3号楼的老人', '虚构里3号楼'],
  ])('%s', (_name, text, secret) => {
    expect(maskPersonal(text, { contacts: true })).not.toContain(secret)
  })

  it.each(['家长电话', '预留手机号', '作者', '我的电话是', '家属联系电话', '本人手机号码'])(
    'a mobile after %s even in a notice',
    (label) => {
      expect(maskPersonal(`${label}${MOBILE}，请联系`, { contacts: true })).not.toContain(MOBILE)
    },
  )
})

describe('keeps', () => {
  it.each(['咨询电话：', '报名电话:', '监督电话 ', '联系人：王老师 ', '联系电话：0999-1234567、'])(
    'a mobile after %s in a call',
    (label) => {
      expect(maskPersonal(`${label}${MOBILE}。`, { contacts: true })).toContain(MOBILE)
      expect(maskPersonal(`${label}${MOBILE}。`, { contacts: false })).not.toContain(MOBILE)
    },
  )

  it.each([
    '电话0999-5551234，传真0999 5551235',
    '编辑部邮箱paper@163.com',
    '报名邮箱：rsk_qs@qq.com',
    'office@qingshi.gov.example',
    '2026年5月11日9:00至15日17:30',
    '文号：青政发〔2026〕12号，索引号123456789012345',
  ])('%s', (text) => {
    expect(maskPersonal(text, { contacts: false })).toBe(text)
  })
})

it('masks between tags and leaves addresses of links alone', () => {
  const html = `<p>电话${MOBILE}<a href="https://a.example/${MOBILE}.html">看</a> <a href="tel:${MOBILE}">打</a></p>`
  expect(maskHtml(html, { contacts: false })).toBe(
    `<p>电话139********<a href="https://a.example/${MOBILE}.html">看</a> <a>打</a></p>`,
  )
})

const piece = fc.oneof(
  fc.constantFrom(
    VALID_ID,
    VALID_CARD,
    MOBILE,
    'a1990@qq.com',
    '咨询电话',
    '准考证号',
    '住址：',
    '，',
    ' ',
    '-',
    '。',
    '１３９',
    '*',
    '0999-',
  ),
  fc.string({ maxLength: 6 }),
)

it('changes nothing when applied twice', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, contacts) => {
      const once = maskPersonal(pieces.join(''), { contacts })
      expect(maskPersonal(once, { contacts })).toBe(once)
    }),
    { numRuns: 500 },
  )
})

it('lets no identity number through, wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('电', '话', '，', '*', ' ', 'a') }),
      fc.integer({ min: 10 ** 16, max: 9 * 10 ** 16 }),
      (text, stem) => {
        const id = idWithCheck(String(stem))
        expect(maskPersonal(`${text}${id}${text}`, { contacts: true })).not.toContain(id)
      },
    ),
  )
})

describe('whose number it is', () => {
  it.each([
    ['考生咨询电话：', true],
    ['报名手机号：', true],
    ['家属联系电话：', false],
    ['应聘者电话：', false],
    ['老员工手机', false],
  ])('%s kept in a call: %s', (label, kept) => {
    expect(maskPersonal(`${label}${MOBILE}`, { contacts: true, call: true }).includes(MOBILE)).toBe(kept)
  })

  it('a number of nobody in particular is the caller’s only in a call', () => {
    expect(maskPersonal(`有意者请致电${MOBILE}`, { contacts: true, call: true })).toContain(MOBILE)
    expect(maskPersonal(`有意者请致电${MOBILE}`, { contacts: true })).not.toContain(MOBILE)
  })

  it('in grief none stays but the mail of an office', () => {
    const masked = maskPersonal(`联系电话${MOBILE}，家人邮箱a.b@qq.com，编辑部邮箱paper@163.com`, {
      contacts: true,
      grief: true,
    })
    expect(masked).toBe('联系电话139********，家人邮箱***，编辑部邮箱paper@163.com')
  })
})

it('keeps a column of contacts by its header, unless the rows are persons', () => {
  const options = { contacts: true, call: true }
  expect(
    maskRows(
      [
        ['岗位', '联系电话'],
        ['电工', MOBILE],
      ],
      options,
    )[1],
  ).toEqual(['电工', MOBILE])
  expect(
    maskRows(
      [
        ['姓名', '联系电话'],
        ['样某', MOBILE],
      ],
      options,
    )[1],
  ).toEqual(['样某', '139********'])
  expect(
    maskRows(
      [
        ['岗位', '联系电话'],
        ['电工', VALID_ID],
      ],
      options,
    )[1]?.[1],
  ).not.toContain(VALID_ID)
})

it('sees a number that tags cut in two, and one in what is said of a picture', () => {
  const cut = `<p>编号${VALID_ID.slice(0, 8)}<b>${VALID_ID.slice(8)}</b></p><img alt="证${VALID_ID}" src="a.png">`
  const masked = maskHtml(cut, { contacts: true }).replace(/<\/?b>/gu, '')
  expect(masked).not.toContain(VALID_ID)
  expect(masked).toContain('src="a.png"')
})

it.each([
  ['身份证号（十五位）990201010113660', '990201010113660'],
  [`身份证号\n${VALID_ID.slice(0, 9)}\n${VALID_ID.slice(9)}`, VALID_ID.slice(9)],
  [`卡号${VALID_CARD} 301室`, VALID_CARD],
  ['手机1 3 9 0 0 0 0 0 0 0 0', '9 0 0 0 0'],
])('masks %s', (text, secret) => {
  expect(maskPersonal(text, { contacts: false })).not.toContain(secret)
})

it('takes no row of figures for a phone', () => {
  expect(maskPersonal('成绩 15 80 90 75 60 12 88', { contacts: false })).toContain('15 80 90 75 60 12 88')
})

describe('masks in any writing', () => {
  const HAN = '〇一二三四五六七八九'
  const inSigns = (number: string, nought: number) =>
    number.replace(/\d/gu, (digit) => String.fromCodePoint(nought + Number(digit)))
  const inHan = (number: string) => number.replace(/\d/gu, (digit) => HAN.charAt(Number(digit)))
  const superscript = (number: string) => number.replace(/\d/gu, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)))

  it.each([
    ['a nought before it', `电话0${MOBILE}`, '电话139********'],
    ['bold digits of mathematics', `电话${inSigns(MOBILE, 0x1d7ce)}，谢`, '电话139********，谢'],
    ['Arabic digits', `电话${inSigns(MOBILE, 0x660)}`, '电话139********'],
    ['digits set high', `电话${superscript(MOBILE)}`, '电话139********'],
    ['Han digits', `电话${inHan(MOBILE)}`, '电话139********'],
    ['Han digits as they are spoken', `电话${inHan(MOBILE).replace('一', '幺')}`, '电话139********'],
    ['an identity number in Han digits', `编号${inHan(VALID_ID)}`, `编号990${'*'.repeat(14)}${VALID_ID.at(-1)}`],
  ])('%s', (_name, text, want) => {
    expect(maskPersonal(text, { contacts: false })).toBe(want)
  })

  it.each([
    `电话0999-5550123¹`,
    '二〇二六年五月十一日至一二三四五号',
    '第一、二、三、四、五、六、七、八、九、十、十一条',
  ])('but leaves %s', (text) => {
    expect(maskPersonal(text, { contacts: false })).toBe(text)
  })
})

describe('numbers over lines', () => {
  it.each([
    ['an identity number with a wrong check, by its label', '证件号码：9902011990\n00101000', '00101000'],
    ['a card that fails its check, by its label', '银行卡62220200000\n00000006', '00000006'],
    ['one digit in each line', [...VALID_ID].join('\n'), [...VALID_ID].join('\n')],
    ['a mobile of one digit in each line, by its label', `手机\n${[...MOBILE].join('\n')}`, '9\n0\n0'],
  ])('%s', (_name, text, secret) => {
    expect(maskPersonal(text, { contacts: false })).not.toContain(secret)
  })

  it('a mobile in a title, which is one line, but not in a body', () => {
    const text = `寻人${MOBILE.slice(0, 6)}\n${MOBILE.slice(6)}`
    expect(maskPersonal(text, { contacts: false, oneLine: true })).toBe('寻人139********')
    expect(maskPersonal(text, { contacts: false })).toBe(text)
  })

  it.each(['计划\n139\n0000\n0000', '139 0000\n0000', [...MOBILE].join('\n')])(
    'figures under each other are a column: %j',
    (text) => {
      expect(maskPersonal(text, { contacts: false })).toBe(text)
      expect(maskPersonal(`电话${text.replace('计划\n', '')}`, { contacts: false })).not.toBe(`电话${text}`)
    },
  )
})

it('masks a form with one sign in every cell, and whatever a row of persons says', () => {
  const options = { contacts: true, call: true }
  expect(maskRows([['证号', ...VALID_ID]], options)[0]).toEqual(['证号', ...'*'.repeat(18)])
  const rows = [
    ['姓名', '薪资'],
    ['样某', `3000元，微信同号${MOBILE}`],
  ]
  expect(maskRows(rows, options)[1]?.[1]).toBe('3000元，微信同号139********')
})
