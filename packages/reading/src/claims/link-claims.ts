/**
 * Which registered claims a paragraph makes. A claim is recognised where the words and figures of one of its patterns
 * stand together: in one sentence, in two that follow each other, or in the paragraph, as it asks. Where a paragraph
 * has both languages, a word may be found in either: translators vary their words, seldom both at once.
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
  /** 0 to 1: how closely the words stand together, and whether each language says it alone. */
  score: number;
  lang: Language;
  start: number;
  end: number;
}

type Compiled = { pattern: Pattern; needs: Record<Language, WordMatcher>[]; unless: Record<Language, WordMatcher> };
type Prepared = { claim: string; patterns: Compiled[] }[];

/** Consecutive sentences, and which needs of a pattern they meet, by number; the figure comes last. */
interface Passage {
  lang: Language;
  start: number;
  end: number;
  /** Sentences that it takes. */
  count: number;
  met: ReadonlySet<number>;
}

const LANGUAGES = ['en', 'zh'] as const;
const REACH: Record<Pattern['within'], number> = { sentence: 1, neighbours: 2, paragraph: Number.POSITIVE_INFINITY };
/** Score of a passage that says all by itself, by the sentences that it takes. */
const BY_SENTENCES = [1, 0.85, 0.7];
/** Score where only both languages together have all the words. */
const TOGETHER = 0.55;

/** At most one link for each claim and language, the surest first. */
export function linkClaims(pair: Pair, recognisers: readonly Recogniser[], terms: readonly Term[]): ClaimLink[] {
  const sides = LANGUAGES.flatMap((lang) => sideOf(pair, lang) ?? []);
  return prepare(recognisers, terms)
    .flatMap(({ claim, patterns }) => {
      const links = patterns.flatMap((compiled) => linksOf(compiled, sides));
      return agreeing(surest(links)).map((link) => ({ claim, ...link }));
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

type Scored = Omit<ClaimLink, 'claim'>;

function linksOf(compiled: Compiled, sides: readonly Side[]): Scored[] {
  // Most patterns fail here, before any sentence is looked at.
  if (!compiled.needs.every((words) => sides.some(({ lang, whole }) => words[lang](whole)))) return [];
  const all = compiled.needs.length + (compiled.pattern.figure ? 1 : 0);
  const passages = sides.map((side) => passagesOf(compiled, side));
  const alone = passages.flatMap((own) => shortest(own.filter(({ met }) => met.size === all)) ?? []);
  if (alone.length > 0) return alone.map((passage) => scored(passage, scoreOf(passage)));
  const [first, second] = passages;
  return first && second ? together(first, second, all) : [];
}

function scoreOf({ count }: Passage): number {
  return BY_SENTENCES[Math.min(count, BY_SENTENCES.length) - 1];
}

function scored({ lang, start, end }: Passage, score: number): Scored {
  return { lang, start, end, score };
}

function shortest(passages: readonly Passage[]): Passage | undefined {
  return passages.reduce<Passage | undefined>((best, one) => (best && best.count <= one.count ? best : one), undefined);
}

/** Passages of both languages that have all the words between them, each of them most: the fewest sentences. */
function together(first: readonly Passage[], second: readonly Passage[], all: number): Scored[] {
  const most = all - Math.max(1, Math.floor(all / 4));
  const strong = (passages: readonly Passage[]) => passages.filter(({ met }) => met.size >= most);
  let best: [Passage, Passage] | undefined;
  for (const a of strong(first)) {
    for (const b of strong(second)) {
      const between = new Set([...a.met, ...b.met]).size;
      if (between === all && !(best && best[0].count + best[1].count <= a.count + b.count)) best = [a, b];
    }
  }
  return best ? best.map((passage) => scored(passage, TOGETHER)) : [];
}

/** A paragraph of more sentences than this is looked at in pieces of no more than it. */
const MOST_SENTENCES = 12;

/** Runs of sentences as long as the pattern allows that hold nothing it excludes. */
function passagesOf(compiled: Compiled, { lang, sentences, quantities }: Side): Passage[] {
  const meets = sentences.map((sentence) => needsMet(compiled, sentence, quantities));
  const reach = Math.min(REACH[compiled.pattern.within], sentences.length, MOST_SENTENCES);
  return [...new Set([1, 2, reach])].flatMap((count) => {
    if (count > reach) return [];
    return Array.from({ length: sentences.length - count + 1 }, (_, i) => i).flatMap((i) => {
      const run = meets.slice(i, i + count);
      if (run.some(({ excluded }) => excluded)) return [];
      const met = new Set(run.flatMap((one) => one.needs));
      return [{ lang, start: sentences[i].start, end: sentences[i + count - 1].end, count, met }];
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

/** For each language the link with the highest score. */
function surest(links: readonly Scored[]): Scored[] {
  return LANGUAGES.flatMap((lang) => {
    const own = links.filter((link) => link.lang === lang);
    return own.length === 0 ? [] : [own.reduce((a, b) => (b.score > a.score ? b : a))];
  });
}

/** Where each language says it alone, half of the doubt is gone. */
function agreeing(links: readonly Scored[]): readonly Scored[] {
  if (links.length < 2 || links.some(({ score }) => score <= TOGETHER)) return links;
  return links.map((link) => ({ ...link, score: 1 - (1 - link.score) / 2 }));
}
