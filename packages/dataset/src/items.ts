/** What has been read of the data folder, before anything is joined. */
import type { z } from 'zod';
import type { CollectionName, collections } from './collections.ts';
import type { Item } from './read/collection.ts';

/** Every valid item of every collection, with its place in the files. */
export type Items = { [K in CollectionName]: Item<z.infer<(typeof collections)[K]['schema']>>[] };
