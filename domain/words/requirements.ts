/** What each language says of education, age and numbers; joined, since no phrase of one means anything in another. */
import type { RequirementWords } from './posting.ts'

export const zhRequirements: RequirementWords = {
  levels: {
    primary: '小学|国小',
    junior: '初中|国中|九年义务',
    senior: '高中|中专|技校|中技|职高|中等职业|中职|职业高中|高职中专',
    college: '大专|专科|高职|大学专科|高等职业|技师学院',
    bachelor: '本科|学士|大学(?!生|城)',
    master: '硕士|研究生',
    doctor: '博士',
  },
  noDemand: '不限|无要求|不作要求|不要求|无限制|无学历|不拘',
  educationPhrase:
    '(?:小学|初中|高中|中专|技校|大专|专科|高职|本科|硕士|博士)(?:研究生)?(?:[（(][^）)]{1,12}[）)])?(?:或|、|\\/)?(?:高中|中专|大专|专科|本科|硕士|博士)?(?:研究生)?(?:及|或)?(?:以上)?(?:文化程度|学历|文凭|毕业)|学历(?:要求)?\\s*[:：为]?\\s*(?:不限|无要求)|(?:小学|初中|高中|中专|大专|专科|本科|硕士|博士)(?:研究生)?(?:及|或)?以上',
  age: '(?:年龄(?:要求|范围|条件)?(?:在|为|不超过|[:：])?\\s*)?(?:\\d{2}\\s*(?:周岁|岁)?\\s*(?:（含）|\\(含\\))?\\s*(?:以上)?\\s*(?:[-~～—–至到、,，]|以上)\\s*)?\\d{2}\\s*(?:周岁|岁)(?:\\s*[（(][^）)]{1,30}[）)])?(?:及?以下|以内|之间|及以内|以上)?(?:\\s*[（(][^）)]{1,40}出生[^）)]{0,4}[）)])?|\\d{4}年\\d{1,2}月(?:\\d{1,2}日)?(?:[（(]含[）)])?(?:及?以后|之后|后)出生|年龄不限',
  units: '名|人|个|位',
  numbers: {},
}

export const enRequirements: RequirementWords = {
  levels: {
    primary: 'elementary education|primary education',
    junior: 'middle school|junior high',
    senior: 'high school|\\bged\\b|secondary education',
    college: "associate(?:['’]?s)?(?: degree)?|(?<!accredited |two-year )\\bcollege (?:degree|diploma)|some college",
    bachelor: "bachelor(?:['’]?s)?|baccalaureate|undergraduate degree|four-year degree",
    master: "master(?:['’]s)?(?: degree)?\\b|graduate degree",
    doctor: 'doctorate|doctoral|ph\\.?d|juris doctor|\\bm\\.?d\\.? degree',
  },
  noDemand: 'no (?:formal )?(?:education|degree|diploma)(?: is)? (?:required|needed|necessary)',
  educationPhrase:
    "(?:high school|secondary school) (?:diploma|graduat(?:e|ion)|education|equivalency)|\\bged\\b|associate(?:['’]?s)? degree|bachelor(?:['’]?s)?(?: of \\w+| degree)|baccalaureate(?: degree)?|undergraduate degree|master(?:['’]?s)?(?: of \\w+| degree)|graduate degree|doctorate|doctoral degree|ph\\.?d|juris doctor|no (?:formal )?(?:education|degree|diploma)(?: is)? (?:required|needed|necessary)",
  age: '(?:at least |minimum age(?: of|:)? ?|must be )?\\d{2} years (?:of age|old)(?: (?:or|and) (?:older|over))?|\\b\\d{2} (?:or|and) (?:older|over)\\b|\\bage[sd]? \\d{2}(?:\\+| ?[-–] ?\\d{2}| and (?:over|older|up))',
  units: 'positions?|openings?|vacanc(?:y|ies)|people|posts?|seats?|hires?',
  numbers: {
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    fifteen: 15,
    twenty: 20,
  },
}
