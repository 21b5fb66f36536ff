/**
 * How costly it is to call two blocks translations of each other, as a negative log-likelihood up to a constant: the length
 * term is Gale and Church's (Computational Linguistics 19, 1993), and what both hold (figures, names, terms) speaks for the
 * pair the more, the rarer it is in the text.
 */
import type { Features } from './features.ts';

/** Variance of a translation's length, for each character of its original; Chinese and English vary more than Gale and Church's pairs. */
const LENGTH_VARIANCE = 7;
/** Short blocks vary by this many characters whatever their length. */
const LENGTH_SLACK = 12;
const MOST_LENGTH_COST = 12;
/** Of evidence worth one, so much comes off the cost. */
const SHARED_GAIN = 0.9;
const FIGURE_LOSS = 0.35;
const MOST_GAIN = 9;
const MOST_LOSS = 2.5;
const ROLE_LOSS = 3;

/** Worth of each key, by its number: the log of how rare it is. */
export type Worths = Float64Array;

export function worthsOf(blocks: readonly Features[], keys: number): Worths {
  const seen = new Float64Array(keys);
  for (const { keys: held } of blocks) for (const key of held) seen[key]++;
  // A key that stands in one pair alone is in two blocks.
  return seen.map((count) => Math.max(0.2, Math.log((blocks.length + 2) / (count + 1))));
}

/** What two sides of a possible pair hold, summed over their blocks. */
export interface Evidence {
  lengthEn: number;
  lengthZh: number;
  /** Worth of the keys in both, and of the figures in one alone. */
  shared: number;
  apart: number;
  /** Worth of the figures on either side. */
  figures: number;
  sameRole: boolean;
}

export function pairCost({ lengthEn, lengthZh, shared, apart, sameRole }: Evidence): number {
  return (
    lengthCost(lengthEn, lengthZh) -
    Math.min(MOST_GAIN, SHARED_GAIN * shared) +
    Math.min(MOST_LOSS, FIGURE_LOSS * apart) +
    (sameRole ? 0 : ROLE_LOSS)
  );
}

/** Where a pair is as likely as not, and how fast certainty grows from there. */
const EVEN_COST = 4;
const COST_PER_LOGIT = 1.6;
/** Figures of which the other side has none tell a wrong pair; a single one may be a slip. */
const ALL_APART_LOSS = 3.5;
const FEWEST_TELLING = 1.2;

export function pairScore(evidence: Evidence): number {
  const { apart, figures } = evidence;
  const apartLoss = figures < FEWEST_TELLING ? 0 : (ALL_APART_LOSS * apart) / figures;
  return 1 / (1 + Math.exp((pairCost(evidence) + apartLoss - EVEN_COST) / COST_PER_LOGIT));
}

/** What makes texts comparable: worths of keys, and how many English characters a Chinese one counts for. */
export interface Measure {
  worths: Worths;
  perHan: number;
}

export function lengthIn({ han, others }: Features, { perHan }: Measure): number {
  return others + han * perHan;
}

/** Cost of one block against one. */
export function blockCost(en: Features, zh: Features, measure: Measure): number {
  const { worths } = measure;
  const figures = worthOf(en.figures, worths) + worthOf(zh.figures, worths);
  return pairCost({
    lengthEn: lengthIn(en, measure),
    lengthZh: lengthIn(zh, measure),
    shared: sharedWorth(en.keys, zh.keys, worths),
    apart: figures - 2 * sharedWorth(en.figures, zh.figures, worths),
    figures,
    sameRole: en.role === zh.role,
  });
}

/** −log of the chance that two lengths differ by as much. */
export function lengthCost(one: number, other: number): number {
  const deviation = Math.abs(one - other) / Math.sqrt(LENGTH_VARIANCE * ((one + other) / 2 + LENGTH_SLACK));
  return Math.min(MOST_LENGTH_COST, -Math.log(2 * upperTail(deviation) + 1e-12));
}

/** Upper tail of the normal distribution, by Zelen and Severo (Abramowitz and Stegun 26.2.17). */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}

/** Worth of the keys in both; both ascending. */
export function sharedWorth(one: Int32Array, other: Int32Array, worths: Worths): number {
  let sum = 0;
  let j = 0;
  for (let i = 0; i < one.length; i++) {
    while (j < other.length && other[j] < one[i]) j++;
    if (j < other.length && other[j] === one[i]) sum += worths[one[i]];
  }
  return sum;
}

export function worthOf(keys: Int32Array, worths: Worths): number {
  let sum = 0;
  for (let i = 0; i < keys.length; i++) sum += worths[keys[i]];
  return sum;
}
