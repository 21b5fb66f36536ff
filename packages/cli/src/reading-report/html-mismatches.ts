/** Where the two languages differ, each place with both sentences. */
import type { FoundMismatch, FoundQuantity, Paragraph } from '@floodgate/reading';
import { escapeHtml } from '../report/html-text.ts';
import type { Both } from './both.ts';
import type { ReadingReport } from './input.ts';
import { quantityWords } from './words.ts';

/** Characters of the paragraph shown on either side of the figure. */
const AROUND = { en: 110, zh: 45 };

export function mismatchesHtml({ reading }: ReadingReport, both: Both): string {
  const places = reading.paragraphs.flatMap((paragraph, i) =>
    paragraph.mismatches.map((mismatch) => mismatchHtml(paragraph, mismatch, i + 1, both)),
  );
  if (places.length > 0) return `<ol class="differences">${places.join('\n')}</ol>`;
  const paired = reading.paragraphs.some(({ en, zh }) => en !== null && zh !== null);
  return paired ? `<p>${both.tell('mismatch.none')}</p>` : `<p>${both.tell('layout.one-language')}</p>`;
}

function mismatchHtml(paragraph: Paragraph, { kind, en, zh }: FoundMismatch, number: number, both: Both): string {
  const link = `<a href="#p${number}">${both.tell('paragraph', { n: number })}</a>`;
  return `<li class="${kind}"><div class="kind"><i aria-hidden="true">≠</i> ${both.tell(`mismatch.${kind}`)} · ${link}</div>
<div class="sides">${sideHtml(paragraph, 'en', en, both)}${sideHtml(paragraph, 'zh', zh, both)}</div></li>`;
}

function sideHtml(paragraph: Paragraph, lang: 'en' | 'zh', quantity: FoundQuantity | null, both: Both): string {
  if (quantity === null) {
    const text = paragraph[lang] ?? '';
    const start = text.length > 2 * AROUND[lang] ? `${text.slice(0, 2 * AROUND[lang])}…` : text;
    return `<div lang="${lang}"><p dir="auto">${escapeHtml(start)}</p><p class="read">${both.tell('mismatch.absent')}</p></div>`;
  }
  const read = both.each((words) => escapeHtml(quantityWords(quantity, words)));
  return `<div lang="${lang}"><p dir="auto">${excerptHtml(paragraph[lang] ?? '', quantity, AROUND[lang])}</p><p class="read">= ${read}</p></div>`;
}

function excerptHtml(text: string, { inParagraph: { start, end } }: FoundQuantity, around: number): string {
  const [from, to] = [start - around, end + around];
  const before = from > 0 ? `…${text.slice(from, start)}` : text.slice(0, start);
  const after = to < text.length ? `${text.slice(end, to)}…` : text.slice(end);
  return `${escapeHtml(before)}<mark class="figure differs">${escapeHtml(text.slice(start, end))}</mark>${escapeHtml(after)}`;
}
