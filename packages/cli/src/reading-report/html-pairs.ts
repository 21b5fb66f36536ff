/** The text pair by pair: English beside Chinese, what was found marked, and under each pair its figures and claims. */
import type { Paragraph } from '@floodgate/reading';
import { escapeHtml } from '../report/html-text.ts';
import type { Both } from './both.ts';
import { claimNotes } from './claim-notes.ts';
import { noteBody, verdictBadges } from './html-claims.ts';
import { DOUBTFUL_BELOW, type ReadingReport } from './input.ts';
import { type Mark, marksOf } from './marks.ts';
import { claimIds } from './summary.ts';
import { pairingWords, quantityWords } from './words.ts';

const LANGUAGES = ['en', 'zh'] as const;
const HTML_LANGUAGE = { en: 'en', zh: 'zh' };

export function pairsHtml(report: ReadingReport, both: Both): string {
  const notes = { en: notesById(report, both, 'en'), zh: notesById(report, both, 'zh') };
  const columns = report.reading.layout === 'one-language' ? ' one' : '';
  const pairs = report.reading.paragraphs.map((paragraph, i) => pairHtml(paragraph, i + 1, both, notes));
  return `<div class="pairs${columns}">${pairs.join('\n')}</div>`;
}

type Notes = Record<'en' | 'zh', Map<string, ReturnType<typeof claimNotes>[number]>>;

function notesById(report: ReadingReport, both: Both, language: 'en' | 'zh') {
  return new Map(claimNotes(report, both.words[language]).map((note) => [note.id, note]));
}

function pairHtml(paragraph: Paragraph, number: number, both: Both, notes: Notes): string {
  const { other, role, score } = paragraph;
  const doubtful = score !== null && score < DOUBTFUL_BELOW ? ' doubtful' : '';
  const sides =
    other === null
      ? LANGUAGES.map((lang) => sideHtml(paragraph, lang)).join('\n')
      : `<div class="side other" dir="auto">${escapeHtml(other)}</div>`;
  const pairing = both.each((words) => escapeHtml(pairingWords(paragraph, words)));
  return `<div class="pair ${role}${doubtful}" id="p${number}"><div class="number"><a href="#p${number}">${number}</a> <span>${pairing}</span></div>
${sides}
${figuresHtml(paragraph, both)}${claimsIn(paragraph, both, notes)}</div>`;
}

function sideHtml(paragraph: Paragraph, lang: 'en' | 'zh'): string {
  const { quantities } = paragraph;
  if (paragraph[lang] === null) return '<div class="side absent">–</div>';
  // Most blocks of a long text hold nothing to be marked.
  const plain = quantities.length + paragraph.claims.length === 0;
  const marks = plain ? escapeHtml(paragraph[lang] ?? '') : marksOf(paragraph, lang).map(markHtml).join('');
  return `<div class="side" lang="${HTML_LANGUAGE[lang]}" dir="auto">${marks.replaceAll('\n\n', '<br><br>')}</div>`;
}

function markHtml({ text, quantity, mismatch, claimed, claimsEnding }: Mark): string {
  const inner = escapeHtml(text);
  const sign = mismatch ? '<sup class="sign">≠</sup>' : '';
  const figure = quantity ? `<mark class="figure${mismatch ? ' differs' : ''}">${inner}${sign}</mark>` : inner;
  const tags = claimsEnding.map(
    (id) => `<sup class="tag"><a href="#claim-${escapeHtml(id)}">${escapeHtml(id)}</a></sup>`,
  );
  return (claimed ? `<span class="claim">${figure}</span>` : figure) + tags.join('');
}

function figuresHtml({ quantities }: Paragraph, both: Both): string {
  if (quantities.length === 0) return '';
  const rows = quantities.map((quantity) => {
    const read = both.each((words) => escapeHtml(quantityWords(quantity, words)));
    return `<tr><td>${quantity.lang}</td><td dir="auto">${escapeHtml(quantity.text)}</td><td>${read}</td><td>${escapeHtml(quantity.subject ?? '')}</td></tr>`;
  });
  const head = ['language', 'written', 'read-as', 'subject'].map(
    (key) => `<th scope="col">${both.tell(`column.${key}`)}</th>`,
  );
  return `<details class="under"><summary>${both.tell('figures', { n: quantities.length })}</summary>
<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></details>`;
}

/** A tap on the claim's line shows why, then and now. */
function claimsIn(paragraph: Paragraph, both: Both, notes: Notes): string {
  return claimIds(paragraph)
    .map((id) => {
      const summary = both.each((words) => {
        const note = notes[words.language].get(id);
        return note ? `<b>${escapeHtml(id)}</b> ${escapeHtml(note.says)} ${verdictBadges(note)}` : escapeHtml(id);
      });
      const body = both.each((words) => {
        const note = notes[words.language].get(id);
        return note ? noteBody(note, words) : '';
      }, 'div');
      return `<details class="under claim-line"><summary>${summary}</summary>${body}</details>`;
    })
    .join('');
}
