/**
 * What an outcome's difference hangs on: total-effect Sobol indices, the share of its variance that would remain if
 * everything but one input were known. Method: Jansen 1999 as in Saltelli et al. 2010 (Comput. Phys. Commun. 181,
 * table 2, f): mean of (f(A) - f(A with column j of B))^2 / 2, over the variance.
 */
import { outcomeIds, type Plan } from '../supply/index.ts';
import { differencesOf, outcomeCount, yearCount } from './results.ts';
import type { RunBlocks } from './run-draws.ts';
import { createSampler, sampleColumn } from './sampler.ts';

export interface Driver {
  outcome: string;
  period: string;
  parameter: string;
  /** 0 to 1 and, where inputs act together, a little more in sum. */
  totalEffect: number;
}

/** Draws for the measure: its error is a few hundredths, enough to rank. */
const MOST_DRAWS = 256;
/** Draws and columns of the screening: the columns whose values go most with some headline difference are measured. */
const SCREENING_DRAWS = 1000;
const MEASURED_COLUMNS = 24;
const SHOWN = 8;

/** The strongest drivers of each headline outcome in the last year; `results` are the run's own draws from 0. */
export async function findDrivers(
  plan: Plan,
  headline: string[],
  results: Float64Array,
  seed: number,
  run: RunBlocks,
): Promise<Driver[]> {
  const drawsRun = results.length / (2 * outcomeCount(plan));
  const draws = Math.min(MOST_DRAWS, drawsRun);
  const outcomes = headline.filter((id) => outcomeIds(plan).some((outcome) => outcome.id === id));
  const columns = screenColumns(plan, outcomes, results, Math.min(SCREENING_DRAWS, drawsRun), seed);
  if (draws < 2 || columns.length === 0) return [];
  const resampled = await run(columns.map((column) => ({ plan, seed, from: 0, until: draws, column })));
  return outcomes.flatMap((outcome) => {
    const reference = lastDifferences(plan, results, outcome, draws);
    return columns
      .map((column, n) => ({
        outcome,
        period: String(plan.lastYear),
        parameter: plan.columns[column].id,
        totalEffect: totalEffect(reference, lastDifferences(plan, resampled[n], outcome, draws)),
      }))
      .filter((driver) => driver.totalEffect > 0)
      .sort((a, b) => b.totalEffect - a.totalEffect)
      .slice(0, SHOWN);
  });
}

/** Differences of an outcome in the last year over the first draws of some results. */
function lastDifferences(plan: Plan, results: Float64Array, outcome: string, draws: number): Float64Array {
  const k = outcomeIds(plan).findIndex(({ id }) => id === outcome);
  return differencesOf(plan, results.subarray(0, draws * 2 * outcomeCount(plan)), k, yearCount(plan) - 1);
}

/**
 * The columns worth measuring, by squared correlation with the headline differences. A column that acts only together
 * with others, and not at all on its own, would be missed; the model has no such products of opposite signs.
 */
function screenColumns(plan: Plan, outcomes: string[], results: Float64Array, draws: number, seed: number): number[] {
  const sampler = createSampler(plan.columns, seed);
  const differences = outcomes.map((outcome) => lastDifferences(plan, results, outcome, draws));
  return plan.columns
    .map((_, j) => {
      const values = Float64Array.from({ length: draws }, (_, draw) => sampleColumn(sampler, j, draw));
      return { j, strength: Math.max(0, ...differences.map((difference) => squaredCorrelation(values, difference))) };
    })
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => b.strength - a.strength)
    .slice(0, MEASURED_COLUMNS)
    .map(({ j }) => j);
}

/** Squared Pearson correlation; 0 where either side does not vary. */
function squaredCorrelation(a: Float64Array, b: Float64Array): number {
  const meanA = a.reduce((sum, value) => sum + value, 0) / a.length;
  const meanB = b.reduce((sum, value) => sum + value, 0) / b.length;
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += (a[i] - meanA) * (b[i] - meanB);
    aa += (a[i] - meanA) * (a[i] - meanA);
    bb += (b[i] - meanB) * (b[i] - meanB);
  }
  return aa > 0 && bb > 0 ? (ab * ab) / (aa * bb) : 0;
}

/**
 * Index of one column on one outcome from base and resampled differences of the same draws; 0 where nothing varies. The
 * variance is that of both together, which keeps the index in bounds when an outcome has a long tail.
 */
export function totalEffect(base: Float64Array, resampled: Float64Array): number {
  const draws = base.length;
  let sum = 0;
  for (let i = 0; i < draws; i++) sum += base[i] + resampled[i];
  const mean = sum / (2 * draws);
  let squares = 0;
  let moved = 0;
  for (let i = 0; i < draws; i++) {
    squares += (base[i] - mean) * (base[i] - mean) + (resampled[i] - mean) * (resampled[i] - mean);
    moved += (base[i] - resampled[i]) * (base[i] - resampled[i]);
  }
  return squares > 0 ? moved / squares : 0;
}
