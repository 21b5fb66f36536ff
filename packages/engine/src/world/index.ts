export * from './claim.ts';
export * from './dataset.ts';
export * from './rule.ts';
export { rulebookAsOf, withoutInstruments } from './rulebook-as-of.ts';
export * from './workload.ts';
export * from './world.ts';
