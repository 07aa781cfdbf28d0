/** The front page: news and volunteering on the left, jobs beside them. */
export const FRONT = `
.dateline { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem 2rem; margin-bottom: 1rem; }
.figures { font-size: var(--small); color: var(--soft); }
.front > section > h2 { border-bottom: 1px solid var(--ink); padding-bottom: .3rem; }
.front { display: grid; gap: 2.4rem; }
.front > * { min-width: 0; }
.hiring { background: var(--tint); padding: 1.2rem clamp(.9rem, 2.5vw, 1.5rem); }
@media (min-width: 62em) {
  .front { grid-template-columns: minmax(0, 11fr) minmax(0, 7fr); column-gap: 2.8rem; grid-template-rows: auto 1fr; align-items: start; }
  .front-news, .front-volunteer { grid-column: 1; }
  .hiring { grid-column: 2; grid-row: 1 / span 2; }
}
`
