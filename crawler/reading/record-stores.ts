/**
 * Lists of the jpage family keep their items in `<script type="text/xml">` or answer with such XML alone:
 * each record is a piece of HTML in CDATA. Opened, they are ordinary HTML in the place where the script stood.
 */
export function openRecordStores(text: string): string {
  if (/^\s*(?:<\?xml[^<>]{0,200}>\s*)?<(?:datastore|recordset)\b/i.test(text)) return `<ul>${recordsOf(text)}</ul>`
  const [before = '', ...pieces] = text.split(/(<script\b[^<>]{0,500}\btype=["']?text\/xml["']?[^<>]{0,500}>)/i)
  return pieces.reduce((html, piece, index) => (index % 2 === 0 ? html : html + opened(piece)), before)
}

/** What stood in the script, as far as the script goes, and what stood behind it. */
function opened(piece: string): string {
  const end = piece.search(/<\/script\b/i)
  return end < 0
    ? recordsOf(piece)
    : recordsOf(piece.slice(0, end)) + piece.slice(end).replace(/^<\/script\b[^>]*>/i, '')
}

/** Each part begins behind one opening mark and is read to the first closing one, so that nothing is read twice. */
function recordsOf(store: string): string {
  return store
    .split(/<record>\s*/i)
    .slice(1)
    .map((part) => {
      if (!part.startsWith('<![CDATA[')) return part.split(/<\/record>/i)[0] ?? ''
      return part.slice('<![CDATA['.length).split(']]>')[0] ?? ''
    })
    .join('\n')
}
