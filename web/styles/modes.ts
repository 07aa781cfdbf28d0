/** Night, large print, little motion, paper. */
const NIGHT = `
  --paper: #151618;
  --ink: #ebe8e2;
  --soft: #aaa79f;
  --line: #393a3e;
  --tint: #1e2023;
  --red: #ff907c;
  --seal: #b93a2a;
  --seen: #cdb2ac;
`

/** 24 px is the 18 pt that the elder-friendly specification asks for; nothing in this mode is smaller. */
export const MODES = `
@media (prefers-color-scheme: dark) {
  :root {${NIGHT}}
}
.elder {
  --paper: #fff;
  --ink: #000;
  --soft: #1f1f1f;
  --line: #555;
  --tint: #fff;
  --red: #8a1200;
  --seal: #8a1200;
  --seen: #3d1a5c;
  --small: 1rem;
  font-size: 150%;
}
@media (prefers-color-scheme: dark) {
  .elder {
    --paper: #000;
    --ink: #fff;
    --soft: #f0f0f0;
    --line: #aaa;
    --tint: #000;
    --red: #ffd84a;
    --seal: #8a1200;
    --seen: #d9c2ff;
  }
}
.elder .town, .elder .seal, .elder .byline, .elder .choices h2, .elder code { font-size: 1rem; }
.elder .seal, .elder .mark + .word { line-height: 1.5; }
.elder :is(button, input:not([type=checkbox]), select, .button, .skip, .tick, nav a, .brand, h2 a, h3 a, .chips a, .active a, .all a, .feeds a, .out, .figures a, .ways a, .empty a, .files a, tbody a) { min-height: 60px; min-width: 60px; display: inline-flex; align-items: center; }
.elder :is(.by, .byline, .small, .thread, .note p, .also) a:not(.out) { min-height: 44px; min-width: 60px; align-items: center; }
.elder .suggestions li { min-height: 60px; flex-wrap: wrap; border-bottom: 1px solid var(--line); }
.elder summary { min-height: 60px; padding-block: .5rem; }
.elder input[type=checkbox] { width: 36px; height: 36px; }
.elder :is(.fact-sheet, .hiring, .note) { border: 2px solid var(--ink); }
.elder :is(.front, .aside-list, .item) { display: block; }
.elder :is(.front, .item) > * { margin-bottom: 1.5rem; }
.elder .panel { border-block: 2px solid; }
.elder .panel::details-content { content-visibility: revert-layer; }
.elder .panel > summary { display: list-item; }
.elder .out { flex-wrap: wrap; column-gap: .4em; }
.elder .out::after { content: none; }
.elder .host { margin: 0; }
.elder :is(.by, .figures, .crumbs ol) { align-items: center; }
.elder .row { border-bottom-width: 2px; padding-block: 1.2rem; }
.elder :is(.by, .facts) { gap: .3rem 1.2rem; }
.elder .steps, .elder .fact-sheet dl > div, .elder .byline div { grid-template-columns: minmax(0, 1fr); gap: 0; }
.elder a { text-decoration: underline; text-decoration-thickness: 2px; }
.elder p + p { margin-top: .6em; }
@media (prefers-reduced-motion: no-preference) {
  html { scroll-behavior: smooth; }
}
@media (prefers-contrast: more) {
  :root { --soft: var(--ink); --line: var(--ink); }
}
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #333; --line: #999; --tint: #fff; --red: #000; }
  html { font-size: 11pt; }
  .find, .options, .sections ul, .skip, .panel, .pager, .boxes, .foot .feeds, .all, .active { display: none; }
  .aside-list, .front, .item { display: block; }
  .row, .fact-sheet { break-inside: avoid; }
  details::details-content { content-visibility: visible; }
}
`
