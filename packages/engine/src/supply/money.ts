/** What the legal sales of a quarter to China bring: the maker's revenue there, and the fee that the state takes of it. */
import type { Quarter } from '../core/day.ts';
import { NVIDIA, type Permissions, type Plan } from './plan.ts';
import type { Work } from './work.ts';

/** `toChina` are the legal units of the quarter by product. */
export function addMoney(
  plan: Plan,
  permissions: Permissions,
  sample: Float64Array,
  work: Work,
  p: number,
  toChina: number,
  t: Quarter,
): void {
  const revenue = toChina * sample[plan.products[p].price];
  if (plan.products[p].maker === NVIDIA) work.nvidiaRevenueUsd[t] += revenue;
  work.feeUsd[t] += revenue * permissions.fee[p * plan.quarters + t];
}
