/** Runs a block of draws of a plan: the work that is shared out over threads. Any split gives the same numbers. */
import { beginFuture, createWork, HISTORY, type Plan, runPolicy, WITH, WITHOUT } from '../supply/index.ts';
import { outcomeCount } from './results.ts';
import { createSampler, type Sampler, sampleColumn, sampleColumns } from './sampler.ts';

/** A block of draws: those from `from` up to, not including, `until`. */
export interface Block {
  plan: Plan;
  seed: number;
  from: number;
  until: number;
  /** A column whose values are taken from other draws, for driver measures; -1 for none. */
  column: number;
}

/** Runs blocks of draws, in this thread or in others; results in the order of the blocks. */
export type RunBlocks = (blocks: Block[]) => Promise<Float64Array[]>;

/** Far from any draw that an evaluation uses, so that a resampled column is independent of its first value. */
const RESAMPLE_OFFSET = 1 << 24;

/** Outcomes of a block, laid out as in `results.ts`: a function of the block alone. */
export function runDraws(block: Block): Float64Array {
  const { plan } = block;
  const size = outcomeCount(plan);
  const results = new Float64Array((block.until - block.from) * 2 * size);
  const run = createRunner(plan, createSampler(plan.columns, block.seed), size);
  for (let draw = block.from; draw < block.until; draw++) {
    run(draw, block.column, results, (draw - block.from) * 2 * size);
  }
  return results;
}

function createRunner(plan: Plan, sampler: Sampler, size: number) {
  const work = createWork(plan);
  const sample = new Float64Array(plan.columns.length);
  const legal = new Float64Array(plan.products.length * plan.quarters);
  const history = new Float64Array(size);
  const other = new Float64Array(size);
  return (draw: number, column: number, results: Float64Array, at: number) => {
    sampleColumns(sampler, draw, sample);
    if (column >= 0) sample[column] = sampleColumn(sampler, column, draw + RESAMPLE_OFFSET);
    beginFuture(plan, sample, work);
    runPolicy(plan, HISTORY, sample, work, legal, history);
    for (const policy of [WITHOUT, WITH]) {
      let outcomes = history;
      if (!isHistory(plan, policy)) {
        runPolicy(plan, policy, sample, work, legal, other);
        outcomes = other;
      }
      results.set(outcomes, at + (policy - WITHOUT) * size);
    }
  };
}

/** A policy whose permissions are the recorded law's own needs no second run. */
function isHistory(plan: Plan, policy: number): boolean {
  return (
    plan.permissions[policy] === plan.permissions[HISTORY] &&
    plan.smugglingScale[policy] === plan.smugglingScale[HISTORY]
  );
}
