/**
 * The efficiencies of the model as they hold for one chip and one number format: of the rows that apply, the most
 * specific wins, and of equally specific ones the last published. A World holds only rows published by its day.
 */
import { type Estimate, parseEstimate, quantile } from '../core/index.ts';
import type { Chip, Efficiency, EfficiencyQuantity, Precision } from '../world/index.ts';

/** Shares of a peak, seconds, bytes and token counts; docs/methods/capability.md says what each means. */
export interface Constants {
  matrixCompute: number;
  weightStreaming: number;
  kvStreaming: number;
  attentionCompute: number;
  latentAttentionCompute: number;
  prefillAttentionCompute: number;
  expertCompute: number;
  halfRateRows: number;
  tileRows: number;
  expertTileRows: number;
  expertImbalance: number;
  routingSkew: number;
  linkEfficiency: number;
  allReduceLatencySeconds: number;
  dispatchLatencySeconds: number;
  dispatchOverlap: number;
  networkBytesPerSecond: number;
  scaleUpDomainChips: number;
  layerOverheadSeconds: number;
  stepOverheadSeconds: number;
  servingEfficiency: number;
  usableMemory: number;
  runtimeMemoryBytes: number;
  trainingOverhead: number;
  mixtureTraining: number;
}

export interface ChosenEfficiency {
  row: Efficiency;
  estimate: Estimate;
}

/** The row in force for each quantity. */
export type Selection = ReadonlyMap<EfficiencyQuantity, ChosenEfficiency>;

/** Where on its distribution each row stands: 0.5 is the median. */
export type Position = (row: Efficiency) => number;

export const MEDIAN: Position = () => 0.5;

export function selectEfficiencies(rows: readonly Efficiency[], chip: Chip, precision: Precision): Selection {
  const best = new Map<EfficiencyQuantity, Efficiency>();
  for (const row of rows) {
    if (!applies(row, chip, precision)) continue;
    const current = best.get(row.quantity);
    if (!current || outranks(row, current)) best.set(row.quantity, row);
  }
  return new Map(
    [...best].map(([quantity, row]) => [quantity, { row, estimate: parseEstimate(row.estimate, row.unit, row.id) }]),
  );
}

function applies(row: Efficiency, chip: Chip, precision: Precision): boolean {
  if (row.precision !== undefined && row.precision !== precision) return false;
  if (row.chips.length > 0) return row.chips.includes(chip.id);
  return row.vendor === undefined || row.vendor === chip.vendor;
}

function outranks(a: Efficiency, b: Efficiency): boolean {
  const difference = specificity(a) - specificity(b);
  return difference !== 0 ? difference > 0 : a.published > b.published;
}

function specificity(row: Efficiency): number {
  return (row.chips.length > 0 ? 4 : row.vendor !== undefined ? 2 : 0) + (row.precision !== undefined ? 1 : 0);
}

/** The constants with every estimate at the given position, or the first quantity for which no row is known. */
export function constantsAt(selection: Selection, position: Position = MEDIAN): Constants | EfficiencyQuantity {
  let missing: EfficiencyQuantity | undefined;
  const value = (quantity: EfficiencyQuantity): number => {
    const chosen = selection.get(quantity);
    if (chosen) return quantile(chosen.estimate, position(chosen.row));
    missing ??= quantity;
    return Number.NaN;
  };
  const constants: Constants = {
    matrixCompute: value('matrix-compute'),
    weightStreaming: value('weight-streaming'),
    kvStreaming: value('kv-streaming'),
    attentionCompute: value('attention-compute'),
    latentAttentionCompute: value('latent-attention-compute'),
    prefillAttentionCompute: value('prefill-attention-compute'),
    expertCompute: value('expert-compute'),
    halfRateRows: value('half-rate-rows'),
    tileRows: value('tile-rows'),
    expertTileRows: value('expert-tile-rows'),
    expertImbalance: value('expert-imbalance'),
    routingSkew: value('routing-skew'),
    linkEfficiency: value('link-efficiency'),
    allReduceLatencySeconds: value('all-reduce-latency') * 1e-6,
    dispatchLatencySeconds: value('dispatch-latency') * 1e-6,
    dispatchOverlap: value('dispatch-overlap'),
    networkBytesPerSecond: value('network-rate') * 1e9,
    scaleUpDomainChips: value('scale-up-domain'),
    layerOverheadSeconds: value('layer-overhead') * 1e-6,
    stepOverheadSeconds: value('step-overhead') * 1e-3,
    servingEfficiency: value('serving-efficiency'),
    usableMemory: value('usable-memory'),
    runtimeMemoryBytes: value('runtime-memory') * 1e9,
    trainingOverhead: value('training-overhead'),
    mixtureTraining: value('mixture-training'),
  };
  return missing ?? constants;
}
