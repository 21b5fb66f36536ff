/** How one outcome of one year changes, future by future: what sentences and percentages are made of. */
import { type EvaluationRun, type OutcomeResult, summarise, valuesOf } from '@floodgate/engine/scenario';
import type { Spread } from './number.ts';

export interface Change {
  /** Shares of futures, adding up to 1. */
  higher: number;
  lower: number;
  same: number;
  /** Difference over the value without; absent where that value is nothing in some future. */
  relative?: Spread;
}

/** Sums in another order differ by this much of their size: no difference. */
const ROUNDING = 1e-9;

const known = new WeakMap<EvaluationRun, Map<string, Change>>();

/** The change of an outcome of a run in a year; computed once for all forms and languages of its report. */
export function createChanges(run: EvaluationRun): (result: OutcomeResult) => Change {
  const changes = known.get(run) ?? new Map<string, Change>();
  known.set(run, changes);
  const places = new Map(outcomesOf(run).map(({ id }, k) => [id, k]));
  return ({ id, period }) => {
    const key = `${id} ${period}`;
    const change = changes.get(key) ?? measureChange(run, places.get(id)!, Number(period) - run.plan.firstYear);
    changes.set(key, change);
    return change;
  };
}

function measureChange({ plan, results }: EvaluationRun, k: number, y: number): Change {
  return changeOf(valuesOf(plan, results, 'without', k, y), valuesOf(plan, results, 'with', k, y));
}

/** The outcomes of a run in the order of its results. */
export function outcomesOf({ evaluation }: Pick<EvaluationRun, 'evaluation'>): { id: string; unit: string }[] {
  return [...new Map(evaluation.outcomes.map(({ id, unit }) => [id, { id, unit }])).values()];
}

function changeOf(without: Float64Array, with_: Float64Array): Change {
  const draws = without.length;
  const relative = new Float64Array(draws);
  let higher = 0;
  let lower = 0;
  let measurable = true;
  for (let i = 0; i < draws; i++) {
    const difference = with_[i] - without[i];
    const least = ROUNDING * Math.max(Math.abs(with_[i]), Math.abs(without[i]));
    if (difference > least) higher++;
    else if (difference < -least) lower++;
    if (without[i] > 0) relative[i] = difference / without[i];
    else measurable = false;
  }
  return {
    higher: higher / draws,
    lower: lower / draws,
    same: (draws - higher - lower) / draws,
    ...(measurable && { relative: summarise(relative) }),
  };
}
