/** English words by which a title says what its text is. */
import { anyOf, type KindWords } from './words.ts'

const PERSONS =
  '(?:candidates?|eligibles|winners?|recipients?|nominees|honorees|awardees|finalists|appointees|applicants|students|scholars|tenants|graduates)'

export const kind: KindWords = {
  names: anyOf({
    list: `\\b(?:list of (?:\\w{1,24} ){0,3}${PERSONS}|${PERSONS} list|eligible list|list of eligibles)\\b`,
    marks: '\\b(?:exam(?:ination)?|test|interview) (?:results?|scores?)\\b(?! (?:show|improve|rise|up|down))',
    drawn: '\\blottery results\\b',
    proposed: `\\b(?:selected|successful|shortlisted|appointed) ${PERSONS}\\b`,
  }),
  personsListed: anyOf({ persons: PERSONS }),
  thingsListed: anyOf({
    bodies:
      '\\b(?:businesses|companies|projects|buildings|parks|schools|streets|landmarks|sites|vendors) list\\b|\\blist of (?:businesses|companies|projects|buildings|parks|schools|streets|landmarks|sites|vendors)\\b',
    students: '\\bstudent test (?:scores?|results?)\\b|\\bstate (?:test|exam)',
  }),
  ruleForm: anyOf({
    closing:
      '\\b(?:polic(?:y|ies)|rules|regulations|ordinance|by-?laws?|code of conduct|guidelines)(?: (?:on|for|of) [^.]{3,60})?$|\\b(?:Local Law|Executive Order|Resolution|Directive) (?:No\\.? ?)?\\d{1,9}\\b',
    read: '\\b(?:explained|explainer|FAQ|frequently asked questions|what you need to know about (?:the )?(?:law|rules?))\\b',
  }),
  ruleText: anyOf({
    rules:
      '\\b(?:ordinance|regulations|rules of|by-?laws?|code of conduct|guidelines|policy statement|notice of adoption)\\b|\\b(?:Local Law|Executive Order|Resolution|Directive) (?:No\\.? ?)?\\d{1,9}\\b',
    rates: '\\b(?:fee|rate) schedule\\b',
  }),
  ruleIssued: anyOf({
    issued:
      '\\b(?:signs?|signed|announces?|announced|passes|passed|proposes?|proposed|unveils?|introduces?|takes? effect|in effect|votes?|approves?d?|sues?|strikes? down)\\b',
    asked: '\\b(?:public hearing|public comment|comment period|seeks input)\\b',
  }),
  ruleTaught: anyOf({
    taught: '\\b(?:workshop|training|webinar|info session|reminds?)\\b',
  }),
  deed: anyOf({
    volunteers: '\\bvolunteers?\\b|\\bvolunteer(?:ed|ing)\\b',
    help: '\\b(?:good samaritans?|blood drive|food drive|neighbou?rs help(?:ed|ing)?|community service)\\b',
  }),
  deedInBody: /\bvolunteers?\b/iu,
  notStory: anyOf({
    meetings:
      '\\b(?:meeting|policy|law|report|conference|training|orientation|grant|grants|award|awards|budget|hours|statistics|million|registry|platform|database|website)\\b',
    firefighters: '\\bvolunteer (?:fire|firefighter|ambulance|army|state)',
    forms: '\\b(?:notice|announcement|advisory|hearing)$',
  }),
  notStoryFromLead: /\b(?:meeting|notice|advisory|hearing|closure|exam|hiring|opens?|announces?)\b/iu,
  evergreen: anyOf({
    tales:
      '\\b(?:the (?:hi)?story (?:of|behind)|a (?:brief |short )?history|history of|looking back|look back|remembering|legends?|folklore|origins? of|once upon|century|centuries|in 1[6-9]\\d\\d|18\\d\\ds|19[0-6]\\d\\w?)\\b',
    essays: '^(?:how|why|what) (?:to|we|is|are|makes)\\b|\\bessay\\b|\\breflections? on\\b|\\bmeditation on\\b',
  }),
  today: anyOf({
    doings:
      '\\b(?:opens?|opened|opening|today|tonight|tomorrow|announces?|launch(?:es|ed)?|reopens?|restor(?:ed|ation|es)|exhibit(?:ion)?|tour|talk|lecture|event|join|register|celebrat\\w{1,24}|closes|unveil\\w{0,24}|anniversary|festival|this week\\w{0,24}|workshop)\\b',
  }),
  essayOpening: /(?!)/u,
  todayInLead:
    /\b(?:today|yesterday|tomorrow|this week|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|announced|said)\b/iu,
  reportedLead:
    /^.{0,200}?\b(?:yesterday|last (?:week|month|year|night|saturday|sunday|friday)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:[a-z]{1,24} ){1,6}[a-z]{1,24}ed|announced|said)\b/isu,
  applyInBody:
    /\b(?:apply (?:by|now|at|online|to|here)|closing date|to apply|how to apply|applications? (?:must|should|due|deadline|close)|deadline|r[ée]sum[ée]|cover letter|salary|minimum qualifications?|posting date|post until|register (?:by|at|here)|rsvp)\b/iu,
  announces: /\b(?:notice|announcement|advisory|public (?:hearing|meeting)|call for|reminder|registration)\b/iu,
  privateMatter: anyOf({
    grief: '\\b(?:obituar|in memoriam|in loving memory|funeral of|condolences)',
    searches:
      '\\b(?:missing (?:person|child|teen|woman|man|dog|cat|pet)|lost and found|lost (?:dog|cat|pet|wallet|phone))',
    need: '\\b(?:thank[- ]you letter|letter to the editor|open letter|fundrais|donations? for)',
  }),
}
