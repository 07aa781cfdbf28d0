/** Rankings side by side where there is room, each place with its figures. */
export const RANKING = `
.chips [aria-current] { background: var(--ink); color: var(--paper); border-color: var(--ink); }
.rankings { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: 1.6rem 2.8rem; margin-block: 1.6rem; }
.rankings > section > h2 { border-bottom: 1px solid var(--ink); padding-bottom: .3rem; }
.ranking { counter-reset: place; }
.ranking li { counter-increment: place; position: relative; padding: .55rem 0 .55rem 2.2rem; border-bottom: 1px solid var(--line); }
.ranking li::before { content: counter(place); position: absolute; inset-inline-start: 0; color: var(--soft); font-variant-numeric: tabular-nums; }
.ranking .by { color: inherit; font-size: 1rem; }
#how p { margin-top: .6rem; }
`
