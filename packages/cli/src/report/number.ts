/**
 * Numbers as people write them: `1.2 million` and `120万`, fractions in %, money in the language's own scale, two or
 * three significant digits. Units are those of the outcomes and parameters; units without a form of their own are named
 * after the number.
 */
import type { Language } from '@floodgate/engine/core';
import type { Words } from './words.ts';

export interface NumberOptions {
  /** Significant digits; three unless said. */
  digits?: number;
  /** A sign in front of gains too: for differences. */
  signed?: boolean;
}

/** Three numbers of a distribution: the median and the ends of the 90% interval. */
export interface Spread {
  p5: number;
  p50: number;
  p95: number;
}

const MINUS = '\u2212';
const SCALES: Record<string, number> = { million: 1e6, billion: 1e9, trillion: 1e12 };
/** From here on numbers are written in words: a million in English, ten thousand (万) in Chinese. */
const SCALED_FROM: Record<Language, number> = { en: 1e6, zh: 1e4 };
/** Shares and times below this are shown as close to nothing. */
const SMALLEST = 5e-5;

/** A bare number, scaled in words where it is large. */
export function formatNumber(value: number, language: Language, { digits = 3, signed }: NumberOptions = {}): string {
  return sign(value, signed) + magnitude(Math.abs(value), language, digits);
}

/** A share as a percentage. */
export function formatPercent(value: number, language: Language, { digits = 3, signed }: NumberOptions = {}): string {
  return `${formatPoints(value, language, { digits, signed })}%`;
}

/** A difference between shares in percentage points, without their name. */
export function formatPoints(value: number, language: Language, { digits = 3, signed }: NumberOptions = {}): string {
  if (value !== 0 && Math.abs(value) < SMALLEST) return '≈0';
  // Hundredths of a point are as fine as any of these numbers is known.
  return sign(value, signed) + magnitude(Math.round(Math.abs(value) * 1e4) / 100, language, digits);
}

/** A number in its unit's own form, without the unit's name where the form does not carry it. */
export function formatIn(value: number, unit: string, words: Words, options: NumberOptions = {}): string {
  const { language } = words;
  switch (formOf(unit)) {
    case 'percent':
      return formatPercent(value, language, options);
    case 'times':
      return words.say('number.times', { n: formatNumber(value, language, options) });
    case 'money':
      return formatUsd(value * scaleOf(unit), words, options);
    case 'plain':
      return formatNumber(value, language, options);
  }
}

/** `1.2 million (0.9 million to 1.6 million)`; one number where there is no range. */
export function formatSpread(spread: Spread, unit: string, words: Words, options: NumberOptions = {}): string {
  const show = (value: number) => formatIn(value, unit, words, options);
  if (spread.p5 === spread.p95) return show(spread.p50);
  return words.say('number.estimate', { median: show(spread.p50), low: show(spread.p5), high: show(spread.p95) });
}

/** A spread of differences: signed, and between shares in percentage points. */
export function formatDifference(spread: Spread, unit: string, words: Words): string {
  const options = { digits: 2, signed: true };
  if (formOf(unit) !== 'percent') return formatSpread(spread, unit, words, options);
  const show = (value: number) => formatPoints(value, words.language, options);
  const median = words.say('number.points', { n: show(spread.p50) });
  if (spread.p5 === spread.p95) return median;
  return words.say('number.estimate', { median, low: show(spread.p5), high: show(spread.p95) });
}

/** An estimate with its unit: `100,000 (90,000 to 110,000) wafers a year`. */
export function formatEstimate(spread: Spread, unit: string, words: Words, options: NumberOptions = {}): string {
  return nameUnit(formatSpread(spread, unit, words, options), unit, words);
}

/** `11,000 to 14,000 USD`: bounds without a middle. */
export function formatRange(low: number, high: number, unit: string, words: Words): string {
  const [from, to] = [low, high].map((value) => formatIn(value, unit, words));
  return nameUnit(words.say('number.interval', { low: from, high: to }), unit, words);
}

/** Name of a unit behind a title, where the numbers do not carry it themselves. */
export function unitName(unit: string, words: Words): string {
  return formOf(unit) === 'plain' ? (words.unit(unit) ?? unit) : '';
}

type Form = 'percent' | 'times' | 'money' | 'plain';

function formOf(unit: string): Form {
  if (unit === 'ratio') return 'times';
  if (/^fraction(\/.+)?$/.test(unit)) return 'percent';
  return /^([mb]illion |trillion )?USD(\/.+)?$/.test(unit) ? 'money' : 'plain';
}

/** `billion USD` counts in billions. */
function scaleOf(unit: string): number {
  return SCALES[unit.split(' ')[0]] ?? 1;
}

function nameUnit(shown: string, unit: string, words: Words): string {
  const bare = ['fraction', 'ratio'].includes(unit);
  const name = bare ? '' : (words.unit(unit) ?? unitName(unit, words));
  if (name === '') return shown;
  // Chinese puts its own words right behind the number, foreign ones after a space.
  const joined = words.language === 'zh' && (/^[\p{Script=Han}/（]/u.test(name) || shown.endsWith('）'));
  return joined ? shown + name : `${shown} ${name}`;
}

function formatUsd(value: number, words: Words, { digits = 3, signed }: NumberOptions): string {
  return sign(value, signed) + words.say('number.usd', { n: magnitude(Math.abs(value), words.language, digits) });
}

function sign(value: number, signed = false): string {
  return value < 0 ? MINUS : signed && value > 0 ? '+' : '';
}

function magnitude(value: number, language: Language, digits: number): string {
  if (value !== 0 && value < SMALLEST) return '≈0';
  const scaled = Number(value.toPrecision(digits)) >= SCALED_FROM[language];
  return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', {
    notation: scaled ? 'compact' : 'standard',
    compactDisplay: 'long',
    maximumSignificantDigits: digits,
  }).format(value);
}
