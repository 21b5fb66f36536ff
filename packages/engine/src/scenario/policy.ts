/** A policy is the recorded law with a patch: what a decision would have the law be. */
import type { Day } from '../core/day.ts';
import { unknownId } from '../core/errors.ts';
import { enact, withhold } from '../rules/index.ts';
import type { PatchStep } from '../world/dataset.ts';
import type { Rulebook } from '../world/rule.ts';

export interface Policy {
  rules: Rulebook;
  /** Multipliers on illicit flows, each from a day on. */
  enforcement: { by: number; from: Day }[];
}

/** What a patch may scale. */
const SCALABLE = ['smuggled-units'];

/** Throws `unknown-id` for an instrument that the rulebook does not hold or a quantity that cannot be scaled. */
export function applyPatch(rules: Rulebook, steps: readonly PatchStep[]): Policy {
  const policy: Policy = { rules, enforcement: [] };
  for (const step of steps) {
    if ('withhold' in step) policy.rules = withhold(policy.rules, step.withhold);
    else if ('enact' in step) policy.rules = enact(policy.rules, step.enact);
    else if (SCALABLE.includes(step.scale)) policy.enforcement.push({ by: step.by, from: step.from });
    else throw unknownId('scalable parameter', step.scale, SCALABLE);
  }
  return policy;
}
