/**
 * The efficiencies of the model as they hold for one chip, one number format and the circumstances of a case: of the
 * rows that apply, the most specific wins, and of equally specific ones the last published. Rows of `speed` multiply:
 * software, vendor and regime each take their part. A World holds only rows published by its day.
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
  mixtureOverheadSeconds: number;
  stepOverheadSeconds: number;
  servingEfficiency: number;
  usableMemory: number;
  runtimeMemoryBytes: number;
  trainingOverhead: number;
  mixtureTraining: number;
  latencySlack: number;
  activationPasses: number;
  expertPasses: number;
  outputVariation: number;
  runningSequences: number;
}

export interface ChosenEfficiency {
  row: Efficiency;
  estimate: Estimate;
}

/** The row in force for each quantity, and all the rows that change the speed of the whole. */
export interface Selection {
  chosen: ReadonlyMap<EfficiencyQuantity, ChosenEfficiency>;
  speeds: readonly ChosenEfficiency[];
}

/** Where on its distribution each row stands: 0.5 is the median. */
export type Position = (row: Efficiency) => number;

export const MEDIAN: Position = () => 0.5;

/** What describes a case beside chip and format, in the words of the `when` column: regime, phase, software, model. */
export type Circumstances = ReadonlySet<string>;

export function selectEfficiencies(
  rows: readonly Efficiency[],
  chip: Chip,
  precision: Precision,
  circumstances: Circumstances,
): Selection {
  const best = new Map<EfficiencyQuantity, Efficiency>();
  const speeds = new Map<string, Efficiency>();
  for (const row of rows) {
    if (!applies(row, chip, precision, circumstances)) continue;
    if (row.quantity === 'speed') {
      const scope = scopeOf(row);
      const current = speeds.get(scope);
      if (!current || row.published > current.published) speeds.set(scope, row);
      continue;
    }
    const current = best.get(row.quantity);
    if (!current || outranks(row, current)) best.set(row.quantity, row);
  }
  return {
    chosen: new Map([...best].map(([quantity, row]) => [quantity, withEstimate(row)])),
    speeds: [...speeds.values()].map(withEstimate),
  };
}

/** Every row of a selection. */
export function rowsOf({ chosen, speeds }: Selection): ChosenEfficiency[] {
  return [...chosen.values(), ...speeds];
}

/** Parsing is slow beside the model itself, and rows are asked thousands of times. */
const parsed = new WeakMap<Efficiency, ChosenEfficiency>();

function withEstimate(row: Efficiency): ChosenEfficiency {
  let known = parsed.get(row);
  if (!known) {
    known = { row, estimate: parseEstimate(row.estimate, row.unit, row.id) };
    parsed.set(row, known);
  }
  return known;
}

function applies(row: Efficiency, chip: Chip, precision: Precision, circumstances: Circumstances): boolean {
  if (row.precision !== undefined && row.precision !== precision) return false;
  if (row.when.length > 0 && !row.when.every((word) => circumstances.has(word))) return false;
  if (row.chips.length > 0) return row.chips.includes(chip.id);
  return row.vendor === undefined || row.vendor === chip.vendor;
}

function outranks(a: Efficiency, b: Efficiency): boolean {
  const difference = specificity(a) - specificity(b);
  return difference !== 0 ? difference > 0 : a.published > b.published;
}

/** What was said of the software comes before what was said of the chip, and that before the vendor. */
function specificity(row: Efficiency): number {
  const chip = row.chips.length > 0 ? 4 : row.vendor !== undefined ? 2 : 0;
  return 8 * row.when.length + chip + (row.precision !== undefined ? 1 : 0);
}

function scopeOf({ chips, vendor, precision, when }: Efficiency): string {
  return [chips.join(' '), vendor, precision, when.join(' ')].join('|');
}

/** The value of one quantity at a position on its distribution; undefined when no row applies. */
export function quantityAt(
  selection: Selection,
  quantity: EfficiencyQuantity,
  position: Position = MEDIAN,
): number | undefined {
  const found = selection.chosen.get(quantity);
  return found && quantile(found.estimate, position(found.row));
}

/** The constants with every estimate at the given position, or the first quantity for which no row is known. */
export function constantsAt(selection: Selection, position: Position = MEDIAN): Constants | EfficiencyQuantity {
  let missing: EfficiencyQuantity | undefined;
  const value = (quantity: EfficiencyQuantity): number => {
    const known = quantityAt(selection, quantity, position);
    if (known === undefined) missing ??= quantity;
    return known ?? Number.NaN;
  };
  const speed = selection.speeds.reduce((all, { row, estimate }) => all * quantile(estimate, position(row)), 1);
  /** A share of a peak, at the speed of the software; nothing exceeds the peak. Memory streams at its own pace. */
  const share = (quantity: EfficiencyQuantity): number => Math.min(1, speed * value(quantity));
  const constants: Constants = {
    matrixCompute: share('matrix-compute'),
    weightStreaming: value('weight-streaming'),
    kvStreaming: value('kv-streaming'),
    attentionCompute: share('attention-compute'),
    latentAttentionCompute: share('latent-attention-compute'),
    prefillAttentionCompute: share('prefill-attention-compute'),
    expertCompute: share('expert-compute'),
    halfRateRows: value('half-rate-rows'),
    tileRows: value('tile-rows'),
    expertTileRows: value('expert-tile-rows'),
    expertImbalance: value('expert-imbalance'),
    routingSkew: value('routing-skew'),
    linkEfficiency: share('link-efficiency'),
    allReduceLatencySeconds: (value('all-reduce-latency') * 1e-6) / speed,
    dispatchLatencySeconds: (value('dispatch-latency') * 1e-6) / speed,
    dispatchOverlap: value('dispatch-overlap'),
    networkBytesPerSecond: value('network-rate') * 1e9,
    scaleUpDomainChips: value('scale-up-domain'),
    layerOverheadSeconds: (value('layer-overhead') * 1e-6) / speed,
    mixtureOverheadSeconds: (value('mixture-overhead') * 1e-6) / speed,
    stepOverheadSeconds: (value('step-overhead') * 1e-3) / speed,
    servingEfficiency: value('serving-efficiency'),
    usableMemory: value('usable-memory'),
    runtimeMemoryBytes: value('runtime-memory') * 1e9,
    trainingOverhead: value('training-overhead'),
    mixtureTraining: value('mixture-training'),
    latencySlack: value('latency-slack'),
    activationPasses: value('activation-passes'),
    expertPasses: value('expert-passes'),
    outputVariation: value('output-variation'),
    runningSequences: value('running-sequences'),
  };
  return missing ?? constants;
}
