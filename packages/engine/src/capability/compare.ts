/** The answer to "how good is this chip, for what?": training, inference by workload, indices, and the region. */
import { exp, log, type Text, unknownId } from '../core/index.ts';
import { type Chip, findChip, type InferenceWorkload, type TrainingWorkload, type Workload } from '../world/index.ts';
import { middle } from './chip-rates.ts';
import { type CapabilityWorld, inferenceOn, isRefusal, trainingOn } from './evaluate.ts';
import { type CapabilityIndices, capabilityIndices, REFERENCE_CHIP, sensitivityOf } from './indices.ts';
import { type LatencyCrossover, latencyCrossover } from './latency-crossover.ts';
import { type Region, regionsOf } from './region.ts';
import type { BatchLimit } from './serving.ts';
import type { Resource } from './tally.ts';

export interface CompareInput {
  world: CapabilityWorld;
  /** Ids, aliases or names. */
  chips: readonly string[];
  /** All reference workloads when absent. */
  workloads?: readonly string[];
  against?: string;
}

export interface Comparison {
  against: string;
  chips: ChipComparison[];
}

export interface ChipComparison {
  chip: string;
  name: Text;
  training: TrainingComparison | null;
  inference: InferenceComparison[];
  indices: {
    /** Null with the reason in `why` when a figure that the index needs is unpublished. */
    trainingH100e: number | null;
    inferenceH100e: number | null;
    training: { p5: number; p95: number } | null;
    inference: { p5: number; p95: number } | null;
    /** Range of each index when any one workload is left out. */
    sensitivity: Record<'training' | 'inference', { low: number; high: number } | null>;
    why: CapabilityIndices['why'];
  };
  /** Where the chip is ahead of the other; empty when the two are the same. */
  region: Region[];
  /** For each workload with a latency limit, how the order of the two turns with the limit; empty likewise. */
  latency: LatencyCrossover[];
  /** What the figures for each watt and dollar divide by: null when unpublished. */
  powerW: number | null;
  launchPriceUsd: number | null;
}

export interface TrainingComparison {
  precision: string;
  /** Geometric mean over the workloads of model TFLOPs per second and chip. */
  effectiveTflops: number;
  bound: Resource;
  relative: number | null;
  workloads: {
    workload: string;
    effectiveTflops: number;
    mfu: number;
    tokensPerSecondPerChip: number;
    chips: number;
    days: number;
    bound: Resource;
    relative: number | null;
    effectiveTflopsPerWatt: number | null;
    effectiveTflopsPerThousandUsd: number | null;
  }[];
}

/** Figures are null, and `why` says why, when the chip cannot run the workload or a figure is unpublished. */
export interface InferenceComparison {
  workload: string;
  precision: string | null;
  prefillTokensPerSecond: number | null;
  decodeTokensPerSecond: number | null;
  outputTokensPerSecondPerChip: number | null;
  ttftSeconds: number | null;
  tpotSeconds: number | null;
  batch: number | null;
  chips: number | null;
  bound: Resource | null;
  batchLimit: BatchLimit | null;
  /** False when even the smallest batch misses the latency limit of the workload. */
  meetsLimit: boolean | null;
  phases: { prefill: Resource; decode: Resource } | null;
  relative: number | null;
  /** At the chip's published power and launch price; null when unpublished. */
  outputTokensPerSecondPerWatt: number | null;
  outputTokensPerSecondPerThousandUsd: number | null;
  why?: Text;
}

/** Throws `unknown-id` for a chip or a workload that is not in the world. */
export function compareChips(input: CompareInput): Comparison {
  const { world } = input;
  const against = findChip(world, input.against ?? REFERENCE_CHIP);
  const workloads = chooseWorkloads(world, input.workloads);
  return {
    against: against.id,
    chips: input.chips.map((asked) => compareChip(world, findChip(world, asked), against, workloads)),
  };
}

function chooseWorkloads(world: CapabilityWorld, ids: readonly string[] | undefined): readonly Workload[] {
  if (!ids || ids.length === 0) return world.workloads;
  return ids.map((id) => {
    const found = world.workloads.find((workload) => workload.id === id);
    if (!found)
      throw unknownId(
        'workload',
        id,
        world.workloads.map((workload) => workload.id),
      );
    return found;
  });
}

