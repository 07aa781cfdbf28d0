/** A row of any list, and what stands beside one. It hangs on its hour, as the drum told it, where there is room for a column of hours. */
export const ROWS = `
.figures, .by, .facts { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem 1rem; }
.figures a, .by a { color: inherit; display: inline-flex; align-items: baseline; min-height: 1.6rem; min-width: 1.5rem; }
.notices { border: 1px solid var(--line); border-inline-start: 4px solid var(--soft); padding: .5rem .9rem; margin-block: 1rem; font-size: var(--small); }
.all { margin-top: .6rem; }
.all a, .pager a { display: inline-flex; gap: .4em; align-items: center; min-height: 2.6rem; font-weight: 600; }
.rows { container-type: inline-size; }
.row { border-bottom: 1px solid var(--line); padding-block: .95rem; }
.row h3 { font-size: 1.12rem; line-height: 1.5; font-weight: 600; }
.row h3 a { color: var(--ink); text-decoration: none; }
.row h3 a:visited { color: var(--seen); }
.row h3 a:hover { text-decoration: underline; color: var(--red); }
.when, .by { font-size: var(--small); color: var(--soft); }
.when b { font-weight: 600; color: var(--ink); }
.guess { border: 1px dashed var(--soft); padding-inline: .3em; }
.seal { display: inline-block; background: var(--seal); color: #fff; font: 700 .8rem/1.7 var(--sans); padding-inline: .45em; border-radius: 3px; vertical-align: .12em; }
.excerpt { color: var(--soft); margin-block: .15rem; }
.row .note { font-size: var(--small); padding: .2rem .7rem; margin-block: .35rem; }
.facts { margin-block: .2rem; }
.pay { color: var(--red); font-weight: 700; }
.soon { font-weight: 700; color: var(--red); }
.closed { color: var(--soft); border: 1px solid; padding-inline: .4em; }
.open-end { color: var(--soft); }
.stage { border: 1px solid var(--soft); padding-inline: .4em; border-radius: 2px; }
.publisher { color: var(--ink); }
.official, .plain-http { border: 1px solid var(--line); padding-inline: .3em; border-radius: 2px; margin-inline-start: .35em; white-space: nowrap; }
.out { text-decoration: underline; }
.original { white-space: nowrap; }
.out::after { content: "↗"; content: "↗" / ""; margin-inline-start: .25em; }
.original + .host { margin-inline-start: .35em; }
@container (min-width: 34rem) {
  .row article { display: grid; grid-template-columns: 6rem minmax(0, 1fr); column-gap: 1.2rem; }
  .row article > * { grid-column: 2; }
  .row .when { grid-column: 1; grid-row: 1 / span 9; line-height: 1.5; }
  .when time { display: flex; flex-direction: column; }
  .when b { order: -1; font-size: 1.35rem; line-height: 1.3; }
}
.boxes { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: .8rem 1.8rem; margin-block: .9rem; }
.boxes > .more { grid-column: 1 / -1; display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.5rem; }
.more .all { margin: 0; }
.more [open] { flex-basis: 100%; }
.trend { white-space: nowrap; }
.trend span { margin-inline-end: .15em; }
.boxes summary { font-weight: 400; }
.box h2 { font-size: 1.05rem; }
.chips, .active { display: flex; flex-wrap: wrap; gap: .4rem; margin-top: .4rem; }
.chips a, .active a { display: inline-flex; align-items: center; gap: .35em; min-height: 2.2rem; padding-inline: .65rem; background: var(--paper); border: 1px solid var(--line); border-radius: 2px; color: var(--ink); text-decoration: none; }
.chips a:hover, .active a:hover { border-color: var(--red); color: var(--red); }
.empty { padding-block: 1.5rem; }
.empty ul, .ways { margin-top: .6rem; }
.empty li, .ways li { border-bottom: 1px solid var(--line); }
.empty li a, .ways a { display: flex; align-items: center; min-height: 2.8rem; }
`
