/** How the sources are: a mark, a colour and a word each. */
export const SOURCES = `
.sources { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(21rem, 100%), 1fr)); gap: 0 2.4rem; }
.source { border-top: 1px solid var(--line); padding-block: 1rem; }
.source h2 { font: 600 1.1rem/1.5 var(--sans); }
.state { font-weight: 600; }
.state::before { content: "○ "; }
.state-ok::before { content: "● "; color: #2c7a4b; }
.state-failing::before, .state-blocked::before { content: "✕ "; color: var(--red); }
.state-silent::before { content: "… "; }
.inline { font-size: var(--small); }
.inline div { display: flex; flex-wrap: wrap; gap: 0 .7em; }
.inline dt { color: var(--soft); }
`
