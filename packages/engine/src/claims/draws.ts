/**
 * A quantity over all futures, as bounds in each of them: equal where it is known, apart where only bounds are
 * published. Arithmetic keeps the bounds; a comparison of overlapping bounds is open (-1), as in the rules.
 */

import type { Comparison } from './claim-test.ts';
import type { Operator } from './expression.ts';

export interface Draws {
  low: Float64Array;
  /** The same array as `low` where every value is known. */
  high: Float64Array;
}

export function constantDraws(count: number, low: number, high = low): Draws {
  const values = new Float64Array(count).fill(low);
  return { low: values, high: high === low ? values : new Float64Array(count).fill(high) };
}

export function exactDraws(values: Float64Array): Draws {
  return { low: values, high: values };
}

export function combine(operator: Operator, a: Draws, b: Draws): Draws {
  const apply = ARITHMETIC[operator];
  const low = new Float64Array(a.low.length);
  if (a.low === a.high && b.low === b.high) {
    for (let i = 0; i < low.length; i++) low[i] = apply(a.low[i], b.low[i]);
    if (!low.some(Number.isNaN)) return { low, high: low };
  }
  const high = new Float64Array(low.length);
  for (let i = 0; i < low.length; i++) {
    const corners = [
      apply(a.low[i], b.low[i]),
      apply(a.low[i], b.high[i]),
      apply(a.high[i], b.low[i]),
      apply(a.high[i], b.high[i]),
    ];
    // What cannot be told, such as 0 / 0, can be anything.
    const open = corners.some(Number.isNaN);
    low[i] = open ? Number.NEGATIVE_INFINITY : Math.min(...corners);
    high[i] = open ? Number.POSITIVE_INFINITY : Math.max(...corners);
  }
  return { low, high };
}

const ARITHMETIC: Record<Operator, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};

/** For each future 1 where the comparison holds, 0 where it does not, -1 where the bounds leave it open. */
export function compareDraws(a: Draws, is: Comparison, b: Draws): Int8Array {
  return Int8Array.from(a.low, (_, i) => compareBounds(a.low[i], a.high[i], is, b.low[i], b.high[i]));
}

function compareBounds(aLow: number, aHigh: number, is: Comparison, bLow: number, bHigh: number): number {
  switch (is) {
    case '>':
      return aLow > bHigh ? 1 : aHigh <= bLow ? 0 : -1;
    case '>=':
      return aLow >= bHigh ? 1 : aHigh < bLow ? 0 : -1;
    case '<':
      return compareBounds(bLow, bHigh, '>', aLow, aHigh);
    case '<=':
      return compareBounds(bLow, bHigh, '>=', aLow, aHigh);
    case '=':
      return aHigh < bLow || aLow > bHigh ? 0 : aLow === aHigh && bLow === bHigh ? 1 : -1;
    case '!=':
      return negate(compareBounds(aLow, aHigh, '=', bLow, bHigh));
  }
}

export function negate(verdict: number): number {
  return verdict < 0 ? verdict : 1 - verdict;
}
