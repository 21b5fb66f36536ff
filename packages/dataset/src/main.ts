/** Build step: compiles `data/` into `dist/dataset.json`, or prints what is wrong and stops the build. */
import { renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileDataset } from './compile.ts';
import { DatasetError, formatProblem } from './problems.ts';

const dataDir = fileURLToPath(new URL('../../../data/', import.meta.url));
const target = fileURLToPath(new URL('./dataset.json', import.meta.url));

try {
  const dataset = compileDataset(dataDir);
  writeFileSync(`${target}.tmp`, JSON.stringify(dataset));
  renameSync(`${target}.tmp`, target);
} catch (error) {
  if (!(error instanceof DatasetError)) throw error;
  for (const problem of error.problems) console.error(`data/${formatProblem(problem)}`);
  console.error(`${error.problems.length} problem(s) in data/`);
  process.exitCode = 1;
}
