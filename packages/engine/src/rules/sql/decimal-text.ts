/** Exact numbers as decimals that a database compares as the law does. */
import type { Exact } from '../../core/decimal.ts';
import { RuleError } from '../rule-error.ts';
import { FRACTION_DIGITS, WHOLE_DIGITS } from './dialects.ts';

/** A threshold may use one digit less than a quantity: the last one tells a rounded quantity from an exact one. */
const EXACT_DIGITS = FRACTION_DIGITS - 1;

/** A threshold, exactly. Throws RuleError `not-in-sql` when it has more digits than quantities are kept to. */
export function thresholdText(value: Exact): string {
  const scaled = value.numerator * 10n ** BigInt(EXACT_DIGITS);
  if (value.denominator === 0n || scaled % value.denominator !== 0n) {
    throw new RuleError('not-in-sql', { construct: `threshold ${value.approximate}` });
  }
  return pointed(scaled / value.denominator, EXACT_DIGITS);
}

/**
 * A quantity as a decimal that lies on the same side of every threshold as the fraction itself. One that ends within
 * the digits of a threshold is exact; any other is cut there and gets a last digit 5, so that it equals no threshold.
 * Undefined when there is no bound.
 */
export function quantityText(value: Exact): string | undefined {
  if (value.denominator === 0n) return undefined;
  const scaled = value.numerator * 10n ** BigInt(EXACT_DIGITS);
  const cut = scaled / value.denominator;
  const rest = scaled % value.denominator !== 0n;
  return rest ? pointed(cut * 10n + 5n, FRACTION_DIGITS) : pointed(cut, EXACT_DIGITS);
}

/** Digits with a point before the last `places`; no zeros after it that say nothing. */
function pointed(digits: bigint, places: number): string {
  const text = String(digits).padStart(places + 1, '0');
  const whole = text.slice(0, -places);
  if (whole.length > WHOLE_DIGITS) throw new RuleError('not-in-sql', { construct: `number ${text}` });
  const fraction = text.slice(-places).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
