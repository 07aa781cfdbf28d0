/** English words of hiring and of its steps. */
import { anyOf, type HiringWords, type StageWords } from './words.ts'

const HIRE =
  '(?:hiring|recruit(?:ing|ment)|vacanc(?:y|ies)|job (?:posting|announcement|opening)s?|positions?|examination)'
const OFF = '(?:cancel(?:l?ed|lation)|withdrawn|rescinded|terminated|suspended|discontinued)'

export const hiring: HiringWords = {
  says: anyOf({
    plainly: "\\b(?:now |is |are |we['’]re |urgently )?hiring\\b|\\brecruit(?:ing|ment|s)?\\b|\\bhelp wanted\\b",
    offered:
      '\\bjobs? (?:openings?|postings?|vacanc(?:y|ies)|announcements?|opportunit(?:y|ies)|notice)\\b|\\bvacanc(?:y|ies)\\b|\\bvacant (?:post|position)s?\\b|\\b(?:open|seasonal|full-time|part-time) (?:positions?|jobs?)\\b|\\bposition available\\b',
    asked:
      '\\bapplications? (?:are )?(?:invited|now open)\\b|\\bcall for applications\\b|\\bapply (?:now|today|by)\\b[^.]{0,40}\\b(?:position|job|officer|assistant)|\\b(?:wanted|needed|sought):? (?:[a-z-]{1,24} ){0,3}(?:guards?|drivers?|nurses?|cooks?|teachers?|cleaners?)\\b|\\b(?:guards?|drivers?|nurses?|cooks?|teachers?|cleaners?|aides?|clerks?|lifeguards?) (?:wanted|needed)\\b',
    public:
      '\\bnotice of examination\\b|\\bcivil service exam(?:ination)?s?\\b|\\bopen[- ]competitive\\b|\\bpromotional exam(?:ination)?\\b',
    trainees:
      '\\b(?:paid )?(?:internship|apprenticeship|fellowship|traineeship)s? (?:program )?(?:openings?|applications?|positions?|available)\\b',
  }),
  asks: /(?:)/u,
  programme: anyOf({}),
  step: anyOf({
    papers: '\\b(?:eligibility|document) (?:review|verification|check)\\b',
    exams:
      '\\b(?:written|physical|qualifying|practical) (?:exam(?:ination)?|test)s?\\b|\\badmission (?:letter|card|ticket)s?\\b',
    faces: '\\binterview(?:s| schedule| list)?\\b',
    checks: '\\bmedical exam(?:ination)?s?\\b|\\bbackground (?:check|investigation)s?\\b',
    chosen: '\\b(?:candidates?|appointees|appointments?|eligible list|list of eligibles|shortlist(?:ed)?)\\b',
  }),
  employers: anyOf({
    posts:
      '\\b(?:officers?|assistants?|technicians?|inspectors?|guards?|drivers?|teachers?|nurses?|clerks?|engineers?|workers?|firefighters?|lifeguards?|candidates?|applicants?|positions?|posts?|trainees?|recruits?)\\b',
  }),
  citedInBody: /\b(?:hiring|recruitment|job posting|vacancy|applicants? for the position)\b/iu,
  otherExam: anyOf({
    study:
      '\\b(?:regents|SHSAT|SAT|high school|middle school|college|university|student|admissions test|GED|citizenship)\\b[^.]{0,40}\\b(?:exams?|tests?|interviews?|results?|admissions?)\\b',
    licences: "\\b(?:driver['’]s licen[sc]e|licensing|bar exam|notary)\\b",
    health: '\\b(?:health|medical) screenings?\\b|\\bfree (?:medical|eye|dental) exams?\\b',
  }),
  never: anyOf({
    fraud: '\\bscams?\\b|\\bfraud(?:ulent|sters?)?\\b|\\bbeware\\b|\\bphishing\\b|\\bimpersonat',
    justice: '\\b(?:lawsuit|sued|sentenced|indicted|arrested|settlement|discriminat)',
    rules: '\\b(?:polic(?:y|ies)|rules|regulations|law|bill|guidelines)$|\\bLocal Law\\b|\\bexecutive order\\b',
    otherRecruits:
      '\\brecruit(?:s|ing|ment)? (?:volunteers?|mentors?|students?|families|businesses)\\b|\\bvolunteer recruitment\\b|\\bmilitary recruit',
  }),
  about: anyOf({
    people:
      '\\bMayor\\b|\\bGovernor\\b|\\bSpeaker\\b|\\bofficials? say\\b|\\bCity Council\\b|\\bCouncil Member\\b|\\breport\\b|\\banalysis\\b',
    figures:
      '\\b(?:freeze|surge|slowdown|up|down|rises?|rose|fell|falls|drops?|slows?|rebound\\w{0,24}|shortages?|crisis|struggles?|trends?|unemployment)\\b|\\d{1,9} ?%|percent',
    past: '\\b(?:hired|recruited|graduated?|celebrat\\w{1,24}|sworn in|welcom(?:e|es|ed)|completed?|launch(?:es|ed)|announces|held|hosted|expand(?:s|ed)|boosts?|helped)\\b',
    asks: '^(?:how|why|what|when|where|who)\\b|\\btips?\\b|\\?$',
  }),
  form: anyOf({
    closing:
      '\\b(?:notice|announcement|bulletin|posting|vacancy|schedule|list|results?)(?: of examination)?(?: no\\.? ?[\\w-]{1,24})?\\.?(?: ?[(\\[].{0,40})?$',
    opening:
      '^(?:notice|job (?:posting|announcement|vacancy)|vacancy|hiring|position)\\s?[:|–—-]|^(?:now hiring|notice of examination)\\b',
  }),
  harmless: anyOf(
    {
      posts:
        '\\b(?:medical examiner|exam(?:ination)? proctor|recruitment officer|interviewer|medical exam(?:ination)? assistant)s?\\b',
      ways: '\\b(?:no (?:exam|interview|test) (?:required|needed)|walk-in interviews?|on-the-spot interviews?|same-day interviews?)\\b',
    },
    'giu',
  ),
  fair: anyOf({
    named: '\\b(?:job|career|employment|hiring) (?:fair|expo|event|hall|day)s?\\b|\\bopen house for job ?seekers\\b',
  }),
  fairHappened: anyOf({
    results:
      '\\b(?:drew|draws|attracted|attended|landed|connected|hundreds|thousands|packed|recap|last week|helped|wrapped up|a success|successful)\\b',
    warned: '\\b(?:scam|beware)\\b',
  }),
  fairAhead: anyOf({
    days: '\\b(?:tomorrow|this (?:week|saturday|sunday|friday)|upcoming|on (?:january|february|march|april|may|june|july|august|september|october|november|december))\\b',
    calls: '\\b(?:join us|register|rsvp|sign up|come)\\b',
  }),
  offer: anyOf({
    lists: '\\b(?:current|available|new|weekly) (?:jobs?|openings)\\b|\\bjobs? (?:bulletin|list|of the week)\\b',
    urgent: '\\bimmediate (?:start|openings?|hire)\\b',
  }),
  bare: /\bwanted[:,]? (.{3,40})$/iu,
  terms: anyOf({
    pay: '[$£€]\\s?\\d|\\bper (?:annum|hour|year|week|day|month)\\b|\\b(?:an|a|\\/) ?(?:hour|hr|year|yr)\\b|\\bsalary\\b|\\bwage\\b',
    count:
      '\\b(?:full|part)[- ]time\\b|\\b(?:permanent|temporary|seasonal|fixed-term|per diem)\\b|\\bclosing date\\b|\\bapply by\\b|\\(\\d{1,9} (?:positions?|vacancies|openings)\\)',
  }),
}

