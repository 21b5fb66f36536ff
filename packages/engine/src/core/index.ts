export * from './day.ts';
export * from './elementary.ts';
export * from './errors.ts';
export * from './estimate.ts';
export * from './random.ts';
export * from './text.ts';
