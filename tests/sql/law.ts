/** The law and every item of `data/`, as the command prints them. */
import { type Item, itemOf, itemOfMemory } from '@floodgate/engine/rules';
import type { MemoryStack } from '@floodgate/engine/world';
import { collections } from '../../packages/dataset/src/collections.ts';
import { readCollection } from '../../packages/dataset/src/read/collection.ts';
import { dataDir, dataset } from '../rules/law-of-the-land.ts';

const memory = readCollection<MemoryStack>(dataDir, collections.memory, []).map(({ value }) => value);

export const items: Item[] = [...dataset.chips.map(itemOf), ...memory.map(itemOfMemory)];
