/**
 * Exact numbers for the law. A threshold is compared as the decimal that the text prints, a density as the fraction
 * that it is: rounding never decides whether 3.196 reaches 3.2.
 */

/** A fraction with its nearest double. `approximate` decides a comparison unless the two are too near to tell. */
export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly approximate: number;
}

/** Farther apart than this share of the larger, two doubles have the order of the fractions that they stand for. */
const CLOSE = 1e-12;

export const ZERO: Exact = { numerator: 0n, denominator: 1n, approximate: 0 };

/** No upper bound known. */
export const UNBOUNDED: Exact = { numerator: 1n, denominator: 0n, approximate: Number.POSITIVE_INFINITY };

/** The decimal that `value` prints as: 5.92 is 592/100, whatever its last bit. */
export function exact(value: number): Exact {
  const [mantissa, exponent = '0'] = String(value).split('e');
  const [whole, fraction = ''] = mantissa.split('.');
  const digits = BigInt(whole + fraction);
  const scale = Number(exponent) - fraction.length;
  return scale >= 0
    ? { numerator: digits * 10n ** BigInt(scale), denominator: 1n, approximate: value }
    : { numerator: digits, denominator: 10n ** BigInt(-scale), approximate: value };
}

export function add(a: Exact, b: Exact): Exact {
  if (a.denominator === 0n || b.denominator === 0n) return UNBOUNDED;
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function multiply(a: Exact, b: Exact): Exact {
  if (a.denominator === 0n || b.denominator === 0n) return UNBOUNDED;
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** a / b for a >= 0, b >= 0; unbounded when b is zero. */
export function divide(a: Exact, b: Exact): Exact {
  if (b.denominator === 0n) return ZERO;
  if (a.denominator === 0n || b.numerator === 0n) return UNBOUNDED;
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** -1, 0 or 1 as a is less than, equal to or greater than b; exact. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.approximate - b.approximate;
  const close = CLOSE * Math.max(Math.abs(a.approximate), Math.abs(b.approximate));
  if (difference > close) return 1;
  if (difference < -close) return -1;
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

function fraction(numerator: bigint, denominator: bigint): Exact {
  return { numerator, denominator, approximate: quotient(numerator, denominator) };
}

/** The double nearest to a fraction of any size, within a few units in the last place. */
function quotient(numerator: bigint, denominator: bigint): number {
  const direct = Number(numerator) / Number(denominator);
  if (Number.isFinite(direct)) return direct;
  const scaled = (numerator * 10n ** 18n) / denominator;
  return Number(scaled) / 1e18;
}
