/** What a language says in a posting: the labels of its fields, what surrounds the names of positions and employers. */
import type { Education } from '../item.ts'
import { enPosting } from './en-posting.ts'
import { wordsFor } from './languages.ts'
import { zhPosting } from './zh-posting.ts'

/** Labels are sources of expressions, alternatives split by `|`; all quantifiers are bounded. */
export interface PostingWords {
  positionLabel: string
  /** Right behind the label and its colon: `Position: `. */
  placeLabel: string
  employerLabel: string
  headcountLabel: string
  majorsLabel: string
  /** What hires; its end is where the position may begin. Global. */
  hiring: RegExp
  /** First group the position, second what stands in brackets behind it, third the number. Global. */
  counted: RegExp
  /** First group the number, second the position. Global. */
  countedBefore: RegExp
  /** Puts several positions into one value. */
  separators: RegExp
  /** Where the names of positions end in a value. */
  valueEnd: RegExp
  notTitleHead: RegExp
  notTitleTail: RegExp
  /** Counts of something else. */
  noPosition: RegExp
  /** Everybody and nobody. */
  generic: RegExp
  /** How names of occupations end. */
  occupationEnd: RegExp
  /** First group the employer. Of a title. */
  employerInTitle: RegExp
  /** First group the employer: who hires, in a lead. */
  employerInLead: RegExp
  employerEnd: RegExp
  /** Words that stand where an employer would and name none. */
  noEmployer: RegExp
}

export interface RequirementWords {
  /** From the lowest; the first that a text names is its minimum. */
  levels: Record<Exclude<Education, 'none'>, string>
  noDemand: string
  /** A level with the words beside it that make it a demand. */
  educationPhrase: string
  age: string
  /** What follows a number of people. */
  units: string
  numbers: Record<string, number>
}

const TABLES: Record<string, PostingWords> = { zh: zhPosting, en: enPosting }

/** So much of a body tells its language. */
const LOOKED_AT = 300

/** The table for the script that a notice is written in. */
export const postingWordsFor = (title: string, body: string): PostingWords =>
  TABLES[wordsFor(`${title}\n${body.slice(0, LOOKED_AT)}`).tag] ?? zhPosting
