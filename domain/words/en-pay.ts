/** English words of pay. */
import type { PayWords } from './pay.ts'

export const enPay: PayWords = {
  label:
    '(?:annual |base |starting |hourly )?salary(?: range)?|(?:hourly |minimum )?wages?|(?:hourly |annual )?(?:rate of )?pay(?: rate| range)?|compensation|hourly rate|stipend|remuneration',
  periods: {
    hour: 'an?\\s+hour|per\\s+hour|hourly|\\/\\s*(?:h|hr|hour)(?![a-z])',
    shift: '(?:per|a)\\s+shift|\\/\\s*shift',
    piece: 'per\\s+(?:piece|item|delivery|class|lesson|session|visit|word)',
    day: 'per\\s+(?:day|diem)|a\\s+day|daily|\\/\\s*day',
    week: 'per\\s+week|a\\s+week|weekly|\\/\\s*w(?:ee)?k',
    month: 'per\\s+month|a\\s+month|monthly|\\/\\s*mo(?:nth)?(?![a-z])',
    year: 'per\\s+(?:annum|year)|a\\s+year|p\\.?a\\.?(?![a-z])|annual|yearly|\\/\\s*y(?:ea)?r|\\/\\s*y(?![a-z])',
  },
  otherPeriods:
    '(?:per|an?|each)\\s+(?:quarter|fortnight|term|semester)|fortnightly|quarterly|bi-?weekly|semi-?monthly',
  heads: 'hourly|annual(?:ly)?|daily|weekly|monthly',
  negotiable: 'negotiable|competitive|commensurate|\\bdoe\\b|depend(?:s|ing|ent) (?:up)?on experience|\\btbd\\b',
  byPiece: 'piece ?work|piece rate',
  atLeast: '\\bfrom\\b|or more|at least|\\bminimum\\b|starting (?:at|from)|\\bstarts? at\\b|and up',
  atMost: 'up to|maximum|no more than|not to exceed',
  total: 'total compensation|on[- ]target',
  regular: 'after probation|once confirmed',
  probation: '(?:during|on) probation|training period|probation(?:ary)? (?:rate|period)',
  extra: 'bonus|allowance|overtime|differential|tip(?:s|ped)?\\b|commission',
  noWage: '\\bfees?\\b|\\bfine\\b|deposit|grant|budget|rent|loan|prize|donat|ticket',
  noMoney:
    '\\d+\\s*(?:hours?|hrs?|days?|weeks?|months?|years?|positions?|openings?|people)\\b(?! pay)|401\\s*\\(?k\\)?',
}
