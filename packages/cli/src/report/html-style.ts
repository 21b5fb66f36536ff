/** The style of report.html: light and dark, phone and paper, and one language at a time without a script. */
import type { Language } from '@floodgate/engine/core';

export function styleOf(first: Language): string {
  const second = first === 'en' ? 'zh' : 'en';
  return `${BASE_STYLE}
/* The other language shows when a link points into it; where :has is unknown both show, one after the other. */
@supports selector(:has(*)) {
  :root:not(:has(#${second}:target, #${second} :target)) #${second} { display: none; }
  :root:has(#${second}:target, #${second} :target) #${first} { display: none; }
}`;
}

export const BASE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1f24; --muted: #57606a; --line: #d5dae0; --soft: #f4f6f8;
  --with: #0a5fb4; --without: #a8530b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181d; --ink: #e8ebee; --muted: #a5afba; --line: #353c45; --soft: #1d232a;
    --with: #74b5ff; --without: #f2a65a;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
[lang='zh-Hans'] { font-family: system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif; }
article { max-width: 64rem; margin: 0 auto; padding: 1.25rem 1.25rem 3rem; }
header { border-bottom: 1px solid var(--line); padding-bottom: 1.25rem; }
.top { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem 1.5rem; color: var(--muted); font-size: .9rem; }
h1 { font-size: clamp(1.5rem, 4vw, 2.2rem); line-height: 1.25; margin: 1rem 0 .75rem; text-wrap: balance; }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.5rem 0 .75rem; padding-top: .5rem; }
h3 { font-size: 1.05rem; line-height: 1.4; margin: 1.5rem 0 .5rem; }
h4 { font-size: .9rem; font-weight: 600; margin: 0 0 .25rem; color: var(--muted); }
p { margin: .5rem 0; max-width: 46rem; }
a { color: var(--with); overflow-wrap: anywhere; }
.answer { font-size: 1.2rem; line-height: 1.5; font-weight: 500; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; margin: 1rem 0 0; list-style: none; font-size: .9rem; }
ul { padding-left: 1.2rem; }
li { margin: .3rem 0; max-width: 46rem; }
.findings { list-style: none; padding: 0; }
.findings li { border-left: 4px solid var(--with); background: var(--soft); padding: .6rem .9rem; margin: .6rem 0; max-width: none; }
.findings .earlier { color: var(--muted); font-size: .92rem; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .35rem 1.25rem; margin: .75rem 0; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
dd p { margin: 0 0 .2rem; }
.entry { border-top: 1px solid var(--line); padding: .6rem 0; }
.entry h4 { color: var(--ink); font-size: 1rem; }
.entry code { color: var(--muted); font-weight: 400; font-size: .8rem; overflow-wrap: anywhere; }
.entry dl { font-size: .9rem; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 4px; padding: .75rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .9rem; }
.table { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; font-size: .88rem; line-height: 1.4; width: 100%; }
caption { text-align: left; font-weight: 600; padding: .35rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { padding-left: 0; min-width: 11rem; font-weight: 400; }
thead th, thead th:first-child { font-weight: 600; color: var(--muted); }
.numeric { text-align: right; font-variant-numeric: tabular-nums; min-width: 5.5rem; }
table.wide { min-width: 48rem; }
.median { white-space: nowrap; }
.range { display: block; color: var(--muted); font-size: .8rem; text-wrap: balance; }
td:not(.numeric) { min-width: 5rem; }
figure { margin: 1.5rem 0; padding: 1rem; border: 1px solid var(--line); border-radius: 6px; break-inside: avoid; }
figcaption h3 { margin: 0 0 .25rem; }
.drawings { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1.25rem 2rem; margin: 1rem 0; }
.drawing { display: flex; flex-direction: column; justify-content: space-between; max-width: 27rem; break-inside: avoid; }
.drawings.difference { display: block; columns: 20rem 2; column-gap: 2rem; }
.drawings.difference .drawing { padding-bottom: 1rem; }
.plot { display: block; width: 100%; height: auto; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; font-size: .88rem; color: var(--muted); margin: .25rem 0; }
.legend span::before { content: ''; display: inline-block; width: 1.6rem; margin-right: .5rem; vertical-align: middle; }
.legend .with::before { border-top: 3px solid var(--with); }
.legend .without::before { border-top: 3px dashed var(--without); }
.legend .interval::before { height: .8rem; background: var(--with); opacity: .25; }
.source, .note { font-size: .82rem; color: var(--muted); max-width: none; }
details { margin: .5rem 0; }
summary { cursor: pointer; color: var(--with); }
footer { border-top: 1px solid var(--line); margin-top: 2.5rem; font-size: .92rem; }
:focus-visible { outline: 3px solid var(--with); outline-offset: 2px; }
@media (max-width: 34rem) {
  article { padding: 1rem .9rem 2rem; }
  figure { padding: .75rem .6rem; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dt { font-size: .85rem; margin-top: .5rem; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --muted: #444; --line: #bbb; --soft: #f4f4f4; --with: #0a5fb4; --without: #a8530b; }
  body { font-size: 10.5pt; }
  article { max-width: none; padding: 0; }
  nav, .switch { display: none; }
  .table { overflow: visible; }
  table.wide { min-width: 0; }
  h2, h3 { break-after: avoid; }
  tr, li { break-inside: avoid; }
}
`;
