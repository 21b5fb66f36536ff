/** A chip prepared for a set of workloads, so that its speeds can be asked again under other constants. */
import type { Chip, Efficiency, Llm, TrainingWorkload, Workload } from '../world/index.ts';
import type { ChipRates } from './chip-rates.ts';
import { workloadCircumstances } from './circumstances.ts';
import { type Position, rowsOf } from './constants.ts';
import {
  type CapabilityWorld,
  isRefusal,
  llmOf,
  machineOf,
  type Part,
  partOf,
  type Refusal,
  serveBest,
} from './evaluate.ts';
import { type Shape, shapeOf } from './layer-shapes.ts';
import type { Layout, Machine } from './machine.ts';
import { doesNotFit, missingFigures } from './reasons.ts';
import { serve } from './serving.ts';
import { trainingSpeed } from './training.ts';

export interface Contender {
  chip: Chip;
  jobs: Job[];
}

interface Job {
  workload: Workload;
  llm: Llm;
  shape: Shape;
  part: Part;
  /** The best layout at the middle of all estimates; kept when they move, as long as it fits. */
  layout?: Layout;
  /** At the middle of all estimates: output tokens per second and chip, or model TFLOPs per second and chip. */
  speed: number;
}

export function prepareContender(
  world: CapabilityWorld,
  chip: Chip,
  workloads: readonly Workload[],
): Contender | Refusal {
  const jobs: Job[] = [];
  for (const workload of workloads) {
    const job = prepareJob(world, chip, workload);
    if (isRefusal(job)) return job;
    jobs.push(job);
  }
  return { chip, jobs };
}

function prepareJob(world: CapabilityWorld, chip: Chip, workload: Workload): Job | Refusal {
  const part = partOf(world, chip, workload.precisions, workloadCircumstances(world, workload));
  if (isRefusal(part)) return part;
  const machine = machineOf(part);
  if (isRefusal(machine)) return machine;
  const noLink = part.rates.linkBytesPerSecond === undefined;
  if (workload.kind === 'training' && noLink) return { why: missingFigures(chip, ['link']) };
  const llm = llmOf(world, workload);
  const shape = shapeOf(llm);
  const { speed, layout } = run(machine, workload, llm, shape);
  if (speed > 0) return { workload, llm, shape, part, layout, speed };
  return { why: noLink ? missingFigures(chip, ['link']) : doesNotFit(chip, workload, shape, machine.bytesPerWeight) };
}

function run(
  machine: Machine,
  workload: Workload,
  llm: Llm,
  shape: Shape,
  layout?: Layout,
): { speed: number; layout?: Layout } {
  if (workload.kind === 'training') return { speed: trainingRate(machine, workload, shape) };
  const kept = layout && serve(machine, shape, layout, workload);
  const serving = kept ?? serveBest(machine, llm, shape, workload);
  return { speed: serving?.outputTokensPerSecondPerChip ?? 0, layout: serving?.layout };
}

function trainingRate(machine: Machine, workload: TrainingWorkload, shape: Shape): number {
  return trainingSpeed(machine, shape, workload)?.effectiveTflops ?? 0;
}

/** As `speedsAt`, where only `row` leaves its median: jobs that do not read it keep their speed. */
export function speedsMoved(contender: Contender, row: Efficiency, position: Position): number[] {
  const machines = new Map<Part, Machine>();
  return contender.jobs.map((job) => {
    if (!rowsOf(job.part.selection).some((one) => one.row === row)) return job.speed;
    return speedOf(job, machines, position, job.part.rates);
  });
}

/** Speeds in the order of the jobs, with the efficiencies at `position` and the chip's figures replaced by `rates`. */
export function speedsAt(
  contender: Contender,
  position: Position,
  ratesOfPart: (part: Part) => ChipRates = (part) => part.rates,
): number[] {
  const machines = new Map<Part, Machine>();
  return contender.jobs.map((job) => speedOf(job, machines, position, ratesOfPart(job.part)));
}

function speedOf(
  { workload, llm, shape, part, layout }: Job,
  machines: Map<Part, Machine>,
  position: Position,
  rates: ChipRates,
): number {
  let machine = machines.get(part);
  if (!machine) {
    const built = machineOf(part, position, rates);
    if (isRefusal(built)) throw new Error('a prepared chip has all its efficiencies');
    machine = built;
    machines.set(part, machine);
  }
  return run(machine, workload, llm, shape, layout).speed;
}
