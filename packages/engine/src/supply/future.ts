/**
 * One future: sampled parameters in, outcomes out, sector after sector, quarter after quarter. The equations of each
 * sector are in the file of its name; docs/methods/supply.md derives them.
 */
import type { Quarter } from '../core/day.ts';
import { allocate } from './allocation.ts';
import { fillCapacity } from './capacity.ts';
import { fillChineseOutput } from './chinese-supply.ts';
import { fillAlliedDemand } from './demand.ts';
import { fillObserved } from './history.ts';
import { CN, HOLDER_COUNT, US } from './holders.ts';
import { addMoney } from './money.ts';
import { fillFlagshipShares, fillOpenness } from './openness.ts';
import { fillOutcomes } from './outcomes.ts';
import { fillPath } from './path.ts';
import { HISTORY, PATHS, type Plan } from './plan.ts';
import { smuggle } from './smuggling.ts';
import { fillSurvival } from './stock.ts';
import { fillChinaDemand } from './uptake.ts';
import type { Work } from './work.ts';

/** The part of a future that no policy changes: paths over time, the counted past, Chinese supply, ageing. */
export function beginFuture(plan: Plan, sample: Float64Array, work: Work): void {
  for (const name of PATHS) fillPath(plan.paths[name], sample, work.paths[name]);
  fillObserved(plan, sample, work);
  fillChineseOutput(plan, sample, work);
  fillFlagshipShares(plan, sample, work.flagshipShare);
  fillSurvival(plan, sample, work);
  fillOpenness(plan, plan.permissions[HISTORY], sample, work.historyOpen);
  work.historyGap.fill(0);
}

/**
 * Runs one policy on a future begun with `beginFuture` and writes its outcomes, [outcome][year], into `out`. The recorded
 * law must run first: the other policies' illicit flows are measured against its unmet demand. `legal` is room for
 * [product][quarter].
 */
export function runPolicy(
  plan: Plan,
  policy: number,
  sample: Float64Array,
  work: Work,
  legal: Float64Array,
  out: Float64Array,
): void {
  startPolicy(plan, policy, sample, work);
  for (let t = 0; t < plan.quarters; t++) runQuarter(plan, policy, sample, work, legal, t);
  if (policy === HISTORY) work.historyGap.set(work.gap);
  fillOutcomes(plan, sample, work, legal, out);
}

function startPolicy(plan: Plan, policy: number, sample: Float64Array, work: Work): void {
  fillOpenness(plan, plan.permissions[policy], sample, work.open);
  work.nvidiaRevenueUsd.fill(0);
  work.feeUsd.fill(0);
  work.soldThisYear.fill(0);
  work.sinceForbidden.fill(0);
  for (let p = 0; p < plan.products.length; p++) {
    const column = plan.products[p].inventory;
    work.inventory[p] = column < 0 ? 0 : sample[column];
  }
}

function runQuarter(
  plan: Plan,
  policy: number,
  sample: Float64Array,
  work: Work,
  legal: Float64Array,
  t: Quarter,
): void {
  const permissions = plan.permissions[policy];
  if (t % 4 === 0) work.soldThisYear.fill(0);
  fillAlliedDemand(plan, sample, work, t);
  fillChinaDemand(plan, permissions, sample, work, t);
  fillCapacity(plan, sample, work, t);
  makeChips(plan, sample, work, t);
  for (let p = 0; p < plan.products.length; p++) install(plan, policy, sample, work, legal, p, t);
  smuggle(plan, plan.smugglingScale[policy], sample, work, t);
}

/** Allocates the shared inputs twice, with and without China's orders: the difference is what others forgo. */
function makeChips(plan: Plan, sample: Float64Array, work: Work, t: Quarter): void {
  const { demand, made, madeWithoutChina } = work;
  const protection = sample[plan.scalars['china-order-protection']];
  for (let p = 0; p < plan.products.length; p++) demand[p * HOLDER_COUNT + CN] -= work.fromStock[p];
  work.binding[t] = allocate(plan, work, demand, protection, made) ? 1 : 0;
  work.forgoneTraining[t] = 0;
  if (work.binding[t] === 0) return;
  for (let p = 0; p < plan.products.length; p++) demand[p * HOLDER_COUNT + CN] = 0;
  allocate(plan, work, demand, protection, madeWithoutChina);
  for (let p = 0; p < plan.products.length; p++) {
    const lost = madeWithoutChina[p * HOLDER_COUNT + US] - made[p * HOLDER_COUNT + US];
    work.forgoneTraining[t] += lost * sample[plan.products[p].training];
  }
}

function install(
  plan: Plan,
  policy: number,
  sample: Float64Array,
  work: Work,
  legal: Float64Array,
  p: number,
  t: Quarter,
): void {
  const i = p * plan.quarters + t;
  if (!plan.products[p].allied) {
    work.inflow[(p * HOLDER_COUNT + CN) * plan.quarters + t] = work.chineseOutput[i];
    return;
  }
  for (let h = 0; h < HOLDER_COUNT; h++) {
    const stock = h === CN ? work.fromStock[p] : 0;
    work.inflow[(p * HOLDER_COUNT + h) * plan.quarters + t] = work.made[p * HOLDER_COUNT + h] + stock;
  }
  legal[i] = work.made[p * HOLDER_COUNT + CN] + work.fromStock[p];
  addMoney(plan, plan.permissions[policy], sample, work, p, legal[i], t);
}
