/**
 * A fact as a quantity over the futures. With both ends it is a distribution: its middle the median, its ends the 5th
 * and 95th percentile, each half of it that of the estimate language. A point is a point; one end alone is a bound.
 */
import { type Estimate, parseEstimate, quantile } from '../core/estimate.ts';
import { createStream, uniform } from '../core/random.ts';
import type { Fact } from '../world/dataset.ts';
import type { Draws } from './draws.ts';
import { constantDraws, exactDraws } from './draws.ts';

export function factDraws(fact: Fact, draws: number, seed: number): Draws {
  const { low, mid, high } = fact;
  if (low === undefined || high === undefined) {
    if (mid !== undefined) return constantDraws(draws, mid);
    return constantDraws(draws, low ?? 0, high ?? Number.POSITIVE_INFINITY);
  }
  const [below, above] = halvesOf(fact, low, mid, high);
  const stream = createStream(seed, `fact:${fact.id}`);
  return exactDraws(
    Float64Array.from({ length: draws }, (_, draw) => {
      const u = uniform(stream, draw);
      return quantile(u < 0.5 ? below : above, u);
    }),
  );
}

/** Two estimates with the same median: one ends where the fact's lower end lies, the other at its upper end. */
function halvesOf({ id, unit }: Fact, low: number, mid: number | undefined, high: number): [Estimate, Estimate] {
  const estimate = (from: number, to: number) => parseEstimate(`${from} to ${to}`, unit, id);
  if (mid === undefined) {
    const whole = estimate(low, high);
    return [whole, whole];
  }
  const mirrored = (end: number) => mirror(end, mid, low > 0, unit === 'fraction' && low > 0 && high < 1);
  return [estimate(low, mirrored(low)), estimate(mirrored(high), high)];
}

/** The other end of an interval whose middle is `mid` on the scale of its distribution. */
function mirror(end: number, mid: number, positive: boolean, share: boolean): number {
  if (share) {
    const odds = (mid / (1 - mid)) ** 2 / (end / (1 - end));
    return odds / (1 + odds);
  }
  return positive ? (mid * mid) / end : 2 * mid - end;
}
