/** Stress-tests a proposed rule: what it catches and misses, and the best chip that would pass it. */

export { byCell } from './cell.ts';
export type { Flow, FlowTotal } from './flows.ts';
export type { Frontier, FrontierPoint } from './frontier.ts';
export { type Catch, catches } from './known-chips.ts';
export { limitsOf } from './limits.ts';
export { lawWith, type Proposal, type Reading, rulebookWith, type Verdict, verdictOn } from './proposal.ts';
export { type Bound, type Region, regionOn } from './region.ts';
export { mostCapable, RESOLUTION, type Space } from './search.ts';
export { chipOf, type Sketch } from './sketch.ts';
export { type ObjectiveKind, type Passing, type StressTest, stressTest } from './stress-test.ts';
export { createWorth, type Objective } from './worth.ts';
