/** One item: who, when, where and the way out on the side, the text in a measure of some forty characters. */
export const ITEM = `
.item { display: grid; gap: 1.2rem 3rem; }
.item-side, .item-main { display: grid; gap: 1.2rem; min-width: 0; align-content: start; }
.item-side > *, .item-main > * { min-width: 0; }
.crumbs ol { display: flex; flex-wrap: wrap; font-size: var(--small); color: var(--soft); }
.crumbs a { color: inherit; }
.crumbs a, .byline a, .small > a { display: inline-flex; align-items: baseline; min-height: 1.6rem; min-width: 1.6rem; }
.crumbs li + li::before { content: "›"; margin-inline: .5em; }
.byline { border-block: 1px solid var(--line); padding-block: .6rem; }
.byline div, .fact-sheet dl > div, .why div, .small dl > div { display: grid; grid-template-columns: minmax(4.2em, 22%) minmax(0, 1fr); gap: .8em; padding-block: .15rem; }
.byline { font-size: .95rem; }
.byline div { grid-template-columns: 4.2em minmax(0, 1fr); }
:lang(en) .byline div { grid-template-columns: 5.6em minmax(0, 1fr); }
.byline .origin { display: block; }
.item-side .button { display: flex; flex-wrap: wrap; justify-content: space-between; padding-block: .5rem; gap: 0 1em; }
.button small { color: inherit; }
.positions:lang(zh) td:nth-child(n + 2):not(:last-child) { white-space: nowrap; }
dt { color: var(--soft); }
.byline a { color: inherit; }
.status { display: flex; flex-wrap: wrap; gap: .3rem 1rem; font-size: 1.05rem; }
.item h2 { margin-bottom: .4rem; }
.note h2 { font: 700 1rem/1.5 var(--sans); margin: 0; }
.note li { padding-block: .2rem; }
.fact-sheet { background: var(--tint); padding: 1rem 1.1rem; }
.fact-sheet dl > div + div { border-top: 1px solid var(--line); }
.fact-sheet q { color: var(--soft); font-size: var(--small); }
.steps { display: grid; grid-template-columns: repeat(auto-fit, minmax(5.2rem, 1fr)); gap: .5rem .3rem; }
.steps li { border-top: 4px solid var(--line); padding-top: .3rem; font-size: var(--small); color: var(--soft); }
.steps [aria-current] { border-color: var(--red); color: var(--ink); font-weight: 700; }
.thread li { border-inline-start: 4px solid var(--line); padding: .3rem 0 .5rem .9rem; }
.thread .now { border-color: var(--red); }
.thread .by { font-size: var(--small); }
.thread [aria-current] > span { font-weight: 700; }
.thread a, .note p a { display: inline-block; min-height: 1.6rem; }
.body { font-size: 1.08rem; line-height: 1.9; }
.body p, .body ul, .body ol, .body table { margin-bottom: .9em; }
.body ul, .body ol { padding-inline-start: 1.5em; list-style: revert; }
.body > div { overflow-x: auto; }
.body td, .body th { border: 1px solid var(--line); padding: .3em .5em; text-align: start; }
table { border-collapse: collapse; width: 100%; }
.positions th, .positions td { text-align: start; vertical-align: top; padding: .5rem .6rem .5rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
.positions thead th { font-size: var(--small); color: var(--soft); white-space: nowrap; }
.positions tbody th { font-weight: 600; }
.positions tbody a, .files a { display: inline-block; min-height: 1.6rem; min-width: 1.5rem; }
.files li { border-bottom: 1px solid var(--line); padding-block: .4rem; }
.item details { border-top: 1px solid var(--line); }
.item details .why { font-size: var(--small); }
.versions li { padding-block: .3rem; }
@media (min-width: 62em) {
  .item { grid-template-columns: minmax(0, 1fr) 20rem; }
  .item > nav, .item > h1 { grid-column: 1 / -1; }
  .item-side { grid-column: 2; }
  .item-main { grid-column: 1; grid-row: 3; max-width: 44rem; }
}
@media (max-width: 40em) {
  .positions thead { display: none; }
  .positions table, .positions tbody { display: block; }
  .positions tr { display: flex; flex-wrap: wrap; gap: .1rem 1rem; padding-block: .7rem; border-bottom: 1px solid var(--line); }
  .positions tbody th { width: 100%; }
  .positions tbody th, .positions td { border: 0; padding: 0; }
  .positions td:empty { display: none; }
}
`
