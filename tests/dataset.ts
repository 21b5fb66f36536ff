/** The dataset compiled from `data/` once for each test file. */
import { fileURLToPath } from 'node:url';
import { compileDataset } from '@floodgate/dataset';

export const dataFolder = fileURLToPath(new URL('../data/', import.meta.url));
export const dataset = compileDataset(dataFolder);
