/** The real data that the capability model reads. */
import type { CapabilityWorld } from '@floodgate/engine/capability';
import type { Chip, Efficiency, Llm, Workload } from '@floodgate/engine/world';
import { dataset } from '../dataset.ts';

export const { sources, measurements, messages } = dataset;

export const world: CapabilityWorld & {
  chips: Chip[];
  llms: Llm[];
  workloads: Workload[];
  efficiencies: Efficiency[];
} = dataset;

/** What of it was published by a day. */
export function worldAsOf(day: string): CapabilityWorld {
  const known = <T extends { published: string }>(rows: T[]) => rows.filter((row) => row.published <= day);
  return {
    chips: known(world.chips),
    llms: known(world.llms),
    workloads: known(world.workloads),
    efficiencies: known(world.efficiencies),
  };
}

export function chip(id: string): Chip {
  const found = world.chips.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no chip ${id}`);
  return found;
}

export function llm(id: string): Llm {
  const found = world.llms.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no model ${id}`);
  return found;
}
