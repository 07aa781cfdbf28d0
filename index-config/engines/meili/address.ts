/** Where a search server is, as an operator writes it. */

/** Throws a sentence that says what would be right. The address itself is not repeated: it may hold a password. */
export function readServerUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.search !== '' || url.hash !== '')
    throw new Error('must be the address of a Meilisearch server, such as http://127.0.0.1:7700')
  if (url.username !== '' || url.password !== '')
    throw new Error('must not hold a name or password: keys have settings of their own')
  return text.replace(/\/+$/, '')
}
