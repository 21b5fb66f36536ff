/** Sentences worth a check that make no registered claim. */
import { escapeHtml } from '../report/html-text.ts';
import type { Both } from './both.ts';
import type { ReadingReport } from './input.ts';

/** A page lists so many; the JSON holds all. */
const MOST_SHOWN = 60;
const LONGEST = 400;

export function unclaimedHtml({ reading }: ReadingReport, both: Both): string {
  const all = reading.paragraphs.flatMap(({ en, zh, unclaimed }, i) =>
    // Where both languages say it, one is enough.
    unclaimed
      .filter(({ lang }) => lang === 'en' || en === null)
      .map(({ why, lang, inParagraph: { start, end } }) => ({
        why,
        number: i + 1,
        text: ((lang === 'en' ? en : zh) ?? '').slice(start, end),
      })),
  );
  if (all.length === 0) return `<p>${both.tell('unclaimed.none')}</p>`;
  const items = all.slice(0, MOST_SHOWN).map((one) => {
    const why = one.why.map((reason) => both.tell(`why.${reason}`)).join(' · ');
    const text = one.text.length > LONGEST ? `${one.text.slice(0, LONGEST)}…` : one.text;
    return `<li><a href="#p${one.number}">${one.number}</a> <span dir="auto">${escapeHtml(text)}</span> <span class="why">${why}</span></li>`;
  });
  const more = all.length > MOST_SHOWN ? `<p>${both.tell('unclaimed.more', { n: all.length - MOST_SHOWN })}</p>` : '';
  return `<details><summary>${all.length}</summary><ul>${items.join('\n')}</ul>${more}</details>`;
}
