/**
 * What does a decision do? The recorded law with the decision's two patches gives two policies; both run on the same
 * futures, so that the difference is the decision's alone.
 */
import type { Day } from '../core/day.ts';
import { InputError } from '../core/errors.ts';
import type { Text } from '../core/text.ts';
import { type OutcomeId, outcomeIds, type Plan } from '../supply/index.ts';
import { type Driver, findDrivers } from './drivers.ts';
import { type PlanEvaluationInput, planEvaluation } from './plan-evaluation.ts';
import { concatenate, differencesOf, valuesOf, yearCount } from './results.ts';
import type { Block, RunBlocks } from './run-draws.ts';
import { type Summary, summarise } from './summarise.ts';

export interface EvaluateInput extends PlanEvaluationInput {
  draws: number;
  seed: number;
  /** The name of an outcome. */
  title(outcomeId: string): Text;
}

export interface OutcomeResult extends OutcomeId {
  title: Text;
  period: string;
  without: Summary;
  with: Summary;
  difference: Summary;
  /** Share of futures in which the outcome is higher with the decision. */
  probabilityHigher: number;
}

export interface Evaluation {
  decision: string;
  baseline: string;
  asOf: Day;
  until: number;
  draws: number;
  seed: number;
  overrides: Record<string, string>;
  outcomes: OutcomeResult[];
  drivers: Driver[];
}

export interface EvaluationRun {
  evaluation: Evaluation;
  plan: Plan;
  /** All outcomes of all draws, laid out as in `results.ts`. */
  results: Float64Array;
}

/** Results of this many draws fill about 200 MB. */
const MOST_DRAWS = 100_000;
const BLOCK_DRAWS = 250;

/** Throws InputError for a decision that the day does not know yet, an impossible year, and bad overrides. */
export async function evaluate(input: EvaluateInput, run: RunBlocks): Promise<EvaluationRun> {
  checkInput(input);
  const { world, decision, baseline, until, draws, seed, overrides } = input;
  const plan = planEvaluation(input);
  const results = concatenate(await run(splitDraws(plan, draws, seed)));
  const evaluation = {
    decision: decision.id,
    baseline: baseline?.id ?? `without-${decision.id}`,
    asOf: world.asOf,
    until,
    draws,
    seed,
    overrides: Object.fromEntries(overrides),
    outcomes: summariseAll(input, plan, results),
    drivers: await findDrivers(plan, decision.headline, results, seed, run),
  };
  return { evaluation, plan, results };
}

function checkInput({ world, decision, draws, seed }: EvaluateInput): void {
  const { id, published } = decision;
  if (published > world.asOf) throw new InputError('decision-not-yet-known', { id, published, asOf: world.asOf });
  checkWhole('--draws', draws, 1, MOST_DRAWS);
  checkWhole('--seed', seed, 0, Number.MAX_SAFE_INTEGER);
}

function checkWhole(where: string, value: number, low: number, high: number): void {
  if (Number.isInteger(value) && value >= low && value <= high) return;
  throw new InputError('out-of-range', { where, value: String(value), low: String(low), high: String(high) });
}

function splitDraws(plan: Plan, draws: number, seed: number): Block[] {
  return Array.from({ length: Math.ceil(draws / BLOCK_DRAWS) }, (_, i) => ({
    plan,
    seed,
    from: i * BLOCK_DRAWS,
    until: Math.min((i + 1) * BLOCK_DRAWS, draws),
    column: -1,
  }));
}

function summariseAll({ title }: EvaluateInput, plan: Plan, results: Float64Array): OutcomeResult[] {
  return outcomeIds(plan).flatMap((outcome, k) =>
    Array.from({ length: yearCount(plan) }, (_, y) => ({
      ...outcome,
      title: title(outcome.id),
      period: String(plan.firstYear + y),
      ...comparePolicies(plan, results, k, y),
    })),
  );
}

function comparePolicies(plan: Plan, results: Float64Array, k: number, y: number) {
  const difference = differencesOf(plan, results, k, y);
  let higher = 0;
  for (const value of difference) if (value > 0) higher++;
  return {
    without: summarise(valuesOf(plan, results, 'without', k, y)),
    with: summarise(valuesOf(plan, results, 'with', k, y)),
    difference: summarise(difference),
    probabilityHigher: higher / difference.length,
  };
}
