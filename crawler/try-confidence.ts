/** How far a field may be trusted, told by where it came from: the order of trust of the readers, as a table. */
export type Confidence = 'sure' | 'likely' | 'guess'

/** First match counts. What a person set or the publisher marked up is sure; what its place on the page says is likely. */
const BY_REASON: readonly [RegExp, Confidence][] = [
  [/^(?:correct:|meta:|jsonld:|editor|given\b|feed|rel=next|json\b)/, 'sure'],
  [
    /^(?:family:|label:|line:|h1\b|heading|script:|store:|link:|under headline|beside date|byline|block:|readability|container)/,
    'likely',
  ],
]

export function confidenceOf(reason: string): Confidence {
  return BY_REASON.find(([pattern]) => pattern.test(reason))?.[1] ?? 'guess'
}
