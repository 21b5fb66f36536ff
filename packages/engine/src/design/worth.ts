/** What a sketch is worth on every reference workload, in units of the reference chip; each sketch is tried once. */

import { prepareContender } from '../capability/contender.ts';
import {
  type CapabilityIndices,
  type CapabilityWorld,
  capabilityIndices,
  isRefusal,
  REFERENCE_CHIP,
} from '../capability/index.ts';
import { exp, InputError, log } from '../core/index.ts';
import type { Chip, Workload } from '../world/index.ts';
import { type Region, sure, tppOf } from './region.ts';
import { chipOf, SKETCH_ID, type Sketch } from './sketch.ts';

/** `training`, `inference`, or the id of a workload. */
export type Objective = string;

export interface Worth {
  reference: Chip;
  /** Speed relative to the reference chip at the middle of all estimates; 0 where the workload does not fit. */
  of(sketch: Sketch, objective: Objective): number;
  /** Both indices with their intervals. */
  indices(sketch: Sketch): CapabilityIndices;
  /** TPP for each GB/s of memory up to which a variant's measurements hold: beyond it a chip may be worth less. */
  edges: readonly number[];
  workloads: readonly Workload[];
}

/** A chip whose measurements a sketch may borrow, as long as it has no more arithmetic for its memory bandwidth. */
interface Lender {
  chip: Chip;
  tppPerGBs: number;
  world: CapabilityWorld;
}

/**
 * A sketch borrows the measured efficiencies of the reference chip, or those of a cut-down variant of it with as much
 * arithmetic for its bandwidth or more, whichever serve it better: a chip with little arithmetic keeps more of it busy.
 * Throws InputError `no-region` where the world does not know the reference chip.
 */
export function createWorth(world: CapabilityWorld, region: Region): Worth {
  const reference = world.chips.find(({ id }) => id === REFERENCE_CHIP);
  if (reference === undefined) throw new InputError('no-region', { on: region.on, what: REFERENCE_CHIP });
  const lenders = lendersOf(world, reference);
  const lending = (sketch: Sketch) =>
    lenders.filter(({ tppPerGBs }) => sketch.tpp <= tppPerGBs * sketch.memoryBandwidthGBs);
  const workloads = world.workloads.filter(({ weight }) => weight > 0);
  const base = new Map(workloads.map((workload) => [workload.id, speedOf(world, reference, workload)]));
  const tried = new Map<string, number>();
  const relative = (sketch: Sketch, workload: Workload, lender: Lender): number => {
    const { tpp, memoryBandwidthGBs, ioBandwidthGBs } = sketch;
    const key = `${lender.chip.id} ${workload.id} ${tpp} ${memoryBandwidthGBs} ${ioBandwidthGBs}`;
    const known = tried.get(key);
    if (known !== undefined) return known;
    const value = speedOf(lender.world, chipOf(sketch, region, reference), workload) / base.get(workload.id)!;
    tried.set(key, value);
    return value;
  };
  return {
    reference,
    workloads,
    edges: lenders.map(({ tppPerGBs }) => tppPerGBs).filter(Number.isFinite),
    of: (sketch, objective) =>
      Math.max(
        ...lending(sketch).map((lender) =>
          mean(workloadsOf(workloads, objective), (workload) => relative(sketch, workload, lender)),
        ),
      ),
    indices: (sketch) =>
      lending(sketch)
        .map(({ world: { chips, ...rest } }) =>
          capabilityIndices({ ...rest, chips: [...chips, chipOf(sketch, region, reference)] }, SKETCH_ID),
        )
        .reduce(better),
  };
}

/** The reference chip, which lends to every sketch, and those of its variants that have been measured on their own. */
function lendersOf(world: CapabilityWorld, reference: Chip): Lender[] {
  const variants = world.chips.filter(
    ({ id, chinaVariantOf }) =>
      chinaVariantOf === reference.id &&
      world.efficiencies.some(({ chips }) => chips.includes(id) && !chips.includes(reference.id)),
  );
  return [reference, ...variants].map((chip) => ({
    chip,
    tppPerGBs:
      chip === reference
        ? Number.POSITIVE_INFINITY
        : tppOf(chip) / (sure(chip.memoryBandwidthGBs) ?? Number.POSITIVE_INFINITY),
    world: {
      ...world,
      efficiencies: world.efficiencies.map((row) =>
        row.chips.includes(chip.id) ? { ...row, chips: [...row.chips, SKETCH_ID] } : row,
      ),
    },
  }));
}

function better(a: CapabilityIndices, b: CapabilityIndices): CapabilityIndices {
  const pick = (kind: 'training' | 'inference') => ((b[kind]?.mid ?? 0) > (a[kind]?.mid ?? 0) ? b : a);
  const [training, inference] = [pick('training'), pick('inference')];
  return {
    training: training.training,
    inference: inference.inference,
    why: {
      ...(training.why.training && { training: training.why.training }),
      ...(inference.why.inference && { inference: inference.why.inference }),
    },
  };
}

export function workloadsOf(workloads: readonly Workload[], objective: Objective): Workload[] {
  return workloads.filter(({ id, kind }) => id === objective || kind === objective);
}

function speedOf(world: CapabilityWorld, chip: Chip, workload: Workload): number {
  const contender = prepareContender(world, chip, [workload]);
  return isRefusal(contender) ? 0 : contender.jobs[0].speed;
}

/** Weighted geometric mean; 0 where a part is. */
function mean(workloads: readonly Workload[], value: (workload: Workload) => number): number {
  let sum = 0;
  let weights = 0;
  for (const workload of workloads) {
    const part = value(workload);
    if (part <= 0) return 0;
    sum += workload.weight * log(part);
    weights += workload.weight;
  }
  return weights === 0 ? 0 : exp(sum / weights);
}
