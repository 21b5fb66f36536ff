/** The evaluation that `npm start` makes: the reversal of July 2025, with all that the dataset knows, until 2027. */
import { loadDataset } from '../packages/dataset/dist/index.js';
import { capabilityOfProducts, planEvaluation } from '../packages/engine/dist/scenario/index.js';
import { createWorld } from '../packages/engine/dist/world/index.js';

const DECISION = 'h20-reversal-2025-07';
const UNTIL = 2027;

export const SEED = 1;

export function defaultEvaluation() {
  const dataset = loadDataset();
  const decision = dataset.decisions.find(({ id }) => id === DECISION);
  if (!decision) throw new Error(`the dataset holds no decision ${DECISION}`);
  const world = createWorld(dataset, dataset.cutoff);
  const capability = capabilityOfProducts(world);
  const plan = planEvaluation({ world, decision, capability, until: UNTIL, overrides: new Map() });
  return { dataset, world, plan };
}
