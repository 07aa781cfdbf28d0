/** What narrows a list: folded on a phone, beside the list on a wide screen. */
export const FILTERS = `
.active { margin-block: .8rem; }
.active .plain { border-color: transparent; text-decoration: underline; background: none; }
.list-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem 1.2rem; }
.total { color: var(--soft); }
.also { margin-top: .3rem; }
.also a { display: inline-block; min-height: 1.6rem; min-width: 1.5rem; }
.panel { border-block: 1px solid var(--line); margin-block: .8rem; }
.panel-in { padding-bottom: 1rem; display: grid; gap: 1.2rem; }
.choices h2 { font-size: 1rem; margin-bottom: .2rem; }
.choices ul { display: flex; flex-wrap: wrap; gap: 0 .3rem; }
.choices a { display: inline-flex; align-items: baseline; gap: .35em; min-height: 2rem; padding: .1rem .5rem; color: var(--ink); text-decoration: none; border-radius: 2px; }
.choices a:hover { text-decoration: underline; }
.choices [aria-current] { background: var(--ink); color: var(--paper); font-weight: 600; }
.choices [aria-current] small { color: inherit; }
.tree ul ul { padding-inline-start: .6rem; }
.tree li:has(ul) { width: 100%; }
.conditions { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); gap: .8rem; align-items: end; }
.field { display: grid; gap: .15rem; min-width: 0; }
.field span { font-size: var(--small); color: var(--soft); }
.tick { display: flex; align-items: center; gap: .5em; min-height: 2.6rem; }
.pager { display: flex; justify-content: space-between; margin-top: 1.2rem; }
@media (min-width: 62em) {
  .aside-list { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 2.8rem; align-items: start; }
  .panel { border: 0; margin-top: .6rem; }
  .tree ul ul, .choices ul { display: block; }
  .conditions { grid-template-columns: minmax(0, 1fr); }
  @supports selector(::details-content) {
    .panel::details-content { content-visibility: visible; height: auto; }
    .panel > summary { display: none; }
  }
}
`
