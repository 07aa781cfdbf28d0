/** English words around dates. */
import type { DateWords } from './dates.ts'

const N = '(\\d{1,2})'

export const enDates: DateWords = {
  labels: [
    [
      'registration',
      '\\bpost(?:ing)? until\\b|\\bclosing date\\b|\\blast (?:day|date) (?:to apply|of filing|for receipt)\\b',
    ],
    [
      'registration',
      '\\b(?:application|filing|registration|submission) (?:period|deadline|window|dates?)\\b|\\bdeadline\\b',
    ],
    [
      'nothing',
      '\\b(?:posted(?: on)?|posting date|date posted|post date|employment (?:begins|starts)|(?:start|hire|effective) dates?|(?:position|job|work|training) (?:starts?|begins?)|born|graduat\\w+|updated|published|issued|payday|results?|contract|degree|as amended|dated|copyright)\\b',
    ],
    ['medical', '\\bmedical exam(?:ination)?s?\\b'],
    ['exam', '\\b(?:written |civil service |qualifying |multiple-choice )?(?:exam(?:ination)?|test)s?(?: dates?)?\\b'],
    ['interview', '\\binterviews?\\b'],
    [
      'event',
      '\\b(?:job|career|hiring) (?:fairs?|events?|expo)\\b|\\bopen house\\b|\\binfo(?:rmation)? sessions?\\b|\\bvolunteer (?:day|event|shift)s?\\b|\\b(?:event|service|program) (?:dates?|time)\\b|\\bwhen\\b|\\bdate(?: (?:and|&) time)?(?=\\s*:)',
    ],
    [
      'registration',
      '\\bappl(?:y|ies|ied|ications?)\\b|\\bregist(?:er|ration)\\b|\\bsign[- ]?ups?\\b|\\brsvp\\b|\\bsubmi(?:t|tted|ssions?)\\b|\\br[eé]sum[eé]s?\\b|\\bfiling\\b',
    ],
  ],
  callLabels: [['event', '\\b(?:service|volunteering|shift) (?:period|dates?|term)\\b']],
  trailing: [
    ['nothing', '[^.;]{0,30}\\b(?:start date|posted|graduat\\w+|results)\\b'],
    ['registration', '[^.;\\d]{0,40}\\b(?:deadline|apply|application|registration|register)\\b'],
    ['exam', '[^.;\\d]{0,30}\\bexam'],
    ['interview', '[^.;\\d]{0,30}\\binterview'],
  ],
  entrants: '(?!)',
  closesBehind: '\\s*(?:deadline|is the (?:deadline|last day))',
  opensBehind: '\\s*(?:onwards?|opens?)\\b',
  closesBefore:
    '\\b(?:by|before|until|till|no later than|not later than|through|due(?: date)?|deadline(?: to apply| for applications)?|closing date|clos(?:e|es|ed|ing)(?: date)?(?: on)?|ends?(?: on)?|on or before|prior to|must be (?:received|submitted)(?: by| before)?|last (?:day|date) (?:to apply|of filing))\\s*(?:is|are|of|on|by|at)?\\s*[:：-]?\\s*',
  opensBefore: '\\b(?:from|starting|beginning|begins?|opens?(?: on)?|open on|as of)\\s*:?\\s*',
  sincePublication: '\\b(?:now|immediately|today) (?:through|until|to)\\b',
  extended: '\\bextended\\b',
  daysAfter: `\\bwithin ${N} (?:calendar )?days (?:of|from|after) (?:posting|publication|the date of (?:posting|publication))`,
  workingDaysAfter: `\\bwithin ${N} (?:business|working) days (?:of|from|after) (?:posting|publication)`,
  forDays: `\\bfor ${N} days\\b`,
  registers: 'appl|regist|submit|resume',
  lastDayHour: '\\blast day (?:at|until) (\\d{1,2}(?::\\d{2})?\\s*[ap]\\.?m)',
  officeHours: '(?!)()',
  clauseEnd: ';',
  heading: '\\b(?:dates?|deadline|when|how to apply|filing period|application period|schedule)\\b',
  noHeading: '\\b(?:requirements?|qualifications?|duties|salary)\\b',
}
