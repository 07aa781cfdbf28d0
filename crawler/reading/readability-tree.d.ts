/** The small tree that Readability was made with, as far as it is used here. */
declare module '@mozilla/readability/JSDOMParser.js' {
  export interface Foreign {
    nodeType: number
    localName: string | null
    attributes: { name: string; value: string }[]
    childNodes: Foreign[]
    textContent: string
    appendChild(child: Foreign): void
    setAttribute(name: string, value: string): void
  }

  interface ForeignDocument extends Foreign {
    body: Foreign
    createElement(name: string): Foreign
    createTextNode(text: string): Foreign
  }

  /** Reads well-formed mark-up alone. */
  export default class JSDOMParser {
    parse(markup: string): ForeignDocument
  }
}
