/** English words of a posting. */
import type { PostingWords } from './posting.ts'

const NUMBER = '\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|several'
/** Words that end the name of a position in running text. */
const STOP = 'for|in|to|at|with|who|and|or|on|from|are|is|will|by|needed|wanted'

export const enPosting: PostingWords = {
  positionLabel:
    '(?:job |position |business |working |office |civil service |posting )?title|positions?|job|role|vacancy|post|opening|job opening|position available',
  placeLabel: '(?:work |job )?location|work site|place of work|worksite|address',
  employerLabel: 'employer|company|agency|organi[sz]ation|hiring (?:agency|organi[sz]ation)|department|hiring company',
  headcountLabel:
    '(?:number|no\\.?|#) of (?:positions|openings|vacancies|posts|hires)|positions available|openings|vacancies|headcount',
  majorsLabel: 'majors?|fields? of study',
  hiring:
    /\b(?:now |is |are |currently |urgently )*(?:hiring|recruiting|seeking|looking for|help wanted|wanted|job opening|vacancy|vacancies|employs?|needs?)\b\s*[:–—-]?\s*/giu,
  counted:
    /(?<=[,;:\n]\s*|^)((?:[A-Za-z][A-Za-z'/-]{1,20} ){0,4}[A-Za-z][A-Za-z'/-]{2,20})\s*(?:[(]([^)]{1,20})[)])?\s*[x×:–-]\s*(\d{1,3})\b/gu,
  countedBefore: new RegExp(
    `\\b(${NUMBER})\\s+(?:(?:new|full-time|part-time|seasonal|temporary|experienced|qualified|motivated|permanent|additional) ){0,2}((?:(?!(?:${STOP})\\b)[A-Za-z][A-Za-z'/-]{1,20} ){0,3}(?!(?:${STOP})\\b)[A-Za-z][A-Za-z'/-]{2,20})`,
    'giu',
  ),
  separators: /\s*[;,/]\s*|\s+and\s+/iu,
  valueEnd: /[;\n]|\s\|\s/u,
  notTitleHead: /^(?:an?|the|for|of|new|experienced|qualified|full-time|part-time|seasonal|temporary)\s+/iu,
  notTitleTail:
    /\s*(?:[(][^)]{0,40}[)]|\b(?:needed|wanted|positions?|jobs?|openings?|vacanc(?:y|ies)|opportunit(?:y|ies)|hiring now|apply now|position available)\b|[:–—-])+\s*[!.]*$/iu,
  noPosition:
    /^(?:hours?|days?|weeks?|months?|years?|people|applicants?|candidates?|employees|locations?|positions?|openings?|copies)\b/iu,
  generic:
    /^(?:staff|employees?|team members?|people|workers|candidates|applicants|talent|positions?|various positions)$/iu,
  occupationEnd:
    /(?:ers?|ors?|ists?|ants?|ents?|ians?|men|man|women|woman|clerks?|guards?|nurses?|cooks?|chefs?|aides?|assistants?|associates?|officers?|agents?|analysts?|interns?|trainees?|attendants?)$/iu,
  employerInTitle:
    /^([A-Z][\w&.,'’ -]{2,60}?)\s+(?:is |are )?(?:now |currently )?(?:hiring|recruiting|seeks|seeking|looking for)\b/u,
  employerInLead:
    /(?:^|\n)\s*(?:The )?([A-Z][\w&.'’-]*(?: (?:of|the|and|for|&|[A-Z][\w&.'’-]*)){0,8})(?: \([A-Z]{2,8}\))? (?:is|are) (?:now |currently |actively )?(?:hiring|recruiting|seeking|looking|accepting applications)\b/u,
  employerEnd:
    /\b(?:Department|Office|Authority|Agency|Commission|Corporation|Inc\.?|LLC|Ltd\.?|University|College|School|Hospital|Library|Museum|Council|Center|Centre|Company|Services|Board)$/u,
  noEmployer: /^(?:we|our|this|now|the|a|an|who)\b/iu,
}
