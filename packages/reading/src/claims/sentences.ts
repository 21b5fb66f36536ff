/** Sentences of a paragraph, with their place in it. */
import type { Language } from '../quantities/quantity.ts';

export interface Sentence {
  lang: Language;
  /** From `start` up to, not including, `end`, in UTF-16 units of the paragraph. */
  start: number;
  end: number;
  text: string;
}

/** Where a sentence may end: a full stop counts only before a space, so `3.5` and `U.S.` inside a name are whole. */
const ENDS: Record<Language, RegExp> = {
  en: /[.!?]["”’)\]]*(?=\s|$)|\n+/g,
  zh: /[。！？；!?][”」』’）]*|\n+/g,
};
/** After these a full stop ends nothing. */
const SHORT =
  /\b(?:U\.S|U\.K|Mr|Ms|Mrs|Dr|Gen|Sen|Rep|Inc|Corp|Co|Ltd|vs|No|approx|e\.g|i\.e|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.$/;

/** All of the paragraph but the space between sentences. Cost is linear in its length. */
export function splitSentences(text: string, lang: Language): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (end: number) => {
    const piece = text.slice(start, end);
    const from = start + (piece.length - piece.trimStart().length);
    const trimmed = piece.trim();
    if (trimmed !== '') sentences.push({ lang, start: from, end: from + trimmed.length, text: trimmed });
    start = end;
  };
  for (const match of text.matchAll(ENDS[lang])) {
    const end = match.index + match[0].length;
    if (lang === 'en' && match[0] === '.' && SHORT.test(text.slice(Math.max(0, end - 8), end))) continue;
    push(end);
  }
  push(text.length);
  return sentences;
}
