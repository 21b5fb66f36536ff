/** Everything that a test may look at: what was known on the day, and the futures of one evaluation, shared by all claims. */
import type { CapabilityIndices } from '../capability/index.ts';
import type { Plan } from '../supply/index.ts';
import type { World } from '../world/world.ts';

export interface Setting {
  world: World;
  draws: number;
  seed: number;
  /** Absent on a day that knows too little to run the model. */
  futures?: Futures;
}

export interface Futures {
  plan: Plan;
  /** As laid out by `scenario/results`. */
  results: Float64Array;
  /** False on a day that did not know the decision yet: then there is one world, the recorded law. */
  decisionKnown: boolean;
}

export type CapabilityIndex = NonNullable<CapabilityIndices['training']>;
