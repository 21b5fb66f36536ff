/** The style of reading.html, on top of the reports' own: two columns, marks that do without colour, paper and phone. */
export const READING_STYLE = `
/* The switch: where :has is unknown both languages show. */
@supports selector(:has(*)) {
  :root:has(#show-en:checked) .in-zh { display: none; }
  :root:has(#show-zh:checked) .in-en { display: none; }
}
:root { --differs: #b3261e; --yes: #1a7f37; --no: #b3261e; --open: #8a5a00; }
@media (prefers-color-scheme: dark) { :root { --differs: #ff8a80; --yes: #6fdd8b; --no: #ff8a80; --open: #f2c14e; } }
article { max-width: 76rem; }
h1 { overflow-wrap: anywhere; }
.switch { border: 0; margin: 0; padding: 0; display: flex; gap: .9rem; align-items: baseline; }
.switch legend { float: left; padding: 0; margin-right: .9rem; }
.switch label { cursor: pointer; white-space: nowrap; }
.switch input { margin: 0 .35rem 0 0; }
.answer { max-width: 52rem; }
mark { background: none; color: inherit; }
mark.figure { border-bottom: 2px dotted var(--with); padding-bottom: 1px; }
mark.differs { border-bottom: 0; text-decoration: underline wavy var(--differs); text-underline-offset: 3px; text-decoration-skip-ink: none; font-weight: 600; }
.sign { color: var(--differs); font-weight: 700; margin-left: 1px; }
.claim { background: var(--soft); box-shadow: inset 0 -1px 0 var(--line); }
.tag { margin-left: .2rem; }
.tag a { border: 1px solid currentColor; border-radius: 3px; padding: 0 .22rem; text-decoration: none; font-weight: 600; font-size: .72rem; }
sup { line-height: 0; }
.differences { list-style: none; padding: 0; }
.differences > li { border-left: 4px solid var(--differs); background: var(--soft); padding: .6rem .9rem; margin: .75rem 0; max-width: none; break-inside: avoid; }
.kind { font-weight: 600; margin-bottom: .35rem; }
.kind i { font-style: normal; color: var(--differs); }
.kind a { font-weight: 400; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem 2rem; }
.sides p { margin: 0; }
.sides .read { color: var(--muted); font-size: .88rem; margin-top: .2rem; }
.card { border: 1px solid var(--line); border-radius: 6px; padding: .5rem 1rem; margin: .5rem 0; }
.card > summary { color: inherit; }
.card summary b, .claim-line b { color: var(--with); margin-right: .2rem; }
.card h4, .claim-line h4 { margin-top: .75rem; }
.card dd, .claim-line dd { max-width: 52rem; }
.card .source a { margin-right: .2rem; }
.badge { display: inline-block; border: 1px solid currentColor; border-radius: 999px; padding: .02rem .6rem; font-size: .8rem; color: var(--open); margin: .1rem .3rem .1rem 0; }
.badge i { font-style: normal; font-weight: 700; }
.badge.supported { color: var(--yes); }
.badge.contradicted { color: var(--no); border-style: double; border-width: 3px; }
.badge.not-checkable { color: var(--muted); border-style: dashed; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; border-top: 1px solid var(--line); padding: .5rem 0 .8rem; scroll-margin-top: 1rem; }
.pair:target { background: var(--soft); box-shadow: -.6rem 0 0 var(--soft), .6rem 0 0 var(--soft); }
.number, .under, .pair .other { grid-column: 1 / -1; }
.number { color: var(--muted); font-size: .78rem; }
.number a { color: inherit; }
.doubtful .number span { color: var(--open); font-weight: 600; }
.doubtful .number span::before { content: '△ '; }
.side { overflow-wrap: anywhere; max-width: 46rem; }
.side[lang='zh'], .sides [lang='zh'] { font-family: system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif; line-height: 1.75; }
.absent { color: var(--muted); }
.heading .side { font-weight: 600; font-size: 1.1rem; }
.by-line .side, .date-line .side, .caption .side { color: var(--muted); font-size: .92rem; }
.one .pair { grid-template-columns: 1fr; }
.one .absent { display: none; }
.under { font-size: .88rem; margin: .35rem 0 0; }
.under table { width: auto; min-width: min(100%, 30rem); }
.under th, .under td, .under td:first-child, .under th:first-child { min-width: 0; }
.under .badge { font-size: .75rem; }
.claim-line summary { color: inherit; }
.claim-line > div { border-left: 3px solid var(--line); padding-left: .9rem; }
.why { color: var(--muted); font-size: .8rem; white-space: nowrap; }
dl.in-en, dl.in-zh { font-size: .92rem; }
@media (max-width: 46rem) {
  .pair, .sides { grid-template-columns: 1fr; gap: .5rem; }
  .pair .absent { display: none; }
  .side[lang='zh'] { padding-top: .1rem; }
  .switch legend { position: absolute; clip-path: inset(50%); }
}
@media print {
  article { max-width: none; }
  .switch { display: none; }
  .pair, .card { break-inside: avoid; }
  .under:not([open]) { display: none; }
  .card::details-content { content-visibility: visible; block-size: auto; }
  .pair:target { background: none; box-shadow: none; }
  :root { --differs: #b3261e; --yes: #14622b; --no: #b3261e; --open: #6b4600; }
}
`;
