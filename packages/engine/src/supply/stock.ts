/** Installed chips: stock = inflows of all quarters x the share that survives to their age, in training and inference terms. */

import type { Quarter } from '../core/day.ts';
import { exp, power } from '../core/elementary.ts';
import { HOLDER_COUNT } from './holders.ts';
import type { Plan } from './plan.ts';
import type { Work } from './work.ts';

/** Share of chips still in use at an age in quarters: Weibull, exp(-(age / life)^shape). */
export function fillSurvival(plan: Plan, sample: Float64Array, work: Work): void {
  const lifeQuarters = 4 * sample[plan.scalars['chip-life']];
  const shape = sample[plan.scalars['chip-life-shape']];
  work.survival[0] = 1;
  for (let age = 1; age < plan.quarters; age++) work.survival[age] = exp(-power(age / lifeQuarters, shape));
}

/** Fills `stock`, [holder][training, inference] in H100-equivalents, at the end of a quarter. */
export function fillStock(plan: Plan, sample: Float64Array, work: Work, at: Quarter): void {
  work.stock.fill(0);
  for (let p = 0; p < plan.products.length; p++) {
    const training = sample[plan.products[p].training];
    const inference = sample[plan.products[p].inference];
    for (let h = 0; h < HOLDER_COUNT; h++) {
      const row = (p * HOLDER_COUNT + h) * plan.quarters;
      let chips = 0;
      for (let t = plan.products[p].firstQuarter; t <= at; t++) chips += work.inflow[row + t] * work.survival[at - t];
      work.stock[h * 2] += chips * training;
      work.stock[h * 2 + 1] += chips * inference;
    }
  }
}
