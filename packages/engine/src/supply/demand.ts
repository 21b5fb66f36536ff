/**
 * What buyers outside China want of each product: their accelerator spending, split over makers and over the products
 * that each maker has on sale, at the sampled prices. In quarters already counted, what was counted.
 */
import type { Quarter } from '../core/day.ts';
import { CN, HOLDER_COUNT, ROW, US } from './holders.ts';
import { HISTORY, type Plan } from './plan.ts';
import type { Work } from './work.ts';

const USD_PER_BILLION = 1e9;

/** Spending of all buyers outside China on accelerators in a quarter, USD. */
function alliedSpendingUsd(plan: Plan, sample: Float64Array, work: Work, t: Quarter): number {
  const { scalars } = plan;
  const capex = (work.paths['hyperscaler-capex'][t] / 4) * USD_PER_BILLION;
  return capex * sample[scalars['accelerator-share-of-capex']] * (1 + sample[scalars['other-buyers']]);
}

/** Fills the demand of the United States and the rest for flagships; leaves China's at zero. */
export function fillAlliedDemand(plan: Plan, sample: Float64Array, work: Work, t: Quarter): void {
  const { scalars, products, quarters } = plan;
  const spending = alliedSpendingUsd(plan, sample, work, t);
  const shares =
    sample[scalars['maker-share.nvidia']] +
    sample[scalars['maker-share.amd']] +
    sample[scalars['maker-share.google']] +
    sample[scalars['maker-share.aws']];
  for (let p = 0; p < products.length; p++) {
    const product = products[p];
    const at = p * HOLDER_COUNT;
    work.demand[at + CN] = 0;
    work.demand[at + US] = 0;
    work.demand[at + ROW] = 0;
    if (!product.allied || product.china) continue;
    const i = p * quarters + t;
    const share = sample[product.makerShare] / shares;
    const units =
      work.observed[i] >= 0
        ? work.observed[i] - observedInChina(plan, sample, work, p, t)
        : (spending * share * plan.mix[i]) / sample[product.price];
    const usShare = sample[product.usShare];
    work.demand[at + US] = units * usShare;
    work.demand[at + ROW] = units * (1 - usShare);
  }
}

/** Units of a product that were counted and went to China: all of a chip made for China, a share of a free flagship. */
export function observedInChina(plan: Plan, sample: Float64Array, work: Work, p: number, t: Quarter): number {
  const i = p * plan.quarters + t;
  if (work.observed[i] <= 0 || plan.products[p].own) return 0;
  if (plan.products[p].china) return work.observed[i];
  return work.observed[i] * plan.permissions[HISTORY].free[i] * sample[plan.scalars['china-share-when-free']];
}
