/** English words of calls for volunteers and of their fields. */
import { anyOf, type CallFieldWords, type CallWords } from './words.ts'

const SEATS = '(?:volunteer )?(?:spots?|places?|slots?|seats?|openings?|positions? available)'

export const call: CallWords = {
  volunteer: anyOf({
    people: '\\bvolunteers?\\b|\\bvolunteering\\b|\\bmentors?\\b|\\bstewards?\\b',
    doing:
      "\\b(?:park|beach|river|shoreline|street|community|neighbou?rhood) clean-?up\\b|\\bservice day\\b|\\btree care\\b|\\btree planting\\b|\\bit[’']s my park\\b|\\bday of service\\b",
  }),
  notVolunteer: anyOf(
    {
      firefighters: '\\bvolunteer (?:fire(?:fighters?)?|ambulance|army|state)\\b',
      firms: '\\bvolunteers of america\\b',
    },
    'giu',
  ),
  wanted: anyOf({
    imperative:
      '^(?:please )?(?:volunteer|mentor|become|be) (?:a |an |at|with|for|to|in|as|on|this|your)\\b|^volunteer(?:ing)?(?: opportunit(?:y|ies))?\\s?[:\\-–—|]',
    need: '\\b(?:wanted|needed|sought|seeking|seeks|looking for|need(?:s)?|calling(?: for| all)?|recruit(?:ing|s)?|call for)\\b',
    come: '\\b(?:join (?:us|our|the|a|in)|sign(?:ing)?[- ]?up|register|rsvp|lend a hand|help (?:us|out|plant|clean|care|keep|beautify|paint|restore)|get involved|give back|pitch in|come (?:help|and help)|opportunit(?:y|ies)|apply)\\b',
    past: '\\bvolunteer (?:day|event|orientation|shift|project|workday)\\b',
  }),
  form: anyOf({
    closing:
      '\\b(?:volunteers (?:needed|wanted)|call for volunteers|volunteer (?:opportunity|registration open))[!.]?$',
  }),
  wantedInBody: anyOf({
    call: '\\bvolunteers? (?:are |is )?(?:needed|wanted|welcome|will (?:help|plant|clean|assist|care|weed|mulch|paint|sort|remove|rake))\\b|\\b(?:seeking|looking for|need|recruiting) (?:\\w{1,24} ){0,3}volunteers?\\b|\\bvolunteer with us\\b',
    how: '\\b(?:sign up|register) to (?:volunteer|help)\\b',
  }),
  comeInBody: /\b(?:needed|wanted|register|registration|sign up|rsvp|join (?:us|our|the)|apply|e-?mail|call)\b/iu,
  unpaidInBody: /\bunpaid\b|\bas (?:a )?volunteers?\b|\bwithout pay\b/iu,
  overInBody: /\b(?:thank(?:s| you) to (?:everyone|all)|had already signed up|took part|turned out)\b/iu,
  happened: anyOf({
    done: '\\bvolunteers? (?:(?!needed|wanted)[a-z]{1,24} ){0,2}(?!needed|wanted)(?:[a-z]{2,24}ed|gave|built|brought|took|made|kept|swept|fed|taught|spent|went|ran|got)\\b',
    present:
      '\\bvolunteers (?:plant|clean|help|serve|deliver|pack|restore|rescue|feed|honou?r|bring|give|turn|make|sort|paint|take|spend|build)s?\\b(?! (?:us|needed|wanted))',
    praise:
      '\\b(?:thanks?|honou?r(?:s|ed|ing)?|celebrat(?:es?|ed|ing)|recap|award(?:s|ed)?|recogni[sz](?:es?|ed|ing)|meet the|spotlight|profile|appreciation|remember\\w{0,24}|surpass\\w{0,24}|record number|hundreds of|thousands of|after \\d{1,9} years)\\b',
  }),
  paid: anyOf({
    rate: '[$£€]\\s?\\d[\\d,.]{0,24}\\s?(?:an|per|a|\\/)\\s?(?:hour|hr|day|week|month|shift)',
    said: '(?<!un|not )\\bpaid (?:position|role|volunteer|internship)\\b|\\b(?:salary|wages?|hourly rate)\\b(?! is not)',
  }),
  asks: /\b(?:register|sign up|rsvp|join|volunteer|apply)\b/iu,
}

export const callFields: CallFieldWords = {
  organizer: 'hosted by|host|organi[sz](?:er|ed by|ation)|sponsor(?:ed by)?|presented by|partner',
  place: 'location|where|meeting (?:place|point|location)|meet(?:ing)? at|address|venue|place',
  signup:
    'how to (?:register|sign up|apply|join)|registration|register(?: at| here)?|sign[- ]?up(?: at| here| link)?|rsvp',
  skills: 'skills?(?: (?:needed|required))?',
  seatsLabel: '(?:volunteers? (?:needed|wanted)|capacity|spots?|seats?|places?|openings?|number of volunteers)',
  seats: anyOf({
    before: `(\\d{1,5}) (?:total |available |open |remaining )?${SEATS}\\b(?! (?:left|remaining|taken|filled))`,
    volunteers: '(\\d{1,5}) (?:new |more )?volunteers? (?:are )?(?:needed|wanted|sought)',
    seeking:
      '(?:seeking|looking for|need|recruiting|limited to|capacity(?: of)?:?) (?:up to |the first )?(\\d{1,5})\\b',
  }),
  posts: /(?!)/u,
  post: /(?!)/gu,
  taken:
    /(\d{1,5}) (?:people |volunteers )?(?:have |are |already |so far ){0,4}(?:registered|signed up|spots? (?:taken|filled))/iu,
  left: /(?:only )?(\d{1,5}) (?:spots?|places?|slots?|seats?|openings?) (?:left|remaining|remain|still open)/iu,
  age: /\b(?:ages? \d{1,2}(?: ?(?:-|–|to) ?\d{1,2}| ?\+| (?:and|or) (?:up|older|over|above))|\d{1,2}\+(?= only|\b)|\d{1,2} (?:years(?: of age)? )?(?:and|or) (?:older|over|up)|(?:at least|over) \d{1,2} years(?: old| of age)?)/iu,
  status: [
    [
      'cancelled',
      /\b(?:(?:event|project|shift|cleanup|day|program) (?:has been |is |was )?cancel(?:l)?ed|cancel(?:l)?ed due to|^cancel(?:l)?ed\b)/imu,
    ],
    [
      'full',
      /\b(?:fully booked|sold out|(?:registration|event|project) is (?:now )?(?:full|closed)|all (?:\w{1,24} )?(?:spots|slots|places|seats) (?:are |have been )?(?:taken|filled)|no (?:more )?spots (?:left|remain)|wait-?list only|at capacity)\b/iu,
    ],
    [
      'finished',
      /\b(?:(?:event|project|program) (?:has ended|is over|has concluded)|thank you to everyone who (?:came|joined|volunteered))\b/iu,
    ],
  ],
  open: /\b(?:register|sign up|rsvp|join|volunteers? (?:needed|wanted)|apply)\b/iu,
  goesOn: /\b(?:from|starting|beginning|ongoing|onwards?)\b/iu,
}
