/** Head and foot. Under the head the thick and the thin line of a Chinese newspaper; the town's name is its seal. */
export const MAST = `
.mast { padding-top: 1rem; }
.mast-top { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.5rem; justify-content: space-between; }
.brand { display: flex; align-items: center; gap: .5rem; color: var(--ink); text-decoration: none; min-height: 3.2rem; }
.mark { width: 2.9rem; height: 2.9rem; color: var(--red); flex: none; }
.word { font: 700 2.3rem/1 var(--song); letter-spacing: .12em; }
.town { background: var(--seal); color: #fff; font: 700 .82rem/1.15 var(--song); letter-spacing: .1em; padding: .35em .22em .3em; border-radius: 3px; writing-mode: vertical-rl; max-height: 5.2em; }
:lang(en) .word { letter-spacing: 0; }
:lang(en) .town { writing-mode: horizontal-tb; padding: .3em .6em; letter-spacing: 0; }
.find { flex: 1 1 100%; order: 1; min-width: 0; }
.find form { display: flex; gap: .4rem; position: relative; }
.find-field { flex: 1; min-width: 0; }
.find-field input { width: 100%; }
.suggestions { position: absolute; inset-inline: 0; top: calc(100% + 2px); z-index: 2; max-height: min(28rem, 65vh); overflow-y: auto; background: var(--paper); border: 1px solid var(--soft); box-shadow: 0 .4rem 1.2rem #0004; }
.suggestions li { display: flex; align-items: center; justify-content: space-between; gap: .2em 1em; min-height: 2.6rem; padding: .3rem .7rem; cursor: pointer; }
.suggestions small { flex: none; }
.suggestions li:hover { background: var(--tint); }
.suggestions [aria-selected=true], .suggestions [aria-selected=true] small { background: var(--ink); color: var(--paper); }
.options ul { display: flex; flex-wrap: wrap; gap: .2rem .9rem; font-size: var(--small); }
.options a { display: inline-flex; align-items: center; min-height: 2rem; min-width: 2rem; color: var(--ink); }
.elder-switch { font-weight: 700; }
.sections { margin-top: .6rem; border-bottom: 3px solid var(--ink); box-shadow: 0 2px 0 var(--paper), 0 3px 0 var(--ink); }
.sections ul { display: flex; flex-wrap: wrap; gap: 0 clamp(0rem, 3vw - .9rem, 1.6rem); }
.sections a { display: flex; align-items: center; min-height: 2.8rem; padding-inline: clamp(.28rem, 1vw, .5rem); color: var(--ink); text-decoration: none; font-weight: 600; border-bottom: 4px solid transparent; }
.sections a:hover { border-color: var(--line); }
.sections [aria-current] { color: var(--red); border-color: var(--red); }
@media (min-width: 44em) {
  .find { flex: 1 1 16rem; order: 0; }
}
.foot { font-size: var(--small); color: var(--soft); padding-block: 1.2rem 2.5rem; border-top: 1px solid var(--line); }
.foot p { margin-top: .5rem; }
.feeds { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; align-items: center; }
.feeds a { display: inline-flex; align-items: center; min-height: 1.8rem; min-width: 1.8rem; color: inherit; }
`
