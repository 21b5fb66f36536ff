/** Figures of chips, and how fast one is beside another, with the capability model's own uncertainty. */
import { capabilityIndex, type Index, isRefusal, regionsOf } from '../../capability/index.ts';
import { log } from '../../core/elementary.ts';
import { type Estimate, quantile } from '../../core/estimate.ts';
import { createStream, uniform } from '../../core/random.ts';
import { itemOf } from '../../rules/index.ts';
import type { Chip } from '../../world/dataset.ts';
import { constantDraws, exactDraws } from '../draws.ts';
import type { Setting } from '../setting.ts';
import { originOf, unknown, type Value } from '../value.ts';

/** A figure that the law reads, such as `tpp` or `memoryBandwidthGBs`, or `memoryStacks`; bounds stay bounds. */
export function chipFigure({ world, draws }: Setting, id: string, figure: string): Value {
  const chip = world.chips.find((one) => one.id === id);
  if (!chip) return unknown('unpublished');
  const origin = originOf({ sources: chip.sources });
  const bounds = boundsOfFigure(chip, figure);
  if (!bounds) return { kind: 'unknown', why: 'open', origin };
  return { kind: 'quantity', draws: constantDraws(draws, bounds.low, bounds.high), unit: UNITS[figure] ?? '', origin };
}

const UNITS: Record<string, string> = {
  tpp: 'TPP',
  performanceDensity: 'TPP/mm²',
  memoryBandwidthGBs: 'GB/s',
  ioBandwidthGBs: 'GB/s',
  bandwidthSumGBs: 'GB/s',
  memoryGB: 'GB',
  memoryStacks: 'stacks',
};

export const FIGURES = Object.keys(UNITS);

function boundsOfFigure(chip: Chip, figure: string): { low: number; high: number } | undefined {
  const plain = figure === 'memoryGB' || figure === 'memoryStacks' ? chip[figure] : undefined;
  if (plain !== undefined) return typeof plain === 'number' ? { low: plain, high: plain } : plain;
  const value = itemOf(chip).values.get(figure);
  if (typeof value !== 'object') return undefined;
  return { low: value.low.approximate, high: value.high.approximate };
}

/** `kind` is `training` or `inference`. */
export function speedIndex(setting: Setting, id: string, kind: string, against: string): Value {
  return withChips(setting, id, against, (chip, other) => {
    const index = capabilityIndex(setting.world, chip, other, kind === 'training' ? 'training' : 'inference');
    return isRefusal(index) ? undefined : ratioDraws(setting, `index:${id}:${kind}:${against}`, 1, index);
  });
}

export function workloadRatio(setting: Setting, id: string, workload: string, against: string): Value {
  const { world } = setting;
  const chosen = world.workloads.find((one) => one.id === workload);
  if (!chosen) return unknown('unpublished');
  return withChips(setting, id, against, (chip, other) => {
    const alone = { ...world, workloads: [{ ...chosen, weight: 1 }] };
    const index = capabilityIndex(alone, chip, other, chosen.kind);
    return isRefusal(index) ? undefined : ratioDraws(setting, `workload:${id}:${workload}:${against}`, 1, index);
  });
}

/** The region gives the middle; around it lies what is uncertain about the two chips' inference index. */
export function decodeRatio(
  setting: Setting,
  id: string,
  study: string,
  sequences: string,
  context: string,
  against: string,
): Value {
  return withRegion(setting, id, study, against, `${sequences}:${context}`, (region) => {
    const row = region.contexts.indexOf(Number(context));
    const column = region.batches.indexOf(Number(sequences));
    return row < 0 || column < 0 ? null : region.decode[row][column];
  });
}

export function prefillRatio(setting: Setting, id: string, study: string, against: string): Value {
  return withRegion(setting, id, study, against, 'prefill', ({ prefill }) => prefill);
}

type Region = ReturnType<typeof regionsOf>[number];

function withRegion(
  setting: Setting,
  id: string,
  study: string,
  against: string,
  name: string,
  read: (region: Region) => number | null,
): Value {
  return withChips(setting, id, against, (chip, other) => {
    const region = regionsOf(setting.world, chip, other).find((one) => one.study === study);
    const index = capabilityIndex(setting.world, chip, other, 'inference');
    const middle = region ? read(region) : null;
    if (middle === null || isRefusal(index)) return undefined;
    return ratioDraws(setting, `region:${id}:${study}:${against}:${name}`, middle / index.mid, index);
  });
}

function withChips(
  { world }: Setting,
  id: string,
  against: string,
  draw: (chip: Chip, other: Chip) => Float64Array | undefined,
): Value {
  const [chip, other] = [id, against].map((one) => world.chips.find((candidate) => candidate.id === one));
  if (!chip || !other) return unknown('unpublished');
  const origin = originOf({ sources: [...new Set([...chip.sources, ...other.sources])] });
  const values = draw(chip, other);
  if (!values) return { kind: 'unknown', why: 'open', origin };
  return { kind: 'quantity', draws: exactDraws(values), unit: 'ratio', origin };
}

/** Standard deviations from the median to the 95th percentile. */
const Z95 = 1.6448536269514722;

/** Draws of an index times a factor: lognormal with the index's 90% interval. */
function ratioDraws({ draws, seed }: Setting, name: string, factor: number, { mid, p5, p95 }: Index): Float64Array {
  const deviation = (log(p95) - log(p5)) / (2 * Z95);
  const estimate: Estimate =
    deviation > 0 ? { kind: 'lognormal', mean: log(mid * factor), deviation } : { kind: 'fixed', value: mid * factor };
  const stream = createStream(seed, `claim:${name}`);
  return Float64Array.from({ length: draws }, (_, draw) => quantile(estimate, uniform(stream, draw)));
}
