/** Plain text: widths, blanks, and the short piece that a list shows. */

/** Full-width letters, digits and signs to ASCII; each stays one UTF-16 unit, so offsets hold. For parsing only. */
export function toNarrow(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0]/g, (character) => {
    const code = character.charCodeAt(0)
    return code < 0xff01 ? ' ' : String.fromCharCode(code - 0xfee0)
  })
}

/** Invisible characters gone, runs of blanks (full-width ones too, line breaks too) to one space, ends trimmed. */
export function squash(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/[\s\u3000\u00a0]+/g, ' ')
    .trim()
}

/** Lead-ins that say who wrote, not what happened (DOMAIN section 4). */
const LEAD_INS = [
  /^(?:本报|本网|本刊|本台|[\p{Script=Han}]{2,12}(?:新闻网|日报|晚报|网|融媒体?|客户端|新闻))(?:综合)?(?:讯|消息)[\s\u3000]*/u,
  /^[（(【[](?:[^）)】\]]{0,12})?(?:记者|通讯员|见习记者|特约)[^）)】\]]{0,40}[）)】\]][\s\u3000]*/u,
  /^(?:记者|通讯员|文|作者)\s*[:：丨|/]\s*\S{2,10}[\s\u3000]+/u,
]

/** The text without 本报讯, (记者 …) and the like at its head. */
export function withoutLeadIn(text: string): string {
  let rest = text.trimStart()
  for (let before = ''; before !== rest; ) {
    before = rest
    for (const leadIn of LEAD_INS) rest = rest.replace(leadIn, '')
  }
  return rest
}

/** A clause may end here; a full stop is worth more than a comma. */
const STOPS = /[。！？!?；;]/u
const PAUSES = /[，,、：:]/u

/** At most `max` characters (code points) of one line, cut after a clause where one ends in the second half, else with `…`. */
export function excerptOf(body: string, max = 100): string {
  const characters = [...squash(withoutLeadIn(body.slice(0, max * 8 + 400)))]
  if (characters.length <= max) return characters.join('')
  for (const end of [STOPS, PAUSES]) {
    for (let at = max - 1; at >= max / 2; at -= 1) {
      if (!end.test(characters[at] ?? '')) continue
      return end === STOPS ? characters.slice(0, at + 1).join('') : `${characters.slice(0, at).join('')}…`
    }
  }
  return `${characters.slice(0, max - 1).join('')}…`
}

/** Longest piece that a rule looks at at once; no real sentence is longer, and a hostile one costs no more than its length. */
const LONGEST_SENTENCE = 500

/** Sentences by their stops, line ends included, blank ones left out. */
export function sentencesOf(text: string): string[] {
  return text.split(/[\n。；;！!？?]/u).flatMap((sentence) => {
    if (sentence.length <= LONGEST_SENTENCE) return sentence.trim() ? [sentence] : []
    const pieces: string[] = []
    for (let at = 0; at < sentence.length; at += LONGEST_SENTENCE)
      pieces.push(sentence.slice(at, at + LONGEST_SENTENCE))
    return pieces
  })
}
