/** Seconds to read, check and assemble data/, as the build does. */
import { fileURLToPath } from 'node:url';
import { compileDataset } from '../packages/dataset/dist/index.js';
import { measureInTurn, timed } from './measure.js';

const DATA = fileURLToPath(new URL('../data/', import.meta.url));
const ROUNDS = 3;

export async function measureCompile() {
  const cases = [{ name: 'compile of data/', count: 1, run: timed(() => compileDataset(DATA)) }];
  const [values] = await measureInTurn(cases, ROUNDS);
  return { rows: [{ figure: cases[0].name, unit: 's', values }], notes: [] };
}
