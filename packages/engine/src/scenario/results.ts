/** Where the numbers of a run lie: [draw][policy: without, with][outcome][year], in one array. */
import { outcomeIds, type Plan } from '../supply/index.ts';

/** Numbers that one draw of one policy takes. */
export function outcomeCount(plan: Plan): number {
  return outcomeIds(plan).length * yearCount(plan);
}

export function yearCount(plan: Plan): number {
  return plan.lastYear - plan.firstYear + 1;
}

/** Values of outcome `k` in year `y` (both from 0) under one policy, by draw. */
export function valuesOf(
  plan: Plan,
  results: Float64Array,
  policy: 'without' | 'with',
  k: number,
  y: number,
): Float64Array {
  const size = outcomeCount(plan);
  const first = (policy === 'with' ? size : 0) + k * yearCount(plan) + y;
  return Float64Array.from({ length: results.length / (2 * size) }, (_, draw) => results[draw * 2 * size + first]);
}

/** With minus without, by draw. */
export function differencesOf(plan: Plan, results: Float64Array, k: number, y: number): Float64Array {
  const without = valuesOf(plan, results, 'without', k, y);
  return valuesOf(plan, results, 'with', k, y).map((value, draw) => value - without[draw]);
}

/** Joins the results of consecutive blocks. */
export function concatenate(parts: Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
