/** What a figure is about: the term of the glossary that stands nearest before it in its clause, or else after it. */
import { fold } from './fold.ts';
import { oneOf } from './match-at.ts';
import type { Language } from './quantity.ts';

/** A term to be recognised, by the ways to write it in each language; `id` is what `subject` becomes. */
export interface Term {
  id: string;
  en: readonly string[];
  zh: readonly string[];
}

interface Index {
  pattern: RegExp;
  idOf: ReadonlyMap<string, string>;
}

interface Place {
  id: string;
  start: number;
  end: number;
}

const indices = new WeakMap<readonly Term[], Record<Language, Index | null>>();

function indexOf(terms: readonly Term[], lang: Language): Index | null {
  const known = indices.get(terms) ?? { en: index(terms, 'en'), zh: index(terms, 'zh') };
  indices.set(terms, known);
  return known[lang];
}

function index(terms: readonly Term[], lang: Language): Index | null {
  const forms = terms.flatMap((term) => term[lang].map((form) => [fold(form, lang).toLowerCase(), term.id] as const));
  const idOf = new Map(forms.filter(([form]) => form !== ''));
  if (idOf.size === 0) return null;
  const words = oneOf(idOf.keys());
  return { idOf, pattern: new RegExp(lang === 'en' ? `(?<![a-z0-9])(?:${words})(?![a-z0-9])` : words, 'g') };
}

/** All terms in the text, in order. */
function placesOf(text: string, lang: Language, terms: readonly Term[]): Place[] {
  const index = indexOf(terms, lang);
  if (index === null) return [];
  return Array.from(text.toLowerCase().matchAll(index.pattern), (found) => ({
    id: index.idOf.get(found[0])!,
    start: found.index,
    end: found.index + found[0].length,
  }));
}

const sentenceEnd: Record<Language, RegExp> = { en: /[.!?](?=\s|$)|[;\n]/g, zh: /[。！？；\n]/g };
const clauseEnd: Record<Language, RegExp> = { en: /[,:—](?!\d)|\s(?:and|but|while|whereas)\s/, zh: /[，：、—]/ };

const turn: Record<Language, RegExp> = { en: /\b(?:while|whereas|but|against|unlike)\b/, zh: /而|但|相比之下|却/ };

/** For each figure, given by its offsets in order, its subject or null. One pass over terms, sentences and figures. */
export function subjectsOf(
  text: string,
  lang: Language,
  terms: readonly Term[],
  figures: readonly { start: number; end: number }[],
): (string | null)[] {
  const places = placesOf(text, lang, terms);
  if (places.length === 0) return figures.map(() => null);
  const ends = Array.from(text.matchAll(sentenceEnd[lang]), (found) => found.index);
  let [sentence, first] = [0, 0];
  return figures.map((figure) => {
    while (sentence < ends.length && ends[sentence]! < figure.start) sentence++;
    const from = sentence === 0 ? 0 : ends[sentence - 1]! + 1;
    const until = ends[sentence] ?? text.length;
    while (first < places.length && places[first]!.start < from) first++;
    return nearest(text, lang, places, first, until, figure);
  });
}

function nearest(
  text: string,
  lang: Language,
  places: readonly Place[],
  first: number,
  until: number,
  figure: { start: number; end: number },
): string | null {
  let before: Place | null = null;
  let after: Place | null = null;
  // A sentence with more than 40 terms is a list; those beyond say nothing about this figure.
  for (const place of places.slice(first, first + 40)) {
    if (place.start >= until) break;
    if (place.end <= figure.start) before = place;
    else if (after === null && place.start >= figure.end) after = place;
  }
  const apart = (from: number, to: number) => clauseEnd[lang].test(text.slice(from, Math.min(to, from + 200)));
  if (before !== null && !apart(before.end, figure.start)) return before.id;
  if (after !== null && !apart(figure.end, after.start)) return after.id;
  // Across a comma the clause before still tells, unless the sentence turns: "…, while America sold ten million".
  const turns = before !== null && turn[lang].test(text.slice(before.end, figure.start));
  return before === null || turns ? null : before.id;
}
