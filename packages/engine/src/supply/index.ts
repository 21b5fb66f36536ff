export { buildPlan, type CapabilityEstimate, type PlanInput, planQuarters } from './build-plan.ts';
export { beginFuture, runPolicy } from './future.ts';
export { HOLDERS } from './holders.ts';
export { grossDiesPerWafer, INPUTS } from './inputs.ts';
export { type OutcomeId, outcomeIds } from './outcomes.ts';
export { type Column, HISTORY, type Permissions, type Plan, WITH, WITHOUT } from './plan.ts';
export { createWork, type Work } from './work.ts';
