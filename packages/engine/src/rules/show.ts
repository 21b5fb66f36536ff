/** Exact numbers as they are printed. */
import { compare, type Exact } from '../core/decimal.ts';
import type { Bounds } from './item.ts';

/** Digits enough to tell any two figures apart that a law tells apart, and few enough to drop binary noise. */
const DIGITS = 9;

export function toNumber(value: Exact): number {
  return Number(value.approximate.toPrecision(DIGITS));
}

export function showNumber(value: Exact): string {
  return String(toNumber(value));
}

/** A number, an interval (`high` null when there is no upper bound), or null when nothing is known. */
export function showBounds(bounds: Bounds | undefined): number | { low: number; high: number | null } | null {
  if (bounds === undefined) return null;
  if (compare(bounds.low, bounds.high) === 0) return toNumber(bounds.low);
  return { low: toNumber(bounds.low), high: Number.isFinite(bounds.high.approximate) ? toNumber(bounds.high) : null };
}

/**
 * A density to two decimals, as makers print it; to more where two would put it on the other side of a threshold or
 * upon one (3.196 must not read 3.2).
 */
export function showDensity(bounds: Bounds | undefined, thresholds: readonly number[]): ReturnType<typeof showBounds> {
  const shown = showBounds(bounds);
  if (typeof shown !== 'number') return shown;
  for (const decimals of [2, 3, 4, 5]) {
    const rounded = Number(shown.toFixed(decimals));
    if (thresholds.every((limit) => Math.sign(rounded - limit) === Math.sign(shown - limit))) return rounded;
  }
  return shown;
}
