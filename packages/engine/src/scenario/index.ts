export { capabilityOfProducts } from './capability-of-products.ts';
export type { Driver } from './drivers.ts';
export { type EvaluateInput, type Evaluation, type EvaluationRun, evaluate, type OutcomeResult } from './evaluate.ts';
export { planEvaluation } from './plan-evaluation.ts';
export { applyPatch, type Policy } from './policy.ts';
export { differencesOf, outcomeCount, valuesOf, yearCount } from './results.ts';
export { type Block, type RunBlocks, runDraws } from './run-draws.ts';
export { createSampler, sampleColumns } from './sampler.ts';
export { type Summary, summarise } from './summarise.ts';
