/**
 * What a chip is worth in H100-equivalents: the weighted geometric mean of its speed relative to the H100 over the
 * reference workloads of a kind. The geometric mean makes the index of A against B the inverse of B against A.
 *
 * The interval carries the uncertainty of the efficiencies and of unpublished figures, moved one at a time (a row that
 * holds for both chips moves in both and largely cancels), and the model's own error. Halves of 90% intervals are
 * added as squares of logarithms.
 */
import { exp, log, summary, type Text, unknownId } from '../core/index.ts';
import type { Chip, Efficiency, EfficiencyQuantity, Workload } from '../world/index.ts';
import { extremeRates, hasInterval } from './chip-rates.ts';
import { MEDIAN, type Position, rowsOf } from './constants.ts';
import { type Contender, prepareContender, speedsAt, speedsMoved } from './contender.ts';
import { type CapabilityWorld, isRefusal, type Part, type Refusal } from './evaluate.ts';
import { noWorkload } from './reasons.ts';

/** The chip that the indices count in. */
export const REFERENCE_CHIP = 'h100-sxm';

export type IndexKind = Workload['kind'];

export interface Index {
  mid: number;
  p5: number;
  p95: number;
  /** The ratios behind the index: their spread is its sensitivity to the choice of workload. */
  parts: { workload: string; weight: number; relative: number }[];
}

/** Both indices of one chip: `null`, with the reason, where a needed figure is unpublished or a workload does not fit. */
export interface CapabilityIndices {
  training: Index | null;
  inference: Index | null;
  why: { training?: Text; inference?: Text };
}

/** Throws `unknown-id` when either chip is not in the world. */
export function capabilityIndices(world: CapabilityWorld, chipId: string, against = REFERENCE_CHIP): CapabilityIndices {
  const chip = chipOf(world, chipId);
  const reference = chipOf(world, against);
  const training = capabilityIndex(world, chip, reference, 'training');
  const inference = capabilityIndex(world, chip, reference, 'inference');
  return {
    training: isRefusal(training) ? null : training,
    inference: isRefusal(inference) ? null : inference,
    why: {
      ...(isRefusal(training) && { training: training.why }),
      ...(isRefusal(inference) && { inference: inference.why }),
    },
  };
}

function chipOf(world: CapabilityWorld, id: string): Chip {
  const chip = world.chips.find((candidate) => candidate.id === id);
  if (!chip)
    throw unknownId(
      'chip',
      id,
      world.chips.map((candidate) => candidate.id),
    );
  return chip;
}

/** The index of one kind over the weighted workloads known to the world. */
export function capabilityIndex(world: CapabilityWorld, chip: Chip, reference: Chip, kind: IndexKind): Index | Refusal {
  const workloads = world.workloads.filter((workload) => workload.kind === kind && workload.weight > 0);
  if (workloads.length === 0) return { why: noWorkload() };
  const mine = prepareContender(world, chip, workloads);
  if (isRefusal(mine)) return mine;
  const theirs = prepareContender(world, reference, workloads);
  if (isRefusal(theirs)) return theirs;
  const speeds = mine.jobs.map((job) => job.speed);
  const referenceSpeeds = theirs.jobs.map((job) => job.speed);
  const mid = exp(meanLog(workloads, speeds, referenceSpeeds));
  const half = chip.id === reference.id ? 0 : halfInterval(kind, workloads, mine, theirs);
  return {
    mid,
    p5: mid * exp(-half),
    p95: mid * exp(half),
    parts: workloads.map(({ id, weight }, i) => ({ workload: id, weight, relative: speeds[i] / referenceSpeeds[i] })),
  };
}

/** The index when any one workload is left out: how far it hangs on the choice of workloads. */
export function sensitivityOf({ parts }: Index): { low: number; high: number } {
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  const logs = parts.reduce((sum, { weight, relative }) => sum + weight * log(relative), 0);
  const without =
    parts.length < 2
      ? [exp(logs / weights)]
      : parts.map(({ weight, relative }) => exp((logs - weight * log(relative)) / (weights - weight)));
  return { low: Math.min(...without), high: Math.max(...without) };
}

function meanLog(workloads: readonly Workload[], speeds: number[], referenceSpeeds: number[]): number {
  let sum = 0;
  let weights = 0;
  for (const [i, { weight }] of workloads.entries()) {
    // A layout that no longer fits at an extreme counts as very slow rather than as impossible.
    sum += weight * log(Math.max(speeds[i], 1e-3 * referenceSpeeds[i]) / referenceSpeeds[i]);
    weights += weight;
  }
  return sum / weights;
}

/** Half of the 90% interval of the logarithm of the index. */
function halfInterval(kind: IndexKind, workloads: readonly Workload[], mine: Contender, theirs: Contender): number {
  const at = (speeds: number[], referenceSpeeds: number[]) => meanLog(workloads, speeds, referenceSpeeds);
  const base = { mine: mine.jobs.map((job) => job.speed), theirs: theirs.jobs.map((job) => job.speed) };
  let squares = square(modelError(mine, `${kind}-error`));
  const myRows = uncertainRows(mine);
  const theirRows = uncertainRows(theirs);
  for (const row of new Set([...myRows, ...theirRows])) {
    const swing = [0.05, 0.95].map((u) => {
      const position: Position = (candidate) => (candidate === row ? u : 0.5);
      return at(
        myRows.has(row) ? speedsMoved(mine, row, position) : base.mine,
        theirRows.has(row) ? speedsMoved(theirs, row, position) : base.theirs,
      );
    });
    squares += square((swing[1] - swing[0]) / 2);
  }
  if (hasInterval(mine.chip)) {
    const swing = (['low', 'high'] as const).map((end) => {
      const rates = (part: Part) => extremeRates(part.chip, part.precision, end);
      return at(speedsAt(mine, MEDIAN, rates), base.theirs);
    });
    squares += square((swing[1] - swing[0]) / 2);
  }
  return Math.sqrt(squares);
}

function square(x: number): number {
  return x * x;
}

/** What describes published cases and their errors, and never a reference workload. */
const OF_CASES = new Set<EfficiencyQuantity>([
  'unstated-input',
  'unstated-output',
  'drafted-tokens',
  'accepted-tokens',
  'run-tokens',
  'run-growth',
  'prediction-error',
  'training-error',
  'inference-error',
]);

/** Rows of the selections in use whose estimates are not fixed. */
function uncertainRows(contender: Contender): Set<Efficiency> {
  const rows = new Set<Efficiency>();
  for (const { part } of contender.jobs) {
    for (const { row, estimate } of rowsOf(part.selection)) {
      if (estimate.kind !== 'fixed' && !OF_CASES.has(row.quantity)) rows.add(row);
    }
  }
  return rows;
}

/** Half of the 90% interval of the logarithm of the model's own error in ratios of this chip. */
function modelError(contender: Contender, quantity: EfficiencyQuantity): number {
  const chosen = contender.jobs[0].part.selection.chosen.get(quantity);
  if (!chosen) return 0;
  const { p5, p95 } = summary(chosen.estimate);
  return (log(p95) - log(p5)) / 2;
}
