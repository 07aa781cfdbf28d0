/**
 * What a language says for the ideas that the rules of understanding ask about.
 * A language is one such table and nothing else: no rule knows a word of its own.
 */
import type { Stage, Volunteer } from '../item.ts'
import type { FlagWords } from './flag-words.ts'

/**
 * One line per idea: its name, and the words that say it (source of an expression, all
 * quantifiers bounded). Joined, so that a text is walked once. No lines: never found.
 */
export const anyOf = (ideas: Record<string, string>, flags = 'iu'): RegExp =>
  new RegExp(Object.values(ideas).join('|') || '(?!)', flags)

/** Asked of titles, but for `citedInBody` and `cancelledInBody`. */
export interface HiringWords {
  /** Somebody is to be hired. */
  says: RegExp
  /** A title with a word of hiring and no form of an announcement still asks: by its tone, its terms or whom it wants. */
  asks: RegExp
  /** An announcement of posts whose name alone is no hiring: their holders do other things too. */
  programme: RegExp
  /** A step of an examination; a recruitment's only beside one of `employers` or with `citedInBody`. */
  step: RegExp
  employers: RegExp
  citedInBody: RegExp
  /** Examinations that hire nobody, unless the title says that it hires. */
  otherExam: RegExp
  /** Never a step of a recruitment, whatever else it says: warnings, rules. */
  never: RegExp
  /** News about hiring; gives way to the form of an announcement. */
  about: RegExp
  /** How an announcement ends: notice, bulletin, list. */
  form: RegExp
  /** Phrases that hold the word of a step and mean none; taken out first. */
  harmless: RegExp
  fair: RegExp
  fairHappened: RegExp
  /** What says that a fair, told of with a verb of the past, is still to come. */
  fairAhead: RegExp
  /** Posts offered without a word of hiring. */
  offer: RegExp
  /** The shortest word of hiring, that means one only before an occupation; its group is what follows. */
  bare: RegExp
  /** Beside an occupation in a title: so many, such pay. */
  terms: RegExp
}

export interface StageWords {
  cancelled: RegExp
  cancelledInBody: RegExp
  amendment: RegExp
  /** Names a second call, not a change of the first; what stands beside it may be a step or a change of that one. */
  newCall: RegExp
  /** A title that calls beside whatever else it announces. */
  inOne: RegExp
  /** Recruitments that have no stage for a candidate. */
  none: RegExp
  /** In the order in which a candidate meets them. */
  steps: [Stage, RegExp][]
  /** Places that became free, and the stage they mostly fill where the title names none. */
  succession: [Stage, RegExp]
}

export interface KindWords {
  /** A list of persons, or a list. */
  names: RegExp
  personsListed: RegExp
  thingsListed: RegExp
  /** The title ends as the text of a rule does. */
  ruleForm: RegExp
  ruleText: RegExp
  /** A rule was issued, or is asked about: news of it. */
  ruleIssued: RegExp
  /** What is done about a rule; also what a rule may be for. */
  ruleTaught: RegExp
  deed: RegExp
  deedInBody: RegExp
  notStory: RegExp
  /** A title of somebody else's news, in which volunteers of the lead only help. */
  notStoryFromLead: RegExp
  evergreen: RegExp
  /** What makes a piece with such words today's news after all. */
  today: RegExp
  essayOpening: RegExp
  todayInLead: RegExp
  /** A lead that tells what happened. */
  reportedLead: RegExp
  /** A text that says how to apply. */
  applyInBody: RegExp
  /** A title that announces, whatever its kind: the phone it gives for questions is meant to be read. */
  announces: RegExp
  /** Texts that carry private numbers of people in need or in grief. */
  privateMatter: RegExp
}

export interface CallWords {
  volunteer: RegExp
  /** Phrases that hold the word for volunteers and mean none; taken out first. */
  notVolunteer: RegExp
  wanted: RegExp
  /** The title calls itself a call, whatever it tells of. */
  form: RegExp
  wantedInBody: RegExp
  comeInBody: RegExp
  /** What makes a title that could hire a call after all. */
  unpaidInBody: RegExp
  overInBody: RegExp
  happened: RegExp
  paid: RegExp
  /** On a list of calls, a title or text that asks. */
  asks: RegExp
}

/** Labels are sources of expressions, alternatives split by `|`. */
export interface CallFieldWords {
  organizer: string
  place: string
  signup: string
  skills: string
  seatsLabel: string
  /** First group that holds: the number. */
  seats: RegExp
  /** Two or more posts with their numbers, one after the other. */
  posts: RegExp
  /** One of them; global, its group the number. */
  post: RegExp
  taken: RegExp
  left: RegExp
  /** A whole phrase. */
  age: RegExp
  status: [NonNullable<Volunteer['status']>, RegExp][]
  open: RegExp
  /** In the words of a date: from then on, not on that day alone. */
  goesOn: RegExp
}

export interface PlaceWords {
  /** How a source speaks of its own place, and the level that it means. */
  own: ['city' | 'county', RegExp][]
  /** Right after a short name: it is some other place. */
  otherAfter: RegExp
  /** The few characters right before a name: another place of that kind holds it. */
  otherBefore: RegExp
  /** In a title: the text is about another city. */
  foreignCity: RegExp
}

export interface CategoryWords {
  /** Whither something is carried says little of what it is: 戏曲进校园. Global. */
  venue: RegExp
}

export interface PublisherWords {
  label: RegExp
  tail: RegExp
  /** Said where a form was left empty. */
  nothing: RegExp
}

export interface Words {
  /** Language tag without its script: `zh`, `en`. */
  tag: string
  script: 'han' | 'latin'
  hiring: HiringWords
  stage: StageWords
  kind: KindWords
  call: CallWords
  callFields: CallFieldWords
  flags: FlagWords
  place: PlaceWords
  category: CategoryWords
  publisher: PublisherWords
}
