/** Finds the glossary's terms in a text of either language, in one pass whatever their number. */
import type { Language } from '../quantities/quantity.ts';
import type { Term } from '../quantities/subject.ts';

export type TermIndex = Record<Language, Map<string, { id: string; name: string }[]>>;

const WORD = /[\p{L}\d]+/gu;

/** Names by their first English word, or their first two Chinese characters. */
export function indexTerms(terms: readonly Term[]): TermIndex {
  const index: TermIndex = { en: new Map(), zh: new Map() };
  for (const term of terms) {
    for (const lang of ['en', 'zh'] as const) {
      for (const written of term[lang]) {
        const name = lang === 'en' ? written.toLowerCase() : written;
        const first = lang === 'en' ? (name.match(WORD)?.[0] ?? '') : name.slice(0, 2);
        if (first.length < 2) continue;
        const known = index[lang].get(first) ?? [];
        index[lang].set(first, [...known, { id: term.id, name }]);
      }
    }
  }
  return index;
}

/** Ids of the terms in a text; Chinese text in simplified characters. */
export function termsIn(text: string, lang: Language, index: TermIndex): Set<string> {
  return lang === 'en' ? englishTerms(text.toLowerCase(), index) : chineseTerms(text, index);
}

function englishTerms(text: string, { en }: TermIndex): Set<string> {
  const found = new Set<string>();
  for (const { 0: word, index } of text.matchAll(WORD)) {
    // A plural is the same term.
    for (const first of [word, word.replace(/s$/, '')]) {
      for (const { id, name } of en.get(first) ?? []) if (text.startsWith(name, index) || name === first) found.add(id);
    }
  }
  return found;
}

function chineseTerms(text: string, { zh }: TermIndex): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) {
    for (const { id, name } of zh.get(text.slice(i, i + 2)) ?? []) if (text.startsWith(name, i)) found.add(id);
  }
  return found;
}
