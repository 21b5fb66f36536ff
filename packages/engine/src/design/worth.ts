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
import type { Region } from './region.ts';
import { chipOf, SKETCH_ID, type Sketch } from './sketch.ts';

/** `training`, `inference`, or the id of a workload. */
export type Objective = string;

export interface Worth {
  reference: Chip;
  /** Speed relative to the reference chip at the middle of all estimates; 0 where the workload does not fit. */
  of(sketch: Sketch, objective: Objective): number;
  /** Both indices with their intervals. */
  indices(sketch: Sketch): CapabilityIndices;
  workloads: readonly Workload[];
}

/** Throws InputError `no-region` where the world does not know the reference chip. */
export function createWorth(world: CapabilityWorld, region: Region): Worth {
  const reference = world.chips.find(({ id }) => id === REFERENCE_CHIP);
  if (reference === undefined) throw new InputError('no-region', { on: region.on, what: REFERENCE_CHIP });
  const slice = softwareOfReference(world);
  const workloads = world.workloads.filter(({ weight }) => weight > 0);
  const base = new Map(workloads.map((workload) => [workload.id, speedOf(slice, reference, workload)]));
  const tried = new Map<string, number>();
  const relative = (sketch: Sketch, workload: Workload): number => {
    const { tpp, memoryBandwidthGBs, ioBandwidthGBs } = sketch;
    const key = `${workload.id} ${tpp} ${memoryBandwidthGBs} ${ioBandwidthGBs}`;
    const known = tried.get(key);
    if (known !== undefined) return known;
    const value = speedOf(slice, chipOf(sketch, region, reference), workload) / base.get(workload.id)!;
    tried.set(key, value);
    return value;
  };
  return {
    reference,
    workloads,
    of: (sketch, objective) => mean(workloadsOf(workloads, objective), (workload) => relative(sketch, workload)),
    indices: (sketch) =>
      capabilityIndices({ ...slice, chips: [...slice.chips, chipOf(sketch, region, reference)] }, SKETCH_ID),
  };
}

export function workloadsOf(workloads: readonly Workload[], objective: Objective): Workload[] {
  return workloads.filter(({ id, kind }) => id === objective || kind === objective);
}

/** The sketch runs the reference chip's software: measurements that hold for the one are taken for the other. */
function softwareOfReference(world: CapabilityWorld): CapabilityWorld {
  return {
    ...world,
    efficiencies: world.efficiencies.map((row) =>
      row.chips.includes(REFERENCE_CHIP) ? { ...row, chips: [...row.chips, SKETCH_ID] } : row,
    ),
  };
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
