/** An outcome's change in words: how much, in which direction, in how many futures; and plainly where there is none. */
import type { OutcomeResult } from '@floodgate/engine/scenario';
import type { Dataset } from '@floodgate/engine/world';
import type { Change } from './change.ts';
import {
  formatDifference,
  formatIn,
  formatNumber,
  formatPoints,
  formatSpread,
  type NumberOptions,
  type Spread,
} from './number.ts';
import type { Words } from './words.ts';

/** What is counted at the end of a year; all else is a flow over it. */
const AT_YEAR_END = ['stock', 'share', 'ratio', 'remote'];
/** What is told as a change in per cent; all else in its own unit. */
const TOLD_IN_PERCENT = ['stock', 'ratio', 'remote'];
/** From this share of unchanged futures on, their number is the first thing to say. */
const MOSTLY_SAME = 0.05;
const SIGNED: NumberOptions = { digits: 2, signed: true };

export function describeChange(
  words: Words,
  dataset: Pick<Dataset, 'chips'>,
  result: OutcomeResult,
  change: Change,
  draws: number,
): string {
  if (change.same === 1) {
    return words.say('sentence.none', { ...name(words, result), draws: count(draws, words) });
  }
  if (change.same >= MOSTLY_SAME) return mostlySame(words, result, change, draws);
  if (result.difference.p5 >= 0) return directed(words, dataset, result, change, draws, 'more');
  if (result.difference.p95 <= 0) return directed(words, dataset, result, change, draws, 'less');
  return open(words, result, change, draws);
}

/** `end of 2027`, or `2027` for what flows over the year. */
export function whenOf(words: Words, { id, period }: { id: string; period: string }): string {
  return words.say(isAtYearEnd(id) ? 'when.end' : 'when.during', { year: period });
}

/** Whole number of futures. */
export function count(draws: number, words: Words): string {
  return formatNumber(draws, words.language, { digits: 7 });
}

function isAtYearEnd(id: string): boolean {
  return AT_YEAR_END.includes(id.split('.')[0]);
}

function name(words: Words, result: OutcomeResult) {
  return { title: words.text(result.title), when: whenOf(words, result) };
}

function directed(
  words: Words,
  dataset: Pick<Dataset, 'chips'>,
  result: OutcomeResult,
  change: Change,
  draws: number,
  direction: 'more' | 'less',
): string {
  const [quantity, holder, kind] = result.id.split('.');
  const level = (spread: Spread) => formatIn(spread.p50, result.unit, words);
  const odds = direction === 'more' ? 'higher' : 'lower';
  const futures = { n: ofHundred(change[odds], draws, words), total: total(draws) };
  return words.say(`sentence.${quantity}.${direction}`, {
    at: words.say(isAtYearEnd(result.id) ? 'at.end' : 'at.during', { year: result.period }),
    ...(kind === 'training' || kind === 'inference' ? { kind: words.say(`kind.${kind}`) } : {}),
    ...(isAtYearEnd(result.id) && quantity !== 'ratio' ? { holder: words.say(`holder.${holder}`) } : {}),
    ...(quantity === 'shipments' ? { chip: chipName(words, dataset, holder) } : {}),
    amount: amountOf(words, result, change, direction),
    with: level(result.with),
    without: level(result.without),
    odds: words.say(`odds.${odds}`, futures),
  });
}

/** Size of a change whose direction the sentence says. */
function amountOf(words: Words, result: OutcomeResult, change: Change, direction: 'more' | 'less'): string {
  const turn = (spread: Spread) => (direction === 'more' ? spread : opposite(spread));
  const { relative } = change;
  if (relative && TOLD_IN_PERCENT.includes(result.id.split('.')[0])) {
    return formatSpread(turn(relative), 'fraction', words, { digits: 2 });
  }
  const { p5, p50, p95 } = turn(result.difference);
  const show = (value: number) => shareFree(value, result.unit, words);
  const median = withNoun(show(p50), result.unit, words);
  return p5 === p95 ? median : words.say('number.estimate', { median, low: show(p5), high: show(p95) });
}

function opposite({ p5, p50, p95 }: Spread): Spread {
  return { p5: 0 - p95, p50: 0 - p50, p95: 0 - p5 };
}

/** A difference between shares is in percentage points: a bare number until its noun follows. */
function shareFree(value: number, unit: string, words: Words, options: NumberOptions = { digits: 2 }): string {
  return unit === 'fraction' ? formatPoints(value, words.language, options) : formatIn(value, unit, words, options);
}

/** The noun that a sentence needs behind a number; the year is said elsewhere in it. */
function withNoun(n: string, unit: string, words: Words): string {
  if (unit === 'fraction') return words.say('number.points-long', { n });
  if (unit.startsWith('H100e')) return words.say('number.h100e', { n });
  return unit.startsWith('chips') ? words.say('number.chips', { n }) : n;
}

function mostlySame(words: Words, result: OutcomeResult, change: Change, draws: number): string {
  const { p5, p95, mean } = result.difference;
  const show = (value: number) => shareFree(value, result.unit, words, SIGNED);
  return words.say('sentence.mostly-none', {
    ...name(words, result),
    ...futures(words, change, draws),
    low: show(p5),
    high: show(p95),
    mean: withNoun(show(mean), result.unit, words),
  });
}

function open(words: Words, result: OutcomeResult, change: Change, draws: number): string {
  const { relative } = change;
  const inPercent = relative && TOLD_IN_PERCENT.includes(result.id.split('.')[0]);
  return words.say('sentence.open', {
    ...name(words, result),
    ...futures(words, change, draws),
    amount: inPercent
      ? formatSpread(relative, 'fraction', words, SIGNED)
      : formatDifference(result.difference, result.unit, words),
  });
}

function futures(words: Words, change: Change, draws: number) {
  const of = (share: number) => ofHundred(share, draws, words);
  return { same: of(change.same), higher: of(change.higher), lower: of(change.lower), total: total(draws) };
}

/** Futures are counted out of a hundred where there are at least as many. */
function total(draws: number): number {
  return Math.min(draws, 100);
}

/** Never all or none of them when it is only nearly so. */
function ofHundred(share: number, draws: number, words: Words): string {
  const of = total(draws);
  const n = Math.round(share * of);
  if (n === of && share < 1) return words.say('odds.over', { n: of - 1 });
  if (n === 0 && share > 0) return words.say('odds.under', { n: 1 });
  return String(n);
}

function chipName(words: Words, { chips }: Pick<Dataset, 'chips'>, id: string): string {
  const chip = chips.find((one) => one.id === id);
  return chip ? words.text(chip.name) : id;
}
