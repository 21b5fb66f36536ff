/** One chip on one workload: builds the machine, tries the layouts, keeps the best. */
import type { Text } from '../core/index.ts';
import type {
  Chip,
  Efficiency,
  InferenceWorkload,
  Llm,
  Precision,
  TrainingWorkload,
  Workload,
} from '../world/index.ts';
import { type ChipRates, ratesOf } from './chip-rates.ts';
import { workloadCircumstances } from './circumstances.ts';
import {
  type Circumstances,
  constantsAt,
  MEDIAN,
  type Position,
  type Selection,
  selectEfficiencies,
} from './constants.ts';
import { type Shape, shapeOf } from './layer-shapes.ts';
import { candidateLayouts } from './layouts.ts';
import type { Machine } from './machine.ts';
import { BYTES_PER_WEIGHT, choosePrecision } from './precision.ts';
import { doesNotFit, missingFigures, unknownEfficiency } from './reasons.ts';
import { betterServing, type Serving, serve } from './serving.ts';
import { type TrainingSpeed, trainingSpeed } from './training.ts';

/** What the capability model reads; a World satisfies it. */
export interface CapabilityWorld {
  readonly chips: readonly Chip[];
  readonly llms: readonly Llm[];
  readonly workloads: readonly Workload[];
  readonly efficiencies: readonly Efficiency[];
}

/** A chip in one number format with the efficiencies that hold for it; the constants are drawn from it. */
export interface Part {
  chip: Chip;
  precision: Precision;
  rates: ChipRates;
  selection: Selection;
}

export type Refusal = { why: Text };

export function isRefusal(value: object): value is Refusal {
  return 'why' in value;
}

export function partOf(
  world: CapabilityWorld,
  chip: Chip,
  preferences: readonly Precision[],
  circumstances: Circumstances,
): Part | Refusal {
  const precision = choosePrecision(chip, preferences);
  const rates = ratesOf(chip, precision);
  if (Array.isArray(rates) || precision === undefined) {
    return { why: missingFigures(chip, Array.isArray(rates) ? rates : ['rate']) };
  }
  return { chip, precision, rates, selection: selectEfficiencies(world.efficiencies, chip, precision, circumstances) };
}

/** `position` says where each efficiency stands on its distribution; `rates` may replace the chip's own. */
export function machineOf(part: Part, position: Position = MEDIAN, rates: ChipRates = part.rates): Machine | Refusal {
  const constants = constantsAt(part.selection, position);
  if (typeof constants === 'string') return { why: unknownEfficiency(constants) };
  const bytesPerWeight = BYTES_PER_WEIGHT[part.precision];
  return { rates, constants, precision: part.precision, bytesPerWeight, bytesPerExpertWeight: bytesPerWeight };
}

/** Serves the workload at the layout with the most output tokens for each chip; undefined when it fits nowhere. */
export function serveBest(machine: Machine, llm: Llm, shape: Shape, workload: InferenceWorkload): Serving | undefined {
  let best: Serving | undefined;
  for (const layout of candidateLayouts(llm, machine)) {
    const serving = serve(machine, shape, layout, workload);
    if (serving) best = betterServing(serving, best, workload.regime);
  }
  return best;
}

export interface InferenceAnswer {
  precision: Precision;
  serving: Serving;
}

export function inferenceOn(
  world: CapabilityWorld,
  chip: Chip,
  workload: InferenceWorkload,
): InferenceAnswer | Refusal {
  const part = partOf(world, chip, workload.precisions, workloadCircumstances(world, workload));
  if (isRefusal(part)) return part;
  const machine = machineOf(part);
  if (isRefusal(machine)) return machine;
  const llm = llmOf(world, workload);
  const shape = shapeOf(llm);
  const serving = serveBest(machine, llm, shape, workload);
  if (serving) return { precision: part.precision, serving };
  if (part.rates.linkBytesPerSecond === undefined) return { why: missingFigures(chip, ['link']) };
  return { why: doesNotFit(chip, workload, shape, machine.bytesPerWeight) };
}

export interface TrainingAnswer {
  precision: Precision;
  speed: TrainingSpeed;
}

export function trainingOn(world: CapabilityWorld, chip: Chip, workload: TrainingWorkload): TrainingAnswer | Refusal {
  const part = partOf(world, chip, workload.precisions, workloadCircumstances(world, workload));
  if (isRefusal(part)) return part;
  if (part.rates.linkBytesPerSecond === undefined) return { why: missingFigures(chip, ['link']) };
  const machine = machineOf(part);
  if (isRefusal(machine)) return machine;
  const shape = shapeOf(llmOf(world, workload));
  const speed = trainingSpeed(machine, shape, workload);
  if (speed) return { precision: part.precision, speed };
  return { why: doesNotFit(chip, workload, shape, machine.bytesPerWeight) };
}

/** The model of a workload; the dataset's checks and the World keep the two together. */
export function llmOf(world: Pick<CapabilityWorld, 'llms'>, workload: Workload): Llm {
  const llm = world.llms.find((candidate) => candidate.id === workload.llm);
  if (!llm) throw new Error(`workload ${workload.id} names the unknown model ${workload.llm}`);
  return llm;
}
