/**
 * Suggestions under the search field, as one types. The form works without: this only saves typing. The pattern is
 * WAI-ARIA's combobox with a list: focus stays in the field, `aria-activedescendant` tells which suggestion is meant.
 * Plain DOM, since the whole of it weighs less than the smallest library. Every text goes in as text.
 */
import type { Suggestion, SuggestResponse } from '../../domain/api.ts'
import type { FindWords } from './find-words.ts'

/** Long enough for the next key of a quick typist, short enough to feel at once. */
const PAUSE_MS = 150

interface Box {
  input: HTMLInputElement
  list: HTMLUListElement
  /** Read aloud, never seen. */
  told: HTMLParagraphElement
  words: FindWords
  options: HTMLLIElement[]
  /** Index of the suggestion that is meant; -1 is what was typed. */
  meant: number
  timer?: ReturnType<typeof setTimeout>
  asking?: AbortController
}

const field = document.querySelector<HTMLInputElement>('#find[data-suggest]')
if (field) listen(furnish(field, JSON.parse(field.dataset.suggest ?? '{}') as FindWords))

function furnish(input: HTMLInputElement, words: FindWords): Box {
  const list = document.createElement('ul')
  const told = document.createElement('p')
  mark(list, { id: 'find-list', role: 'listbox', 'aria-label': words.list, class: 'suggestions', hidden: '' })
  mark(told, { role: 'status', class: 'unseen' })
  mark(input, {
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  })
  input.after(list, told)
  return { input, list, told, words, options: [], meant: -1 }
}

function listen(box: Box): void {
  const { input, list } = box
  input.addEventListener('input', (event) => typed(box, (event as InputEvent).isComposing))
  // The last `input` of a composition comes before its end in some browsers, and says that it is composing.
  input.addEventListener('compositionend', () => typed(box, false))
  input.addEventListener('keydown', (event) => {
    if (!event.isComposing && KEYS[event.key]?.(box)) event.preventDefault()
  })
  input.addEventListener('blur', () => close(box))
  // A press would take the focus away, and with it the list, before it became a click.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => go(box, target instanceof Element ? target.closest('li') : null))
}

/** True when the key has done its work here, and must do no other. */
const KEYS: Record<string, (box: Box) => boolean> = {
  ArrowDown: (box) => step(box, 1),
  ArrowUp: (box) => step(box, -1),
  Enter: (box) => go(box, box.options[box.meant]),
  Escape: (box) => {
    const open = !box.list.hidden
    close(box)
    return open
  },
}

/** Letters of a word that is still being composed are not yet what the reader means. */
function typed(box: Box, composing: boolean): void {
  const q = box.input.value.trim()
  forget(box)
  if (composing) return
  if (q === '') close(box)
  else box.timer = setTimeout(() => void ask(box, q), PAUSE_MS)
}

async function ask(box: Box, q: string): Promise<void> {
  const mine = new AbortController()
  box.asking = mine
  try {
    const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(q)}`, { signal: mine.signal })
    const { suggestions = [] }: Partial<SuggestResponse> = answer.ok ? await answer.json() : {}
    if (mine.signal.aborted) return
    show(box, suggestions)
    box.told.textContent = box.words.told.replace('{n}', String(suggestions.length))
  } catch {
    // No network, and what was typed can still be searched for; or overtaken by the next key, whose answer comes.
    if (!mine.signal.aborted) show(box, [])
  }
}

/** An answer that comes late must not open the list again. */
function forget({ timer, asking }: Box): void {
  clearTimeout(timer)
  asking?.abort()
}

function close(box: Box): void {
  forget(box)
  box.told.textContent = ''
  show(box, [])
}

function show(box: Box, suggestions: readonly Suggestion[]): void {
  const { input, list } = box
  box.options = suggestions.map((suggestion, at) => toOption(box.words, suggestion, at))
  list.replaceChildren(...box.options)
  list.hidden = box.options.length === 0
  mark(input, { 'aria-expanded': !list.hidden })
  mean(box, -1)
}

/** A kind that this page knows no address of leads nowhere. */
function toOption({ kinds }: FindWords, { what, value, text }: Suggestion, at: number): HTMLLIElement {
  const option = document.createElement('li')
  const kind = document.createElement('small')
  kind.textContent = kinds[what]?.name ?? ''
  option.append(text, ' ', kind)
  mark(option, { id: `find-${at}`, role: 'option' })
  option.dataset.href = kinds[what]?.href.replace('{}', encodeURIComponent(value)) ?? ''
  return option
}

/** Round and round through the suggestions and what was typed. */
function step(box: Box, by: 1 | -1): boolean {
  if (box.list.hidden) return false
  const places = box.options.length + 1
  mean(box, ((box.meant + 1 + by + places) % places) - 1)
  return true
}

function mean(box: Box, index: number): void {
  box.meant = index
  for (const [at, option] of box.options.entries()) mark(option, { 'aria-selected': at === index })
  const option = box.options[index]
  mark(box.input, { 'aria-activedescendant': option?.id ?? '' })
  option?.scrollIntoView({ block: 'nearest' })
}

/** False when there is nowhere to go. */
function go(box: Box, option: Element | null | undefined): boolean {
  const href = option instanceof HTMLElement ? option.dataset.href : ''
  if (!href) return false
  close(box)
  location.assign(href)
  return true
}

/** By attribute: older browsers do not know the properties of the same meaning. */
function mark(element: Element, attributes: Record<string, string | boolean>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
}
