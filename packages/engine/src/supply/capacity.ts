/**
 * How much of each shared input a quarter offers. In quarters already counted, what was used and a little more (nobody
 * publishes idle capacity); afterwards the sampled growth path.
 */
import type { Quarter } from '../core/day.ts';
import { CN, HOLDER_COUNT, ROW, US } from './holders.ts';
import { INPUT_COUNT } from './inputs.ts';
import type { Plan } from './plan.ts';
import type { Work } from './work.ts';

const MONTHS_PER_QUARTER = 3;
const GB_PER_BILLION = 1e9;

export function fillCapacity(plan: Plan, sample: Float64Array, work: Work, t: Quarter): void {
  const { capacity, paths } = work;
  const { scalars } = plan;
  if (t < plan.firstUnseen) {
    countUse(plan, sample, work, t);
    for (let r = 0; r < INPUT_COUNT; r++) capacity[r] = work.use[r] * (1 + sample[scalars['observed-slack']]);
    return;
  }
  const logicYield = sample[scalars['logic-yield']];
  capacity[0] = paths['logic-n5-capacity'][t] * MONTHS_PER_QUARTER * logicYield;
  capacity[1] = paths['logic-n3-capacity'][t] * MONTHS_PER_QUARTER * logicYield;
  capacity[2] = paths['packaging-capacity'][t] * MONTHS_PER_QUARTER * sample[scalars['packaging-yield']];
  capacity[3] = (paths['hbm-output'][t] / 4) * GB_PER_BILLION * sample[scalars['hbm-share-accelerators']];
}

/** Inputs in what was counted as shipped in a quarter. */
function countUse(plan: Plan, _sample: Float64Array, work: Work, t: Quarter): void {
  work.use.fill(0);
  for (let p = 0; p < plan.products.length; p++) {
    const units = work.observed[p * plan.quarters + t];
    if (units <= 0 || !plan.products[p].allied) continue;
    for (let r = 0; r < INPUT_COUNT; r++) work.use[r] += units * plan.inputsPerChip[p * INPUT_COUNT + r];
  }
}

/** How much of one input a set of units, [product][holder], takes. */
export function useOf(plan: Plan, units: Float64Array, r: number): number {
  let use = 0;
  for (let p = 0; p < plan.products.length; p++) {
    const at = p * HOLDER_COUNT;
    use += (units[at + US] + units[at + CN] + units[at + ROW]) * plan.inputsPerChip[p * INPUT_COUNT + r];
  }
  return use;
}
