/**
 * Controlled flagships that reach China outside the law, taken out of what went to the rest of the world. The volume is
 * the estimate for the law as it was; under another policy it moves with the gap between what buyers there want and may
 * have, to the power of a sampled elasticity, and with enforcement. Days on which flagships may be bought need none.
 */

import type { Quarter } from '../core/day.ts';
import { power } from '../core/elementary.ts';
import { CN, HOLDER_COUNT, ROW } from './holders.ts';
import { NVIDIA, type Plan } from './plan.ts';
import type { Work } from './work.ts';

/** 2022Q4: before October 2022 there was nothing to smuggle. */
const FIRST_CONTROLLED: Quarter = 3;
/** No more than this share of a product's shipments to third countries can vanish unseen. */
const MOST_DIVERTED = 0.5;

/** Beyond these the estimate, made under the recorded law, says nothing. */
const LEAST_RATIO = 0.2;
const MOST_RATIO = 5;

/** How much larger the unmet demand makes illicit flows than they are under the recorded law. */
export function gapFactor(plan: Plan, sample: Float64Array, work: Work, t: Quarter): number {
  if (work.historyGap[t] <= 0) return 1;
  const ratio = work.gap[t] / work.historyGap[t];
  return power(Math.min(Math.max(ratio, LEAST_RATIO), MOST_RATIO), sample[plan.scalars['smuggling-elasticity']]);
}

export function smuggle(plan: Plan, enforcement: Float64Array, sample: Float64Array, work: Work, t: Quarter): void {
  work.smuggled[t] = 0;
  if (t < FIRST_CONTROLLED) return;
  const units = (sample[plan.scalars['smuggled-units']] / 4) * enforcement[t] * gapFactor(plan, sample, work, t);
  for (let p = 0; p < plan.products.length; p++) {
    const product = plan.products[p];
    if (!product.allied || product.china || product.own || product.maker !== NVIDIA) continue;
    const closed = 1 - Math.min(1, work.open[p * plan.quarters + t]);
    const row = (p * HOLDER_COUNT + ROW) * plan.quarters + t;
    const cn = (p * HOLDER_COUNT + CN) * plan.quarters + t;
    const moved = Math.min(units * plan.mix[p * plan.quarters + t] * closed, MOST_DIVERTED * work.inflow[row]);
    work.inflow[row] -= moved;
    work.inflow[cn] += moved;
    work.smuggled[t] += moved;
  }
}
