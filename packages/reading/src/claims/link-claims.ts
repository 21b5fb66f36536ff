/**
 * Which registered claims a paragraph makes. A claim is recognised where the words and figures of one of its patterns
 * stand together in either language: in one sentence, in two that follow each other, or in the paragraph, as it asks.
 */
import type { Claim, Pattern, Recogniser } from '@floodgate/engine/world';
import { Converter } from 'opencc-js/t2cn';
import type { Language, Quantity } from '../quantities/quantity.ts';
import type { Term } from '../quantities/subject.ts';
import { type Sentence, splitSentences } from './sentences.ts';
import { matcherOf, type WordMatcher } from './word-matcher.ts';

/** How the registered claims are recognised. */
export function recognisersOf(claims: readonly Claim[]): Recogniser[] {
  return claims.map(({ id, recognise }) => ({ claim: id, patterns: recognise }));
}

/** The two languages of one paragraph; null where it has only the other. Quantities have offsets within their text. */
export interface Pair {
  en: string | null;
  zh: string | null;
  quantities: readonly Quantity[];
}

/** A claim and the passage that makes it. */
export interface ClaimLink {
  claim: string;
  /** 0 to 1: how closely the words stand together, and whether both languages say it. */
  score: number;
  lang: Language;
  start: number;
  end: number;
}

type Compiled = { pattern: Pattern; needs: Record<Language, WordMatcher>[]; unless: Record<Language, WordMatcher> };
type Prepared = { claim: string; patterns: Compiled[] }[];

/** Consecutive sentences that meet all needs of a pattern. */
interface Passage {
  lang: Language;
  start: number;
  end: number;
  /** Sentences that it takes. */
  count: number;
}

const LANGUAGES = ['en', 'zh'] as const;
const REACH: Record<Pattern['within'], number> = { sentence: 1, neighbours: 2, paragraph: Number.POSITIVE_INFINITY };
/** Score of a passage by the sentences that it takes; both languages agreeing takes away half of the doubt. */
const BY_SENTENCES = [1, 0.85, 0.7];

/** At most one link for each claim and language, the surest first. */
export function linkClaims(pair: Pair, recognisers: readonly Recogniser[], terms: readonly Term[]): ClaimLink[] {
  const sides = LANGUAGES.flatMap((lang) => sideOf(pair, lang) ?? []);
  return prepare(recognisers, terms)
    .flatMap(({ claim, patterns }) => {
      const links = surest(patterns.flatMap((compiled) => sides.flatMap((side) => passageOf(compiled, side) ?? [])));
      return (sides.length > 1 ? weighed(links) : links).map(({ lang, start, end, count }) => ({
        ...{ claim, lang, start, end },
        score: links.length > 1 ? 1 - (1 - scoreOf(count)) / 2 : scoreOf(count),
      }));
    })
    .sort((a, b) => b.score - a.score || a.claim.localeCompare(b.claim, 'en', { numeric: true }));
}

/** One language of the pair; the words are sought in simplified characters, sentences keep their own offsets. */
interface Side {
  lang: Language;
  whole: string;
  sentences: Sentence[];
  quantities: readonly Quantity[];
}

const toSimplified = Converter({ from: 't', to: 'cn' });

function sideOf(pair: Pair, lang: Language): Side | undefined {
  const text = pair[lang];
  if (text === null) return undefined;
  const plain = (part: string) => (lang === 'zh' ? toSimplified(part) : part);
  return {
    lang,
    whole: plain(text),
    sentences: splitSentences(text, lang).map((sentence) => ({ ...sentence, text: plain(sentence.text) })),
    quantities: pair.quantities.filter((quantity) => quantity.lang === lang),
  };
}

/** Recognisers are few and texts are many: their words are compiled once. */
const known = new WeakMap<readonly Recogniser[], { terms: readonly Term[]; prepared: Prepared }>();

function prepare(recognisers: readonly Recogniser[], terms: readonly Term[]): Prepared {
  const last = known.get(recognisers);
  if (last?.terms === terms) return last.prepared;
  const byId = new Map(terms.map((term) => [term.id, term]));
  const both = (words: { en: readonly string[]; zh: readonly string[] }) => ({
    en: matcherOf(words.en, 'en', byId),
    zh: matcherOf(words.zh, 'zh', byId),
  });
  const prepared = recognisers.map(({ claim, patterns }) => ({
    claim,
    patterns: patterns.map((pattern) => ({
      pattern,
      needs: pattern.need.map(both),
      unless: both(pattern.unless ?? { en: [], zh: [] }),
    })),
  }));
  known.set(recognisers, { terms, prepared });
  return prepared;
}

/** The shortest passage of a side that meets all the needs of a pattern. */
function passageOf(compiled: Compiled, side: Side): Passage | undefined {
  // Most patterns fail here, before any sentence is looked at.
  if (!compiled.needs.every((words) => words[side.lang](side.whole))) return undefined;
  return shortest(passagesOf(compiled, side));
}

function scoreOf(count: number): number {
  return BY_SENTENCES[Math.min(count, BY_SENTENCES.length) - 1];
}

function shortest(passages: readonly Passage[]): Passage | undefined {
  return passages.reduce<Passage | undefined>((best, one) => (best && best.count <= one.count ? best : one), undefined);
}

/** Words strewn over more than two sentences are chance, unless the other language says it too. */
function weighed(links: readonly Passage[]): readonly Passage[] {
  return links.length > 1 ? links : links.filter(({ count }) => count <= 2);
}

/** A paragraph of more sentences than this is looked at in pieces of no more than it. */
const MOST_SENTENCES = 12;

/** Runs of sentences, as long as the pattern allows, that hold all that it needs and nothing that it excludes. */
function passagesOf(compiled: Compiled, { lang, sentences, quantities }: Side): Passage[] {
  const meets = sentences.map((sentence) => needsMet(compiled, sentence, quantities));
  const all = compiled.needs.length + (compiled.pattern.figure ? 1 : 0);
  const reach = Math.min(REACH[compiled.pattern.within], sentences.length, MOST_SENTENCES);
  return [...new Set([1, 2, reach])].flatMap((count) => {
    if (count > reach) return [];
    return Array.from({ length: sentences.length - count + 1 }, (_, i) => i).flatMap((i) => {
      const run = meets.slice(i, i + count);
      const met = new Set(run.flatMap((one) => one.needs));
      if (met.size < all || run.some(({ excluded }) => excluded)) return [];
      return [{ lang, start: sentences[i].start, end: sentences[i + count - 1].end, count }];
    });
  });
}

function needsMet({ pattern, needs, unless }: Compiled, sentence: Sentence, quantities: readonly Quantity[]) {
  const { lang, text, start, end } = sentence;
  const met = needs.flatMap((words, i) => (words[lang](text) ? [i] : []));
  const { figure } = pattern;
  if (figure) {
    const inside = quantities.filter((quantity) => quantity.start >= start && quantity.end <= end);
    if (inside.some((quantity) => isFigure(quantity, figure))) met.push(needs.length);
  }
  return { needs: met, excluded: unless[lang](text) };
}

function isFigure({ kind, value, interval }: Quantity, figure: NonNullable<Pattern['figure']>): boolean {
  if (figure.kind !== undefined && figure.kind !== kind) return false;
  const low = value ?? interval?.low;
  const high = value ?? interval?.high;
  return low !== undefined && high !== undefined && low >= figure.from && high <= figure.to;
}

/** For each language the shortest passage. */
function surest(passages: readonly Passage[]): Passage[] {
  return LANGUAGES.flatMap((lang) => shortest(passages.filter((one) => one.lang === lang)) ?? []);
}
