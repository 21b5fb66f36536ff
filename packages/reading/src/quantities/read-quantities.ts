/**
 * Every quantity and date that a text states, in order, without overlap. A first scan finds where a figure may start; there the
 * grammar of the language is tried, longest sense first; the words around then give comparator, unit and subject.
 *
 * All of it is our own. Microsoft's recogniser, tried first, is sound on plain numbers but a thousand times slower, reads H100
 * as 100 and `may` as a month, and garbles vague magnitudes, 三年半 and ranges; what it gets right is got right here, so it
 * serves as the oracle of the tests (`tests/reading/quantities-oracle.test.ts`) instead.
 *
 * Time is linear in the text: every expression is anchored and bounded, and a run of digits longer than 21 is skipped whole.
 */
import { chineseAmount } from './chinese-amount.ts';
import { chineseDate } from './chinese-date.ts';
import { chineseShare } from './chinese-share.ts';
import { chineseStretch } from './chinese-stretch.ts';
import { comparatorAround } from './comparators.ts';
import { unitFor } from './counted.ts';
import { asDate } from './distance.ts';
import type { Draft } from './draft.ts';
import { englishAmount } from './english-amount.ts';
import { englishDate } from './english-date.ts';
import { englishShare } from './english-share.ts';
import { englishStretch } from './english-stretch.ts';
import { isFigure } from './figure.ts';
import { fold } from './fold.ts';
import { readGrowth } from './growth.ts';
import { matchAt } from './match-at.ts';
import { blankNames } from './names.ts';
import type { Language, Quantity } from './quantity.ts';
import { starts } from './starts.ts';
import { subjectsOf, type Term } from './subject.ts';

export interface ReadingContext {
  /** `YYYY-MM-DD`: what relative dates count from, and which year a month without one is in. */
  published: string | null;
  terms: readonly Term[];
}

export function readQuantities(text: string, lang: Language, context: ReadingContext): Quantity[] {
  const folded = fold(text, lang);
  const readable = blankNames(folded, lang);
  const drafts = findDrafts(readable, lang, context.published).map((draft) => readGrowth(draft, readable, lang));
  const subjects = subjectsOf(folded, lang, context.terms, drafts);
  return drafts.map((draft, i) => ({
    lang,
    kind: draft.kind,
    text: text.slice(draft.start, draft.end),
    start: draft.start,
    end: draft.end,
    value: draft.value,
    interval: draft.interval,
    date: draft.date,
    unit: unitFor(draft, folded, lang),
    comparator: draft.comparator ?? comparatorAround(readable, lang, draft),
    subject: subjects[i]!,
  }));
}

function findDrafts(text: string, lang: Language, published: string | null): Draft[] {
  const start = starts[lang];
  const drafts: Draft[] = [];
  let at = 0;
  for (;;) {
    start.lastIndex = at;
    const found = start.exec(text);
    if (found === null) return drafts;
    const draft = draftAt(text, lang, found.index, published);
    if (draft !== null) drafts.push(draft);
    at = draft?.end ?? skipped(text, found.index);
  }
}

function draftAt(text: string, lang: Language, at: number, published: string | null): Draft | null {
  const draft = lang === 'en' ? english(text, at, published) : chinese(text, at, published);
  return draft !== null && isFigure(draft, text, lang) ? asDate(draft, text, lang, published) : null;
}

function english(text: string, at: number, published: string | null): Draft | null {
  return (
    englishDate(text, at, published) ?? englishStretch(text, at) ?? englishShare(text, at) ?? englishAmount(text, at)
  );
}

function chinese(text: string, at: number, published: string | null): Draft | null {
  return (
    chineseDate(text, at, published) ?? chineseStretch(text, at) ?? chineseShare(text, at) ?? chineseAmount(text, at)
  );
}

const token = /\d(?:[\d,.]*\d)?[A-Za-z]*|[A-Za-z]+/y;

/** Past the digits or the word that turned out to be no figure; a Chinese character at a time. */
function skipped(text: string, at: number): number {
  const found = /[\dA-Za-z]/.test(text[at]!) ? matchAt(token, text, at) : null;
  return at + Math.max(1, found?.[0].length ?? 1);
}
