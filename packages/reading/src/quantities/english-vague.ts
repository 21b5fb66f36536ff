/** English numerals without a count: `tens of millions`, `a few hundred`, `half a million`, `a quarter of a billion`. */
import { shift } from './decimal.ts';
import type { Interval } from './draft.ts';
import { matchAt } from './match-at.ts';

export interface Numeral {
  end: number;
  value: number;
  interval: Interval | null;
  /** Ten to this power came from a magnitude word, and may be lent to the other end of a range. */
  exponent: number;
  inDigits: boolean;
}

export const magnitudes: Record<string, number> = {
  hundred: 2,
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
  quadrillion: 15,
  lakh: 5,
  crore: 7,
  k: 3,
  m: 6,
  mn: 6,
  mln: 6,
  bn: 9,
  bln: 9,
  b: 9,
  tn: 12,
  trn: 12,
  t: 12,
};
export function vagueNumeral(text: string, at: number): Numeral | null {
  return vagueMagnitude(text, at) ?? partOfMagnitude(text, at);
}

const parts: Record<string, number> = { half: 0.5, third: 1 / 3, quarter: 0.25 };
const part =
  /(?:an?\s+)?(half|quarter|third)[\s-]+(?:of\s+)?an?\s+(hundred|thousand|million|billion|trillion|dozen)(?![A-Za-z])|(half)\s+(?:a\s+)?(dozen)\b/iy;

/** `half a million`, `a quarter of a billion`, `half a dozen`. */
function partOfMagnitude(text: string, at: number): Numeral | null {
  const found = matchAt(part, text, at);
  if (found === null) return null;
  const share = parts[(found[1] ?? found[3])!.toLowerCase()]!;
  const of = (found[2] ?? found[4])!.toLowerCase();
  return exact(at + found[0].length, of === 'dozen' ? share * 12 : shift(share, magnitudes[of]!), 0);
}

const vague =
  /(tens|hundreds|thousands|millions|billions|trillions|dozens|scores(?=\s+of\b))((?:\s+(?:of\s+)?(?:hundreds|thousands|millions|billions|trillions|hundred|thousand|million|billion|trillion)(?![A-Za-z])){0,2})(?![A-Za-z])/iy;
const few =
  /(?:a\s+)?(few|several|couple(?:\s+of)?)((?:[\s-]+(?:hundred|thousand|million|billion|trillion|dozen)(?![A-Za-z])){1,2})/iy;
const countOf: Record<string, Interval> = {
  tens: { low: 20, high: 99 },
  dozens: { low: 24, high: 99 },
  scores: { low: 40, high: 99 },
  hundreds: { low: 200, high: 999 },
};

/** A magnitude without a count starts at two of it: `tens of millions` is 20,000,000 to 99,999,999. */
function vagueMagnitude(text: string, at: number): Numeral | null {
  const found = matchAt(vague, text, at);
  if (found !== null) {
    const head = found[1]!.toLowerCase();
    const tail = magnitudesIn(found[2]!);
    if (head === 'tens' && tail === 0) return null;
    const count = countOf[head] ?? {
      low: shift(2, magnitudes[head.slice(0, -1)]!),
      high: shift(1, magnitudes[head.slice(0, -1)]! + 1) - 1,
    };
    return between(at + found[0].length, count, tail);
  }
  const several = matchAt(few, text, at);
  if (several === null) return null;
  const tail = magnitudesIn(several[2]!);
  const end = at + several[0].length;
  if (/dozen/i.test(several[2]!)) return between(end, { low: 24, high: 99 }, 0);
  if (/^couple/i.test(several[1]!)) return exact(end, shift(2, tail), tail);
  return {
    end,
    value: Number.NaN,
    interval: { low: shift(3, tail), high: shift(9, tail) },
    exponent: tail,
    inDigits: false,
  };
}

function magnitudesIn(words: string): number {
  const found = words.toLowerCase().match(/hundred|thousand|million|billion|trillion/g) ?? [];
  return found.reduce((sum, name) => sum + magnitudes[name]!, 0);
}

function between(end: number, count: Interval, exponent: number): Numeral {
  const interval = { low: shift(count.low, exponent), high: shift(count.high + 1, exponent) - 1 };
  return { end, value: Number.NaN, interval, exponent, inDigits: false };
}

function exact(end: number, value: number, exponent: number): Numeral {
  return { end, value, interval: null, exponent, inDigits: false };
}
