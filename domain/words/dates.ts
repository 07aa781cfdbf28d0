/** What a language says around the dates of a notice. */
import type { DateMark } from '../item.ts'
import { enDates } from './en-dates.ts'
import { zhDates } from './zh-dates.ts'

/**
 * What a label says of the dates behind it. `nothing`: they mean nothing here. `skip`: part of a phrase that is no label.
 * `weak`: who or where, a registration only where nothing else says what the date is. `second`: a further round, counted
 * only where there is no first. `moved`: the new date of the step that was named before. `named`: any other name of a
 * time, 植树时间：, which is that of the event where the notice is about one.
 */
export type Topic = DateMark['what'] | 'nothing' | 'skip' | 'weak' | 'second' | 'moved' | 'named'

/** Sources of expressions, alternatives split by `|`; all quantifiers bounded. */
export interface DateWords {
  /** In this order; a longer label that begins earlier hides those inside it. */
  labels: [Topic, string][]
  /** Of a call for volunteers before all others: what binds a worker for years is there the service itself. */
  callLabels: [Topic, string][]
  /** Right behind a date, where no label stands before it in its clause. In this order. */
  trailing: [Topic, string][]
  /** Before a date: those who are past registration, whatever they are to send in. */
  entrants: string
  /** Right behind a date. */
  closesBehind: string
  opensBehind: string
  /** At the end of the words before a date. */
  closesBefore: string
  opensBefore: string
  sincePublication: string
  extended: string
  /** First group the number. */
  daysAfter: string
  workingDaysAfter: string
  forDays: string
  /** Asked of a sentence with one of the three before. */
  registers: string
  /** First group the time: 最后一天截止到12:00. */
  lastDayHour: string
  /** What may stand between a range and its office hours. */
  officeHours: string
  /** Ends a clause. */
  clauseEnd: string
  /** Line that announces what the next ones are about; `noHeading` where they only seem to. */
  heading: string
  noHeading: string
}

/** One language's words, ready to be asked. */
export interface DateRules {
  labels: [Topic, RegExp][]
  callLabels: [Topic, RegExp][]
  trailing: [Topic, RegExp][]
  entrants: RegExp
  closesBehind: RegExp
  opensBehind: RegExp
  closesBefore: RegExp
  opensBefore: RegExp
  sincePublication: RegExp
  extended: RegExp
  daysAfter: RegExp
  workingDaysAfter: RegExp
  forDays: RegExp
  registers: RegExp
  lastDayHour: RegExp
  officeHours: RegExp
  clauseEnd: RegExp
  heading: RegExp
  noHeading: RegExp
}

function toRules(words: DateWords): DateRules {
  const has = (source: string) => new RegExp(source, 'iu')
  const atEnd = (source: string) => new RegExp(`(?:${source})$`, 'iu')
  const atStart = (source: string) => new RegExp(`^(?:${source})`, 'iu')
  return {
    labels: words.labels.map(([topic, source]) => [topic, new RegExp(source, 'giu')]),
    callLabels: words.callLabels.map(([topic, source]) => [topic, new RegExp(source, 'giu')]),
    trailing: words.trailing.map(([topic, source]) => [topic, atStart(source)]),
    entrants: has(words.entrants),
    closesBehind: atStart(words.closesBehind),
    opensBehind: atStart(words.opensBehind),
    closesBefore: atEnd(words.closesBefore),
    opensBefore: atEnd(words.opensBefore),
    sincePublication: has(words.sincePublication),
    extended: has(words.extended),
    daysAfter: has(words.daysAfter),
    workingDaysAfter: has(words.workingDaysAfter),
    forDays: has(words.forDays),
    registers: has(words.registers),
    lastDayHour: has(words.lastDayHour),
    officeHours: has(words.officeHours),
    clauseEnd: new RegExp(words.clauseEnd, 'giu'),
    heading: has(words.heading),
    noHeading: has(words.noHeading),
  }
}

const ZH = toRules(zhDates)
const EN = toRules(enDates)

export const dateRulesFor = (sentence: string): DateRules => (/\p{Script=Han}/u.test(sentence) ? ZH : EN)
