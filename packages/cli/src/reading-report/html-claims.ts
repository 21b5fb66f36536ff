/** The claims of a text as HTML: verdict then and now, the reason, the evidence, the picture of an outcome. */
import { blockHtml } from '../report/html-blocks.ts';
import { escapeHtml, linkHtml } from '../report/html-text.ts';
import type { Both } from './both.ts';
import { type ClaimNote, claimNotes } from './claim-notes.ts';
import type { ReadingReport } from './input.ts';
import type { ReadingWords } from './words.ts';

/** A sign beside the word, so that colour is not the only one. */
const SIGNS: Record<string, string> = {
  supported: '✓',
  partly: '◐',
  contested: '⇄',
  contradicted: '✗',
  'not-checkable': '?',
};

export function claimsHtml(report: ReadingReport, both: Both): string {
  const ids = claimNotes(report, both.words.en).map(({ id }) => id);
  if (ids.length === 0) return `<p>${both.tell('claims.none')}</p>`;
  const notes = { en: byId(report, both.words.en), zh: byId(report, both.words.zh) };
  const cards = ids.map((id) => {
    const card = both.each((words) => cardHtml(notes[words.language].get(id)!, report, words), 'div');
    const summary = both.each((words) => {
      const note = notes[words.language].get(id)!;
      return `<b>${escapeHtml(id)}</b> ${escapeHtml(note.says)} ${verdictBadges(note)}`;
    });
    // The anchor is inside, so that a link to it opens the card.
    return `<details class="card"><summary>${summary}</summary><div id="claim-${escapeHtml(id)}">${card}</div></details>`;
  });
  return cards.join('\n');
}

function byId(report: ReadingReport, words: ReadingWords): Map<string, ClaimNote> {
  return new Map(claimNotes(report, words).map((note) => [note.id, note]));
}

function cardHtml(note: ClaimNote, report: ReadingReport, words: ReadingWords): string {
  const places = note.madeIn.map((n) => `<a href="#p${n}">${escapeHtml(words.tell('paragraph', { n }))}</a>`);
  return `<p class="source">${escapeHtml(words.tell('made-in'))}${places.join(words.language === 'zh' ? '、' : ', ')}</p>
${noteBody(note, words)}${picturesHtml(note, report, words)}`;
}

export function verdictBadges({ verdicts }: ClaimNote): string {
  return verdicts
    .map(
      ({ title, verdict }) =>
        `<span class="badge ${verdict}"><i aria-hidden="true">${SIGNS[verdict]}</i> ${escapeHtml(title)}</span>`,
    )
    .join(' ');
}

export function noteBody({ verdicts, evidence }: ClaimNote, words: ReadingWords): string {
  const reasons = verdicts.map(({ when, readings }) => {
    const lines = readings.map(
      ({ says, verdict, because }) =>
        `<p><b>${escapeHtml(says)}</b> – <em>${escapeHtml(verdict)}</em>. ${escapeHtml(because)}</p>`,
    );
    return `<dt>${escapeHtml(words.tell(when))}</dt><dd>${lines.join('')}</dd>`;
  });
  const facts = evidence.map((fact) => `<li>${linkHtml(fact)}</li>`).join('');
  const list = facts === '' ? `<p class="source">${escapeHtml(words.tell('evidence.none'))}</p>` : `<ul>${facts}</ul>`;
  return `<dl>${reasons.join('')}</dl>
<h4>${escapeHtml(words.tell('evidence'))}</h4>${list}`;
}

function picturesHtml({ outcomes }: ClaimNote, report: ReadingReport, words: ReadingWords): string {
  const pictures = outcomes.flatMap((id) => report.pictures[words.language].get(id) ?? []);
  return pictures.map((picture) => blockHtml(picture, words)).join('\n');
}