function compareChip(
  world: CapabilityWorld,
  chip: Chip,
  against: Chip,
  workloads: readonly Workload[],
): ChipComparison {
  const indices = capabilityIndices(world, chip.id);
  return {
    chip: chip.id,
    name: chip.name,
    training: compareTraining(world, chip, against, workloads.filter(isTraining)),
    inference: workloads.filter(isInference).map((workload) => compareInference(world, chip, against, workload)),
    indices: {
      trainingH100e: indices.training?.mid ?? null,
      inferenceH100e: indices.inference?.mid ?? null,
      training: indices.training && { p5: indices.training.p5, p95: indices.training.p95 },
      inference: indices.inference && { p5: indices.inference.p5, p95: indices.inference.p95 },
      sensitivity: {
        training: indices.training && sensitivityOf(indices.training),
        inference: indices.inference && sensitivityOf(indices.inference),
      },
      why: indices.why,
    },
    region: chip.id === against.id ? [] : regionsOf(world, chip, against),
    latency: chip.id === against.id ? [] : crossovers(world, chip, against, workloads.filter(isInference)),
    powerW: chip.powerW === undefined ? null : middle(chip.powerW),
    launchPriceUsd: chip.launchPriceUsd ?? null,
  };
}

function crossovers(
  world: CapabilityWorld,
  chip: Chip,
  against: Chip,
  workloads: readonly InferenceWorkload[],
): LatencyCrossover[] {
  return workloads.flatMap((workload) => latencyCrossover(world, chip, against, workload) ?? []);
}

function perWatt(chip: Chip, value: number): number | null {
  return chip.powerW === undefined ? null : value / middle(chip.powerW);
}

function perThousandUsd(chip: Chip, value: number): number | null {
  return chip.launchPriceUsd === undefined ? null : (1000 * value) / chip.launchPriceUsd;
}

function isTraining(workload: Workload): workload is TrainingWorkload {
  return workload.kind === 'training';
}

function isInference(workload: Workload): workload is InferenceWorkload {
  return workload.kind === 'inference';
}

function compareTraining(
  world: CapabilityWorld,
  chip: Chip,
  against: Chip,
  workloads: readonly TrainingWorkload[],
): TrainingComparison | null {
  const rows = workloads.flatMap((workload) => {
    const mine = trainingOn(world, chip, workload);
    if (isRefusal(mine)) return [];
    const theirs = trainingOn(world, against, workload);
    const { layout: _, ...speed } = mine.speed;
    const relative = isRefusal(theirs) ? null : speed.effectiveTflops / theirs.speed.effectiveTflops;
    const effectiveTflopsPerWatt = perWatt(chip, speed.effectiveTflops);
    const effectiveTflopsPerThousandUsd = perThousandUsd(chip, speed.effectiveTflops);
    const shares = { effectiveTflopsPerWatt, effectiveTflopsPerThousandUsd };
    return [{ workload: workload.id, chips: workload.chips, ...speed, relative, ...shares, precision: mine.precision }];
  });
  if (rows.length === 0) return null;
  const ratios = rows.map((row) => row.relative);
  return {
    precision: formatName(rows[0].precision),
    effectiveTflops: geometricMean(rows.map((row) => row.effectiveTflops)),
    bound: rows[0].bound,
    relative: ratios.every((ratio) => ratio !== null) ? geometricMean(ratios) : null,
    workloads: rows.map(({ precision: _, ...row }) => row),
  };
}

/** Training in 16 bits means bfloat16. */
function formatName(precision: string): string {
  return precision === 'fp16' ? 'bf16' : precision;
}

function geometricMean(values: readonly number[]): number {
  return exp(values.reduce((sum, value) => sum + log(value), 0) / values.length);
}

function compareInference(
  world: CapabilityWorld,
  chip: Chip,
  against: Chip,
  workload: InferenceWorkload,
): InferenceComparison {
  const mine = inferenceOn(world, chip, workload);
  if (isRefusal(mine)) return { ...UNKNOWN, workload: workload.id, why: mine.why };
  const theirs = inferenceOn(world, against, workload);
  const { layout, ...serving } = mine.serving;
  return {
    workload: workload.id,
    precision: mine.precision,
    ...serving,
    chips: layout.chips,
    relative: isRefusal(theirs)
      ? null
      : serving.outputTokensPerSecondPerChip / theirs.serving.outputTokensPerSecondPerChip,
    outputTokensPerSecondPerWatt: perWatt(chip, serving.outputTokensPerSecondPerChip),
    outputTokensPerSecondPerThousandUsd: perThousandUsd(chip, serving.outputTokensPerSecondPerChip),
  };
}

const UNKNOWN: Omit<InferenceComparison, 'workload'> = {
  precision: null,
  prefillTokensPerSecond: null,
  decodeTokensPerSecond: null,
  outputTokensPerSecondPerChip: null,
  ttftSeconds: null,
  tpotSeconds: null,
  batch: null,
  chips: null,
  bound: null,
  batchLimit: null,
  meetsLimit: null,
  phases: null,
  relative: null,
  outputTokensPerSecondPerWatt: null,
  outputTokensPerSecondPerThousandUsd: null,
};