export const stage: StageWords = {
  cancelled: anyOf({
    verbLast: `\\b${HIRE}\\b[^.]{0,40}\\b${OFF}\\b`,
    verbFirst: `\\b${OFF}\\b[^.]{0,40}\\b${HIRE}\\b`,
  }),
  cancelledInBody: anyOf({
    verbLast: `\\b(?:this|the) (?:\\w{1,24} ){0,3}${HIRE} (?:\\w{1,24} ){0,2}(?:has been|have been|is|are|was) (?:hereby )?${OFF}`,
  }),
  amendment: anyOf({
    corrected:
      '\\b(?:amend(?:ed|ment)s?|correct(?:ed|ions?(?! officer| facilit))|errat(?:um|a)|revis(?:ed|ion)s?|updated notice|addendum|clarification)\\b',
    later:
      '\\b(?:extend(?:ed|s)?|extension|postpone(?:d|ment)?|rescheduled|delayed)\\b|\\bnew (?:deadline|closing date)\\b|\\bdeadline (?:moved|changed)\\b',
    posts: '\\b(?:reduced|additional|fewer) (?:number of )?(?:positions|vacancies|openings)\\b',
  }),
  newCall: anyOf({
    more: '\\b(?:second|third|re-?opened|additional) (?:call|recruitment|round of hiring)\\b|\\bre-?advertised?\\b',
  }),
  inOne: anyOf({}),
  none: anyOf({
    statistics: '\\b(?:number of applicants|applicant (?:statistics|numbers|count)|applications received so far)\\b',
    internal: '\\binternal (?:transfer|candidates only)\\b',
  }),
  steps: [
    ['review', /\b(?:eligibility|document|application|qualification)s? (?:review|verification|check|screening)\b/iu],
    [
      'exam',
      anyOf({
        said: '\\b(?:written|physical|qualifying|practical|multiple-choice|typing|agility) (?:exam(?:ination)?|test)s?\\b|\\b(?:exam(?:ination)?|test) (?:date|site|schedule|results?|scores?|location|day)s?\\b|\\badmission (?:letter|card|ticket|notice)s?\\b',
        marks: '\\b(?:scores?|passing (?:mark|grade)|cut-?off)\\b',
      }),
    ],
    ['interview', /\b(?:interview(?:s|ed)?|shortlist(?:ed)?|panel)\b/iu],
    [
      'medical',
      /\b(?:medical (?:exam(?:ination)?|check|test)s?|background (?:check|investigation)s?|drug (?:test|screen)(?:ing|s)?|vetting|fingerprinting|psychological exam(?:ination)?)\b/iu,
    ],
    [
      'publication',
      /\b(?:appointed|appointees|appointments?|selected candidates?|successful candidates?|candidates? (?:selected|appointed|hired)|(?:eligible|final|hiring) list|list of eligibles|proposed (?:hires|appointments)|onboarding|hires)\b/iu,
    ],
  ],
  succession: ['medical', /\breserve list\b/iu],
}
