/** The text of an article made fit to keep: no scripts, absolute addresses, no lines that belong to the site. */
import type { CheerioAPI } from 'cheerio'
import sanitize from 'sanitize-html'
import { hasSafeScheme } from '../../domain/urls.ts'
import type { Element, OpenDocument } from './document.ts'
import { dropText, leavesOf } from './leaves.ts'

/** Lines of their own that say something of the page and nothing of the matter. */
const NOISE: readonly RegExp[] = [
  /^[\s【[(（]*(?:字号|字体|字體|打印|打 印|关闭|分享|分享到|收藏|扫一扫|返回顶部|上一篇|下一篇|上一条|下一条|TOP)[\s:：】\])）]*(?:[大中小AaTt+\-\s[\]【】|]*)(?:打印|关闭|收藏)?[】\])）\s]*$/,
  /^(?:浏览|点击|阅读|访问|查看)(?:次数|量|数|率)?\s*[:：]\s*[\d次]*$/,
  /^(?:扫一扫|微信扫|扫描二维码|用微信扫).{0,30}$/,
  /^(?:分享到|分享至)\s*[:：]?.{0,20}$/,
  /^(?:上一篇|下一篇|上一条|下一条|上一页|下一页)\s*[:：].{0,80}$/,
  /^(?:发布|发表)(?:时间|日期)\s*[:：].{0,60}(?:来源|浏览|点击|字体|字号|作者).*$/,
  /^#PAGE_BREAK#$/,
]
const MAX_NOISE = 120
const DROPPED =
  'script, style, noscript, template, iframe, object, embed, form, input, button, select, textarea, link, meta, svg'

/** Works on the body's own document. */
export function cleanBody($: CheerioAPI, { absolute }: OpenDocument): void {
  $(DROPPED).remove()
  for (const image of $('img').toArray()) {
    const address = imageAddress(image, absolute)
    if (address) image.attribs.src = address
    else $(image).remove()
  }
  for (const link of $('a[href]').toArray()) {
    const address = absolute(link.attribs.href)
    if (address) link.attribs.href = address
    else if (!/^(?:mailto|tel):/i.test(link.attribs.href ?? '')) delete link.attribs.href
  }
  dropNoise($)
}

/** Pages that load late keep the real address beside a placeholder. */
const LATE = ['data-src', 'data-original', 'data-actualsrc', 'data-lazy-src', 'data-url', 'data-echo', '_src', 'src']

function imageAddress(image: Element, absolute: OpenDocument['absolute']): string | undefined {
  if (/^[01](?:px)?$/.test(image.attribs.width ?? '') || /^[01](?:px)?$/.test(image.attribs.height ?? ''))
    return undefined
  for (const name of LATE) {
    const value = image.attribs[name]
    if (value && !/^\s*data:/i.test(value) && !/\/(?:icon_|fileTypeImages|blank|spacer|transparent)/i.test(value)) {
      const address = absolute(value)
      if (address) return address
    }
  }
  return undefined
}

function dropNoise($: CheerioAPI): void {
  for (const { element, text } of leavesOf($))
    if (text.length <= MAX_NOISE && NOISE.some((pattern) => pattern.test(text))) dropText($, element)
}

/** Short allow-list; what a publisher styles or scripts is gone, what it says stays. */
export function sanitizeBody(html: string): string {
  return sanitize(html, {
    allowedTags: (
      'p br h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr th td blockquote pre code ' +
      'strong b em i u s sub sup figure figcaption hr a img'
    ).split(' '),
    allowedAttributes: {
      a: ['href', 'title', 'rel'],
      img: ['src', 'alt', 'width', 'height'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https'] },
    allowProtocolRelative: false,
    transformTags: {
      a: (tagName, attribs) => ({ tagName, attribs: linkAttributes(attribs) }),
      div: 'p',
      section: 'p',
      ucapcontent: 'p',
    },
    nestingLimit: 60,
  })
    .replace(/<p>\s*(?=<(?:p|table|ul|ol|h[1-6]|figure|blockquote)\b)/g, '')
    .replace(/<p>\s*<\/p>/g, '')
    .trim()
}

/** Addresses are absolute by now; one without a scheme that is safe is dropped and its words stay. */
function linkAttributes({ href = '', ...rest }: Record<string, string>): Record<string, string> {
  return { ...rest, ...(hasSafeScheme(href) ? { href } : {}), rel: 'nofollow noopener noreferrer' }
}
