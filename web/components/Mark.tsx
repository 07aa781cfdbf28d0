/** The drum tower: two roofs, the drum between them, the gate below. */
const SHAPES = [
  'M16 1.5 14.7 4C11 6.8 7.2 8.3 3.6 8.5L5 11h22l1.4-2.5C24.8 8.3 21 6.8 17.3 4z',
  'M8 12.4h3v4.1H8zm13 0h3v4.1h-3zM16 11.8a2.6 2.6 0 1 0 .01 0z',
  'M5.4 17.9h21.2l2.6 3.2H2.8z',
  'M6 22.5h20V30h-6.6v-2.6a3.4 3.4 0 0 0-6.8 0V30H6z',
].join('')

/** Takes the colour of the text. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="46" height="46" aria-hidden="true" fill="currentColor">
      <path d={SHAPES} />
    </svg>
  )
}

/** The same in the red of the seal, for the browser's tab: a file, so that pages do not carry it. */
export const ICON = '/assets/mark.svg'
