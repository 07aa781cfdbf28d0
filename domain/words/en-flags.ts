/** English words of the signals in a posting or call. */
import type { FlagWords } from './flag-words.ts'
import { anyOf } from './words.ts'

const ABROAD = 'overseas|abroad|Cambodia|Myanmar|Laos|Dubai|Philippines|Thailand'
const DOCUMENT =
  '(?:passport|identity (?:card|document|paper)|ID card|ID|diploma|original document|driver.s licen[sc]e)s?'
const CHAT = '(?:WhatsApp|Telegram|WeChat|Signal|Messenger)'
const ONE_SEX = '(?:males?|females?|men|women|gentlemen|ladies|boys|girls)'
const FAITH = '(?:Christian|Muslim|Jewish|Catholic|Hindu|Buddhist)s?'
const PEOPLE = '(?:white|black|Asian|Hispanic|Latino|Chinese|Indian|Caucasian)s?'

export const flags: FlagWords = {
  says: {
    fee: anyOf(
      {
        kinds:
          '\\b(?:application|registration|training|processing|placement|uniform|background check|onboarding|administration|activation|starter kit|membership|agency|booking|sign-?up|material|participation) fees?\\b',
        asked:
          '\\b(?:must|need to|have to|required to|please|you will) (?:first )?(?:pay|send|transfer)\\b[^.]{0,30}(?:[$£€]\\s?\\d|\\bfee|\\bcost)|\\b(?:pay|paid) (?:for your own|a fee)\\b',
        first: '\\b(?:upfront|up-front|advance) (?:fee|payment|cost)s?\\b',
      },
      'giu',
    ),
    deposit: anyOf({ named: '\\bdeposits?\\b', held: '\\b(?:withhold|hold back|retain)[^.]{0,20}\\bwages\\b' }, 'giu'),
    'training-loan': anyOf(
      {
        loan: '\\b(?:training|tuition|course|bootcamp)\\b[^.]{0,40}\\b(?:loans?|financ\\w{1,8}|instal\\w{1,10})\\b|\\bloans?\\b[^.]{0,30}\\b(?:training|tuition|course)\\b',
        promised: '\\bjob guaranteed? (?:after|on completion)|\\bstudy now,? pay later\\b|\\bincome share\\b',
      },
      'giu',
    ),
    impersonation: anyOf(
      {
        inside: '\\binside (?:contacts?|connections?|track|help)\\b|\\bconnections (?:in|at|inside)\\b',
        promised:
          '\\bguaranteed (?:job|hire|hiring|placement|position|appointment)\\b|\\bskip the (?:exam|interview|list)\\b|\\b(?:take|sit) the (?:exam|test) for you\\b|\\bexam answers\\b',
      },
      'giu',
    ),
    rebate: anyOf(
      {
        tasks:
          '\\b(?:like|rate|review|boost)\\w{0,4}\\b[^.]{0,30}\\b(?:products?|videos?|apps?|orders?|hotels?)\\b[^.]{0,40}\\b(?:earn|commissions?|paid|cash)|\\bfake (?:reviews?|orders?)\\b|\\border brushing\\b|\\bprepay\\w{0,6}\\b[^.]{0,30}\\bcommissions?\\b',
      },
      'giu',
    ),
    overseas: anyOf(
      {
        bait: `\\b(?:${ABROAD})\\b[^.]{0,60}\\b(?:flights?|airfare|tickets?|visa|high pay|per month|free housing)\\b|\\b(?:flights?|airfare|visa)\\b[^.]{0,30}\\b(?:${ABROAD})\\b`,
      },
      'giu',
    ),
    'id-held': anyOf(
      {
        held: `\\b${DOCUMENT}\\b[^.,]{0,30}\\b(?:held|kept|retained|withheld|surrendered)\\b`,
        hold: `\\b(?:hold|keep|retain|surrender|hand over|hand in)\\b[^.,]{0,24}\\b${DOCUMENT}\\b`,
      },
      'giu',
    ),
    'chat-only': anyOf(
      {
        only: `\\b${CHAT} only\\b|\\bonly (?:by|via|on|through) ${CHAT}\\b|\\bno calls\\b[^.]{0,20}${CHAT}`,
        add: `\\b(?:add|message|contact|text) (?:me|us|the manager) (?:on|via) ${CHAT}\\b`,
      },
      'giu',
    ),
    'too-good': anyOf(
      {
        payFirst:
          '\\b(?:earn|make)\\b[^.]{0,20}[$£€]\\s?\\d[\\d,]{2,9}[^.]{0,20}\\b(?:a|per|every) (?:day|week|hour)\\b[^.]{0,40}\\b(?:no experience|from home|your phone|easy)\\b',
        easyFirst:
          '\\b(?:no experience|from home|your phone)\\b[^.]{0,60}[$£€]\\s?\\d[\\d,]{2,9}[^.]{0,6}\\b(?:a|per|every) (?:day|week)\\b',
        dream: '\\b(?:easy money|get rich|unlimited income)\\b',
      },
      'giu',
    ),
    sex: anyOf(
      {
        only: `\\b${ONE_SEX} (?:only|preferred|need apply|wanted|applicants only|candidates only|candidates preferred)\\b|\\b${ONE_SEX} (?:need not|should not|cannot) apply\\b`,
        wanted:
          '\\b(?:must be|seeking|looking for|wanted:?|prefer(?:ably)?|only) (?:an? )?(?:young )?(?:male|female|man|woman|men|women|lad(?:y|ies)|gentlem[ae]n)\\b',
        labelled: '\\b(?:sex|gender)\\s?[:：]\\s?(?:male|female|men|women|[mf])\\b(?! ?(?:/|or|and|,))',
      },
      'giu',
    ),
    birth: anyOf(
      {
        said: '\\bpregnan\\w{1,6}\\b|\\bmarital status\\b|\\b(?:un)?married\\b|\\bsingle (?:women|men|applicants)\\b|\\bno (?:children|kids)\\b|\\bplans? to have (?:children|a baby)\\b',
      },
      'giu',
    ),
    ethnicity: anyOf(
      {
        only: `\\b${PEOPLE} (?:applicants? |candidates? |people )?(?:only|preferred)\\b|\\bno (?:immigrants|foreigners|${PEOPLE} (?:applicants|people))\\b`,
      },
      'giu',
    ),
    religion: anyOf(
      {
        only: `\\b${FAITH} (?:applicants? |candidates? )?(?:only|preferred)\\b|\\bmust be (?:an? )?(?:practi[cs]ing )?${FAITH}\\b|\\bno ${FAITH} applicants\\b|\\b(?:atheists?|non-?believers?) (?:only|need not apply)\\b`,
      },
      'giu',
    ),
    residence: anyOf(
      {
        required:
          '\\bresidency (?:is )?(?:an? )?(?:required|requirement)|\\bmust (?:be|become) (?:an? )?(?:\\w{2,20} ){0,4}residents?\\b|\\bmust (?:live|reside) (?:in|within)\\b|\\bresidents? only\\b',
        local: '\\blocals? (?:candidates? |residents? |applicants? )?(?:only|preferred)\\b|\\bno out-of-(?:town|state)',
      },
      'giu',
    ),
    'hepatitis-b': anyOf({ named: '\\bhepatitis[ -]?B\\b|\\bHBV\\b|\\bHBsAg\\b' }, 'giu'),
    age: anyOf(
      {
        limit: '\\b(?:under|no older than|not over|maximum age(?: of)?|up to age) \\d{2}\\b',
        range:
          '\\bage[sd]? \\d{2}\\s?(?:-|–|to|and)\\s?\\d{2}\\b|\\bbetween (?:the ages of )?\\d{2} and \\d{2} years\\b',
      },
      'giu',
    ),
  },
  unless: {
    fee: anyOf({
      not: '\\bno\\b[^.,]{0,30}\\b(?:fees?|costs?|charge)\\b|\\b(?:never|not|without|doesn.t|don.t)\\b[^.]{0,24}\\b(?:ask|charge|charging|require|pay|paying|fees?)\\b|\\bfree of charge\\b|\\bwaived\\b',
      borne:
        '\\b(?:we|employer|company|city|agency) (?:will )?(?:pays?|covers?|reimburses?)\\b|\\bpaid by (?:us|the)\\b|\\breimbursed?\\b',
    }),
    deposit: anyOf({
      not: '\\bno (?:\\w{2,12} ){0,2}deposits?\\b|\\bdeposit (?:is )?not\\b|\\bwithout\\b[^.,]{0,12}\\bdeposit',
      other:
        '\\bdirect deposit\\b|\\bbank deposits?\\b|\\b(?:cash|makes?|making|prepar\\w{1,4}|process\\w{0,4}|daily|record\\w{0,4}|account\\w{0,4}) (?:\\w{2,12} ){0,2}deposits?\\b|\\bdeposits? (?:of )?(?:cash|checks|funds|accounts?)\\b',
    }),
    'training-loan': anyOf({
      not: '\\bno loans?\\b|\\bfree (?:training|tuition)\\b|\\bloan (?:forgiveness|officer|repayment)\\b|\\bfinancial (?:aid|training)\\b',
    }),
    impersonation: anyOf({ not: '\\bnot?\\b|\\bnever\\b|\\bcannot\\b|\\breport\\b' }),
    rebate: anyOf({ not: '\\bfraud\\b|\\bdetect\\w{0,4}\\b|\\bremov\\w{1,4}\\b' }),
    overseas: anyOf({ other: '\\b(?:tourism|travel agent|trade|students?|study|exchange)\\b' }),
    'id-held': anyOf({
      not: '\\b(?:never|not|no)\\b|\\breturned\\b|\\bcop(?:y|ies)\\b|\\bkeep your\\b|\\b(?:hold|have) (?:a|an|valid|current)\\b',
    }),
    'chat-only': anyOf({ too: '\\bor (?:by )?(?:phone|call|email)\\b' }),
    sex: anyOf({
      both: '\\b(?:male (?:or|and) female|female (?:or|and) male|men (?:or|and) women|women (?:or|and) men|all genders|any gender|either sex|minorit|encouraged|equal opportunity|regardless)',
      things: '\\b(?:women.s|men.s|girls.|boys.) ',
    }),
    birth: anyOf({
      not: '\\b(?:regardless|discriminat\\w{1,8}|without regard|equal|on the basis|protected|accommodat\\w{1,8})\\b',
      served: '\\bpregnant (?:women|clients|patients|teens|people)\\b|\\bmarried couples\\b',
    }),
    ethnicity: anyOf({ not: '\\b(?:regardless|discriminat\\w{1,8}|without regard|equal)\\b' }),
    religion: anyOf({ not: '\\b(?:regardless|discriminat\\w{1,8}|without regard|equal)\\b' }),
    residence: anyOf({
      not: '\\b(?:no|not|without)\\b[^.,]{0,20}\\bresiden|\\bresidency (?:is )?not\\b',
      served: '\\bpermanent resident',
    }),
    'hepatitis-b': anyOf({
      medicine:
        '\\b(?:vaccin\\w{1,8}|immuniz\\w{1,8}|not require|no test|patients?|clinics?|prevention|awareness|research|not discriminat)',
    }),
  },
  examFee: anyOf({ exam: '\\b(?:exam(?:ination)?|filing|application) fees?\\b' }),
  warns: anyOf({ warns: '\\b(?:scams?|fraud(?:ulent|sters?)?|beware|be wary|phishing)\\b' }),
  duty: anyOf({
    duty: '\\b(?:responsib\\w{1,10}|duties|collects?|collecting|processes|processing|handles?|handling)\\b',
  }),
  goesOn: /^\s{0,4}(?:including|such as|and|or|nor)\b/iu,
  speaksBack: /^\s{0,4}(?:but )?(?:not|no|never|waived|free|regardless)\b/iu,
  columns: [
    ['sex', /^(?:sex|gender)$/iu],
    ['birth', /^marital status$/iu],
    ['ethnicity', /^(?:race|ethnicity)$/iu],
    ['religion', /^religion$/iu],
    ['residence', /^residency(?: requirement)?$/iu],
  ],
  noDemand:
    /^\s{0,4}(?:any|all|none|no|n\/a|not required|[-–—]{0,4})\b|\bno preference\b|\bnot required\b|male.{0,8}female|female.{0,8}male/iu,
  namingColumn: /\b(?:agency|department|name|duties|description|address|location|phone|contact|code|number|title)\b/iu,
}
