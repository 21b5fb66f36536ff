/** The real data that the capability model reads, without waiting for the rest of the dataset. */
import { fileURLToPath } from 'node:url';
import type { CapabilityWorld } from '@floodgate/engine/capability';
import type { Chip, Efficiency, Llm, Measurement, Messages, Source, Workload } from '@floodgate/engine/world';
import { collections } from '../../packages/dataset/src/collections.ts';
import type { Problem } from '../../packages/dataset/src/problems.ts';
import { readCollection } from '../../packages/dataset/src/read/collection.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));

function values<T>(name: keyof typeof collections): T[] {
  const problems: Problem[] = [];
  const items = readCollection<T>(DATA, collections[name], problems);
  if (problems.length > 0) throw new Error(problems.map((problem) => `${problem.file}: ${problem.message}`).join('\n'));
  return items.map((item) => item.value);
}

export const sources = values<Source>('sources');
export const measurements = values<Measurement>('measurements');
export const messages: Messages = Object.assign({}, ...values<Messages>('messages'));

export const world: CapabilityWorld & {
  chips: Chip[];
  llms: Llm[];
  workloads: Workload[];
  efficiencies: Efficiency[];
} = {
  chips: values<Chip>('chips'),
  llms: values<Llm>('llms'),
  workloads: values<Workload>('workloads'),
  efficiencies: values<Efficiency>('efficiencies'),
};

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
