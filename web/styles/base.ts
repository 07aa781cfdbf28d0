/** Paper, ink, type. Song for headings where a good one is installed; no font is ever fetched. */
export const BASE = `
:root {
  --paper: #fcfcfa;
  --ink: #1b1b19;
  --soft: #5b5953;
  --line: #d8d5cd;
  --tint: #f3f1ec;
  --red: #a62a1b;
  --seal: #a62a1b;
  --seen: #6a4a45;
  --small: .875rem;
}
:root, [lang|=zh] {
  --sans: "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif;
  --song: "Songti SC", "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", serif;
}
:lang(zh-Hant) {
  --sans: "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC", "Noto Sans SC", system-ui, sans-serif;
  --song: "Songti TC", "Noto Serif CJK TC", "Noto Serif TC", "Microsoft JhengHei", "PingFang TC", "Noto Sans CJK TC", "Noto Sans TC", "Noto Sans SC", serif;
}
:lang(en) {
  --sans: system-ui, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  --song: Georgia, "Noto Serif", "Songti SC", "Noto Serif CJK SC", "Microsoft YaHei", "Noto Sans SC", serif;
}
* { box-sizing: border-box; }
:where([lang]) { font-family: var(--sans); }
html {
  font: 106.25%/1.7 var(--sans);
  color: var(--ink);
  background: var(--paper);
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
  line-break: strict;
  text-align: start;
}
body { margin: 0; overflow-wrap: anywhere; }
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1, h2 { font-family: var(--song); line-height: 1.35; text-wrap: pretty; }
h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.3rem); font-weight: 700; }
h2 { font-size: 1.3rem; font-weight: 700; }
small, .small { font-size: var(--small); color: var(--soft); }
a { color: var(--red); text-decoration-thickness: 1px; text-underline-offset: .2em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--red); outline-offset: 2px; }
main:focus { outline: 0; }
mark { background: color-mix(in srgb, var(--red) 18%, transparent); color: inherit; border-bottom: 2px solid var(--red); }
q { quotes: "“" "”"; }
:lang(zh-Hant) q { quotes: "「" "」"; }
code { font-size: .9em; overflow-wrap: anywhere; }
img, svg, video, table { max-width: 100%; }
img, video { height: auto; }
time, .pay, small { font-variant-numeric: tabular-nums; }
input, select, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 2px; min-height: 2.6rem; padding: .3rem .6rem; min-width: 0; }
input[type=checkbox] { min-height: 0; width: 1.3rem; height: 1.3rem; vertical-align: -.2em; accent-color: var(--seal); }
::placeholder { color: var(--soft); opacity: 1; }
button, .button { background: var(--ink); color: var(--paper); border: 0; padding: .3rem 1rem; cursor: pointer; font-weight: 600; }
.button { display: inline-flex; align-items: center; gap: .4em; min-height: 2.8rem; background: var(--seal); color: #fff; border-radius: 2px; text-decoration: none; }
.button:hover { text-decoration: underline; }
summary { cursor: pointer; min-height: 2.6rem; padding-block: .4rem; font-weight: 600; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; inset-inline-start: 1rem; top: -6rem; z-index: 1; background: var(--ink); color: var(--paper); padding: .6rem 1rem; }
.skip:focus { top: .5rem; }
main, .mast, .foot { width: min(70rem, 100% - 2 * clamp(1rem, 4vw, 2.5rem)); margin-inline: auto; }
main { padding-block: 1.6rem 3rem; }
.lead { font-size: 1.1rem; margin-block: .6rem 1.2rem; }
.prose { max-width: 40rem; }
.prose section { margin-top: 1.8rem; scroll-margin-top: 1rem; }
.note { border-inline-start: 4px solid var(--red); background: var(--tint); padding: .6rem .9rem; }
`
