/** Questions put to a page in a browser. Each runs inside the page, so none may use anything from outside itself. */

export interface Finding {
  text: string
  value: number
}

/** Every piece of visible text whose contrast with what lies behind it is under 4.5 : 1 (3 : 1 when large). WCAG 2.2, 1.4.3. */
export function faintText(): Finding[] {
  type Colour = [number, number, number, number]
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (!canvas) throw new Error('no canvas')
  // The browser itself turns any notation, color-mix() too, into numbers.
  const parse = (css: string): Colour => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = css
    canvas.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data
    return [r, g, b, a / 255]
  }
  const over = (top: Colour, below: Colour): Colour => {
    const mix = (index: 0 | 1 | 2): number => top[index] * top[3] + below[index] * (1 - top[3])
    return [mix(0), mix(1), mix(2), 1]
  }
  const behind = (element: Element | null): Colour => {
    if (!element) return [255, 255, 255, 1]
    const own = parse(getComputedStyle(element).backgroundColor)
    return own[3] === 1 ? own : over(own, behind(element.parentElement))
  }
  const luminance = ([r, g, b]: Colour): number => {
    const linear = (value: number): number =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
  }
  const ratio = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: Finding[] = []
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    const text = walker.currentNode.textContent?.trim() ?? ''
    if (!element || text === '' || !element.checkVisibility()) continue
    const style = getComputedStyle(element)
    const background = behind(element)
    const value = ratio(luminance(over(parse(style.color), background)), luminance(background))
    const size = Number.parseFloat(style.fontSize)
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
    if (value < (large ? 3 : 4.5)) found.push({ text: text.slice(0, 30), value })
  }
  return found
}

/** Targets under `least` CSS pixels high or wide; links inside running text are excepted, as in WCAG 2.2, 2.5.8. */
export function smallTargets({ selector, least }: { selector: string; least: number }): Finding[] {
  const inSentence = (element: Element): boolean =>
    element.closest('.body, .prose p, .lead') !== null || (element.parentElement?.matches('p:not([class])') ?? false)
  return [...document.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility() && !element.matches('.skip') && !inSentence(element))
    .flatMap((element) => {
      // A box to tick is as large as the label around it.
      const { width, height } = (element.closest('label.tick') ?? element).getBoundingClientRect()
      const value = Math.min(width, height)
      return value < least - 0.5
        ? [{ text: `${element.tagName} ${element.textContent?.trim().slice(0, 30)}`, value }]
        : []
    })
}

/** Visible text set smaller than `least` CSS pixels. */
export function smallText(least: number): Finding[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: Finding[] = []
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    const text = walker.currentNode.textContent?.trim() ?? ''
    if (!element?.checkVisibility() || text === '' || element.matches('.unseen')) continue
    const value = Number.parseFloat(getComputedStyle(element).fontSize)
    if (value < least) found.push({ text: text.slice(0, 30), value })
  }
  return found
}

/** How far the page can be pushed sideways, in CSS pixels, and what sticks out. */
export function overflow(): { by: number; what: string[] } {
  const { scrollWidth, clientWidth } = document.documentElement
  const what = [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1 && element.checkVisibility())
    .map((element) => `${element.tagName}.${element.className}`)
  return { by: scrollWidth - clientWidth, what: scrollWidth > clientWidth ? what.slice(0, 5) : [] }
}
