/**
 * What Chinese buyers take of what the law lets flow. Their budget first buys all that domestic makers turn out; of the
 * rest, each permitted product gets the share that buyers would place with it (price, performance against domestic
 * chips, and official discouragement are in that share). Where a quarter was counted and the policy's law is what it was,
 * the flow is what was counted.
 */
import type { Quarter } from '../core/day.ts';
import { observedInChina } from './demand.ts';
import { CN, HOLDER_COUNT } from './holders.ts';
import type { Permissions, Plan } from './plan.ts';
import type { Work } from './work.ts';

const USD_PER_BILLION = 1e9;
/** Open for less than half its days, a quarter says too little about a fully open one, and lines stop. */
const MOSTLY_OPEN = 0.5;

/** Fills China's demand, [product], and the share of its budget that stays unspent for want of chips it may have. */
export function fillChinaDemand(
  plan: Plan,
  permissions: Permissions,
  sample: Float64Array,
  work: Work,
  t: Quarter,
): void {
  const budget = (work.paths['china-accelerator-budget'][t] / 4) * USD_PER_BILLION;
  const afterDomestic = Math.max(0, budget - domesticSalesUsd(plan, sample, work, t));
  let unmet = afterDomestic;
  // Flagships first: a buyer who may have them does not take the reduced chip.
  for (let p = 0; p < plan.products.length; p++) {
    if (!plan.products[p].china) unmet -= orderFlagship(plan, sample, work, p, t, afterDomestic);
  }
  const opened = openFlagships(plan, work, work.open, t) > openFlagships(plan, work, work.historyOpen, t);
  for (let p = 0; p < plan.products.length; p++) {
    if (!plan.products[p].china) continue;
    unmet -= orderChinaProduct(plan, permissions, sample, work, p, t, Math.max(0, unmet), opened);
  }
  work.gap[t] = budget > 0 ? Math.max(0, unmet) / budget : 0;
}

/** What domestic chips take of China's budget in a quarter, USD. */
function domesticSalesUsd(plan: Plan, sample: Float64Array, work: Work, t: Quarter): number {
  let usd = 0;
  for (let p = 0; p < plan.products.length; p++) {
    const product = plan.products[p];
    if (!product.allied) usd += work.chineseOutput[p * plan.quarters + t] * sample[product.price];
  }
  return usd;
}

/** Share of the flagships on the open market that may flow in a quarter. */
function openFlagships(plan: Plan, work: Work, open: Float64Array, t: Quarter): number {
  let share = 0;
  for (let p = 0; p < plan.products.length; p++) {
    const i = p * plan.quarters + t;
    share += work.flagshipShare[i] * open[i];
  }
  return share;
}

/** Places China's order for one flagship; returns the money it takes. */
function orderFlagship(plan: Plan, sample: Float64Array, work: Work, p: number, t: Quarter, money: number): number {
  const product = plan.products[p];
  if (!product.allied || product.own) return 0;
  const i = p * plan.quarters + t;
  const counted = work.observed[i] >= 0 && work.open[i] === work.historyOpen[i];
  const units = counted
    ? observedInChina(plan, sample, work, p, t)
    : (money * sample[plan.uptakeColumn[i]] * work.flagshipShare[i] * work.open[i]) / sample[product.price];
  work.demand[p * HOLDER_COUNT + CN] = units;
  return units * sample[product.price];
}

/** Places China's order for one chip made for it; returns the money it takes. */
function orderChinaProduct(
  plan: Plan,
  permissions: Permissions,
  sample: Float64Array,
  work: Work,
  p: number,
  t: Quarter,
  money: number,
  flagshipsOpened: boolean,
): number {
  const product = plan.products[p];
  const i = p * plan.quarters + t;
  const open = work.open[i];
  const openDays = permissions.free[i] + permissions.licensed[i];
  work.sinceForbidden[p] = openDays < MOSTLY_OPEN ? 0 : work.sinceForbidden[p] + 1;
  work.fromStock[p] = 0;
  if (t < product.firstQuarter || t > product.lastQuarter) return 0;
  const was = work.historyOpen[i];
  const counted = work.observed[i] >= 0 && !flagshipsOpened && (open === was || was >= MOSTLY_OPEN);
  const wanted = counted
    ? work.observed[i] * (was > 0 ? open / was : 1)
    : (money * sample[plan.uptakeColumn[i]] * open) / sample[product.price];
  const units = counted ? wanted : available(plan, permissions, sample, work, p, t, wanted);
  work.demand[p * HOLDER_COUNT + CN] = units;
  work.soldThisYear[p] += units;
  return units * sample[product.price];
}

/** Cuts a wish to what can be had: chips in stock, new ones once production has restarted, the cap of the licence. */
function available(
  plan: Plan,
  permissions: Permissions,
  sample: Float64Array,
  work: Work,
  p: number,
  t: Quarter,
  wanted: number,
): number {
  const product = plan.products[p];
  const i = p * plan.quarters + t;
  let units = wanted;
  if (product.capVolume >= 0 && permissions.capped[i] > 0) {
    units = Math.min(units, Math.max(0, sample[product.capVolume] - work.soldThisYear[p]));
  }
  const fromStock = Math.min(units, work.inventory[p]);
  work.inventory[p] -= fromStock;
  work.fromStock[p] = fromStock;
  const lag = product.restartLag >= 0 ? sample[product.restartLag] : 0;
  // A line that was never forbidden never stopped; sinceForbidden then equals the age of the run.
  const producing = work.sinceForbidden[p] > t || work.sinceForbidden[p] > lag;
  return producing ? units : fromStock;
}
