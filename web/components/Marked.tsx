/** What a search found, with the found words marked. */

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&amp;': '&',
}

/**
 * Takes the engine's escaped HTML apart into text and marks, so that nothing
 * in it can be anything else: an engine that forgot to escape shows its tags as text.
 */
export function Marked({ html }: { html: string }) {
  return (
    <>
      {html.split(/(<mark>[^<]*<\/mark>)/).map((piece) => {
        const text = piece.replace(/&(?:lt|gt|quot|#39|#x27|amp);/g, (entity) => ENTITIES[entity] ?? entity)
        return piece.startsWith('<mark>') ? <mark>{text.slice(6, -7)}</mark> : text
      })}
    </>
  )
}
