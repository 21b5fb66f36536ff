/** The compiled dataset, and the compiler for those who keep their own data folder. */
import { readFileSync } from 'node:fs';
import type { Dataset } from '@floodgate/engine/world';

export { compileDataset } from './compile.ts';
export { countryCodes } from './country-codes.ts';
export { jsonSchemas } from './json-schema.ts';
export { parseDecision } from './parse-decision.ts';
export { parseMeasurements } from './parse-measurements.ts';
export { type ParsedProposal, parseProposal } from './parse-proposal.ts';
export { parseSpec } from './parse-spec.ts';
export { parseSupposition, type Supposition } from './parse-supposition.ts';
export { DatasetError, formatProblem, type Problem } from './problems.ts';

/** The dataset that was compiled when the package was built. */
export function loadDataset(): Dataset {
  return JSON.parse(readFileSync(new URL('./dataset.json', import.meta.url), 'utf8'));
}
