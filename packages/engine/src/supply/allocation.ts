/**
 * Who gets the shared inputs when they do not suffice. A documented rule, not yet an optimum: makers cut all buyers of a
 * short input alike, except that they keep a sampled share of Chinese orders whole (`china-order-protection`: at 0 China
 * is rationed like everyone, at 1 it is served first). Inputs are taken one after the other; a cut only ever lowers the
 * use of the others, so at the end every one is within capacity.
 */

import { useOf } from './capacity.ts';
import { CN, HOLDER_COUNT, ROW, US } from './holders.ts';
import { INPUT_COUNT } from './inputs.ts';
import type { Plan } from './plan.ts';
import type { Work } from './work.ts';

/** Sums of the same numbers in another order differ by this much at most. */
const ROUNDING = 1e-9;

/** Fills `made` from `demand`, both [product][holder]; returns true when an input binds. */
export function allocate(
  plan: Plan,
  work: Work,
  demand: Float64Array,
  protection: number,
  made: Float64Array,
): boolean {
  made.set(demand);
  let binds = false;
  for (let r = 0; r < INPUT_COUNT; r++) {
    if (useOf(plan, made, r) <= work.capacity[r] * (1 + ROUNDING)) continue;
    binds = true;
    ration(plan, work.capacity[r], r, protection, made);
  }
  return binds;
}

function ration(plan: Plan, capacity: number, r: number, protection: number, made: Float64Array): void {
  let china = 0;
  let others = 0;
  for (let p = 0; p < plan.products.length; p++) {
    const per = plan.inputsPerChip[p * INPUT_COUNT + r];
    const at = p * HOLDER_COUNT;
    china += per * made[at + CN];
    others += per * (made[at + US] + made[at + ROW]);
  }
  const shared = others + (1 - protection) * china;
  const scale = shared > 0 ? Math.max(0, (capacity - protection * china) / shared) : 0;
  // Protected orders alone over capacity: China's are cut to it and the others get nothing.
  const kept = scale > 0 ? protection + (1 - protection) * scale : china > 0 ? Math.min(1, capacity / china) : 0;
  for (let p = 0; p < plan.products.length; p++) {
    if (plan.inputsPerChip[p * INPUT_COUNT + r] === 0) continue;
    const at = p * HOLDER_COUNT;
    made[at + US] *= scale;
    made[at + CN] *= kept;
    made[at + ROW] *= scale;
  }
}
