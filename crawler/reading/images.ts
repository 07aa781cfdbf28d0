/** Addresses of pictures. */
import type { Element, OpenDocument } from './document.ts'

/** Pages that load late keep the real address beside a placeholder. */
export const LATE_ADDRESSES: readonly string[] = [
  'data-src',
  'data-original',
  'data-actualsrc',
  'data-lazy-src',
  'data-lazyload',
  'data-lazy',
  'data-url',
  'data-echo',
  'data-img',
  'data-srcset',
  'original',
  'orisrc',
  '_src',
  'srcset',
]
const PLACEHOLDER = /\/(?:icon_|fileTypeImages|blank|spacer|transparent|loading|grey\.|1x1|pixel)/i

/** Undefined for counters, placeholders and pictures that stand in the page itself. */
export function imageAddress({ attribs }: Element, absolute: OpenDocument['absolute']): string | undefined {
  if (/^[01](?:px)?$/.test(attribs.width ?? '') || /^[01](?:px)?$/.test(attribs.height ?? '')) return undefined
  for (const name of [...LATE_ADDRESSES.filter((late) => late !== 'srcset'), 'src', 'srcset']) {
    const value = name.endsWith('srcset') ? attribs[name]?.trim().split(/[\s,]/, 1)[0] : attribs[name]
    if (!value || /^\s*data:/i.test(value) || PLACEHOLDER.test(value)) continue
    const address = absolute(value)
    if (address) return address
  }
  return undefined
}
