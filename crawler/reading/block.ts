/** The block that holds most of what is stated on a page: reading by density without guesses about layout. */
import { type Element, isElement, type Node } from './document.ts'
import { furnitureIn } from './furniture.ts'
import { weigh } from './weights.ts'

/** A child that says so much of what its parent says is gone down to. */
const SHARE = 0.72

/** Undefined where nothing is stated below `top`. */
export function findBlock(top: Element): Element | undefined {
  const weights = weigh([top])
  const lost = new Map<Element, number>()
  for (const element of furnitureIn([top], weights)) {
    const { said } = weights.of(element)
    for (let node: Node | null = element; said > 0 && isElement(node); node = node.parent)
      lost.set(node, (lost.get(node) ?? 0) + said)
  }
  const said = (element: Element) => weights.of(element).said - (lost.get(element) ?? 0)
  for (let block = top; ; ) {
    const whole = said(block)
    if (whole <= 0) return undefined
    const child: Element | undefined = block.children.filter(isElement).find((node) => said(node) >= whole * SHARE)
    if (!child) return block
    block = child
  }
}
