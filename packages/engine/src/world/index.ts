export * from './dataset.ts';
export * from './rule.ts';
export * from './workload.ts';
export * from './world.ts';
