/**
 * Which registered claims a paragraph makes. A claim is recognised where the words and figures of one of its patterns
 * stand together, in either language: in one sentence, in two that follow each other, or in the paragraph, as it asks.
 */
import type { Pattern, Recogniser } from '@floodgate/engine/world';
import { Converter } from 'opencc-js/t2cn';
import type { Language, Quantity } from '../quantities/quantity.ts';
import type { Term } from '../quantities/subject.ts';
import { type Sentence, splitSentences } from './sentences.ts';
import { matcherOf, type WordMatcher } from './word-matcher.ts';

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

interface Compiled {
  pattern: Pattern;
  needs: WordMatcher[];
  unless: WordMatcher;
}

type Prepared = { claim: string; patterns: Record<Language, Compiled[]> }[];

const LANGUAGES = ['en', 'zh'] as const;
/** Score of a match by the sentences that it takes; both languages agreeing takes away half of the doubt. */
const BY_SENTENCES = [1, 0.85, 0.7];

/** At most one link for each claim and language: the one whose words stand closest together. */
export function linkClaims(pair: Pair, recognisers: readonly Recogniser[], terms: readonly Term[]): ClaimLink[] {
  const prepared = prepare(recognisers, terms);
  const found = LANGUAGES.flatMap((lang) => linksIn(pair, lang, prepared));
  return found
    .map((link) => ({ ...link, score: found.some((other) => isTwin(link, other)) ? half(link.score) : link.score }))
    .sort((a, b) => b.score - a.score || a.claim.localeCompare(b.claim, 'en', { numeric: true }));
}

function isTwin(a: ClaimLink, b: ClaimLink): boolean {
  return a.claim === b.claim && a.lang !== b.lang;
}

function half(score: number): number {
  return 1 - (1 - score) / 2;
}

/** Recognisers are few and texts are many: their words are compiled once. */
const known = new WeakMap<readonly Recogniser[], { terms: readonly Term[]; prepared: Prepared }>();

function prepare(recognisers: readonly Recogniser[], terms: readonly Term[]): Prepared {
  const last = known.get(recognisers);
  if (last?.terms === terms) return last.prepared;
  const byId = new Map(terms.map((term) => [term.id, term]));
  const compile = (pattern: Pattern, lang: Language): Compiled => ({
    pattern,
    needs: pattern.need.map((words) => matcherOf(words, lang, byId)),
    unless: matcherOf(pattern.unless, lang, byId),
  });
  const prepared = recognisers.map((recogniser) => ({
    claim: recogniser.claim,
    patterns: {
      en: recogniser.en.map((pattern) => compile(pattern, 'en')),
      zh: recogniser.zh.map((pattern) => compile(pattern, 'zh')),
    },
  }));
  known.set(recognisers, { terms, prepared });
  return prepared;
}

function linksIn(pair: Pair, lang: Language, prepared: Prepared): ClaimLink[] {
  const text = pair[lang];
  if (text === null) return [];
  const sentences = splitSentences(text, lang);
  const plain = lang === 'zh' ? sentences.map((one) => ({ ...one, text: simplified(one.text) })) : sentences;
  const quantities = pair.quantities.filter((quantity) => quantity.lang === lang);
  return prepared.flatMap(({ claim, patterns }) => {
    const best = patterns[lang]
      .flatMap((compiled) => findPattern(compiled, plain, quantities) ?? [])
      .reduce<Passage | undefined>((a, b) => (a && a.count <= b.count ? a : b), undefined);
    if (!best) return [];
    return [{ claim, score: BY_SENTENCES[Math.min(best.count, 3) - 1], lang, start: best.start, end: best.end }];
  });
}

interface Passage {
  start: number;
  end: number;
  /** Sentences that it takes. */
  count: number;
}

const REACH: Record<Pattern['within'], number> = { sentence: 1, neighbours: 2, paragraph: Number.POSITIVE_INFINITY };

/** The shortest run of sentences, up to what the pattern allows, that holds all it needs and nothing it excludes. */
function findPattern(
  compiled: Compiled,
  sentences: readonly Sentence[],
  quantities: readonly Quantity[],
): Passage | undefined {
  const meets = sentences.map((sentence) => needsMet(compiled, sentence, quantities));
  const all = compiled.needs.length + (compiled.pattern.figure ? 1 : 0);
  const reach = Math.min(REACH[compiled.pattern.within], sentences.length);
  for (const count of new Set([1, 2, reach])) {
    if (count > reach) continue;
    for (let first = 0; first + count <= sentences.length; first++) {
      const run = meets.slice(first, first + count);
      const union = new Set(run.flatMap((met) => met.needs));
      if (union.size < all || run.some((met) => met.excluded)) continue;
      return { start: sentences[first].start, end: sentences[first + count - 1].end, count };
    }
  }
  return undefined;
}

/** Which of its needs one sentence meets, by number; the figure comes last. */
function needsMet({ pattern, needs, unless }: Compiled, sentence: Sentence, quantities: readonly Quantity[]) {
  const met = needs.flatMap((matches, i) => (matches(sentence.text) ? [i] : []));
  const { figure } = pattern;
  if (figure) {
    const inside = quantities.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    if (inside.some((quantity) => isFigure(quantity, figure))) met.push(needs.length);
  }
  return { needs: met, excluded: unless(sentence.text) };
}

function isFigure({ kind, value, interval }: Quantity, figure: NonNullable<Pattern['figure']>): boolean {
  if (figure.kind !== undefined && figure.kind !== kind) return false;
  const low = value ?? interval?.low;
  const high = value ?? interval?.high;
  return low !== undefined && high !== undefined && low >= figure.from && high <= figure.to;
}

const toSimplified = Converter({ from: 't', to: 'cn' });

/** Sentences only find words, so their own offsets stay those of the original. */
function simplified(text: string): string {
  return toSimplified(text);
}
