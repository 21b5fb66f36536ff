/** Finds the unit that stands at a place of a text. */
import { matchAt, oneOf } from './match-at.ts';
import { counted, currencies, durations, physical } from './unit-forms.ts';

/** Stretches written in one word, in the unit they are counted in. */
const composed: Record<string, { unit: string; each: number }> = {
  century: { unit: 'yr', each: 100 },
  'quarter-century': { unit: 'yr', each: 25 },
  decade: { unit: 'yr', each: 10 },
  quarter: { unit: 'mo', each: 3 },
  fortnight: { unit: 'd', each: 14 },
};

/** Written form to unit, and one expression that matches any form right where it stands. */
interface Lexicon {
  unitOf: ReadonlyMap<string, string>;
  pattern: RegExp;
}

function lexicon(table: Record<string, readonly string[]>, before = '', after = '(?![A-Za-z0-9])'): Lexicon {
  const unitOf = new Map(Object.entries(table).flatMap(([unit, forms]) => forms.map((form) => [form, unit] as const)));
  return { unitOf, pattern: new RegExp(`${before}(${oneOf(unitOf.keys())})${after}`, 'y') };
}

const latin = /[A-Za-z]$/;
const bounded = (table: Record<string, readonly string[]>) => {
  // A form in Latin letters ends at a word's end; one in Chinese characters may run on.
  const ends = (keep: (form: string) => boolean) =>
    Object.fromEntries(Object.entries(table).map(([unit, forms]) => [unit, forms.filter(keep)]));
  return [
    lexicon(ends((form) => latin.test(form) || /[²³23]$/.test(form))),
    lexicon(
      ends((form) => !latin.test(form) && !/[²³23]$/.test(form)),
      '',
      '',
    ),
  ];
};

const tables = {
  physical: bounded(physical),
  duration: bounded(durations),
  currency: bounded(currencies),
  counted: bounded(counted),
};

export interface UnitFound {
  unit: string;
  end: number;
}

/** The unit of a table that stands at `at`, longest form first. */
export function unitAt(table: keyof typeof tables, text: string, at: number): UnitFound | null {
  let best: UnitFound | null = null;
  for (const { pattern, unitOf } of tables[table]) {
    const found = matchAt(pattern, text, at);
    const end = found === null ? 0 : at + found[0].length;
    if (found !== null && end > (best?.end ?? 0)) best = { unit: unitOf.get(found[1]!)!, end };
  }
  return best;
}

/** A decade is counted as ten years, a quarter as three months. */
export function countedIn(unit: string): { unit: string; each: number } {
  return composed[unit] ?? { unit, each: 1 };
}

const yenNear = /\byen\b|Japan|日本|日元|日圆/;

/** The currency of a sign before a figure. `¥` is yen where Japan or the yen is named within 120 characters, else yuan. */
export function currencyOf(sign: string, text: string, at: number): string {
  if (sign === '¥' && yenNear.test(text.slice(Math.max(0, at - 120), at + 120))) return 'JPY';
  return unitAt('currency', sign, 0)!.unit;
}

/** Every way to write money before its figure, for the scan. */
export const currencySigns = Object.values(currencies)
  .flat()
  .filter((form) => /[$€£¥₩₹]$|^[A-Z]{2,3}$/.test(form) || /^(?:人民币|新台币|港币)$/.test(form));
