/**
 * What Chinese makers turn out. Huawei: dies = SMIC wafers x dies a wafer x yield, on top of the dies stockpiled from
 * abroad; packages limited by high-bandwidth memory = stock + domestic; output = the scarcest of dies, memory and
 * assembly. The other makers are one growing aggregate. The formula is SemiAnalysis' of September 2025 (min of dies / 2
 * and stacks / 8 for the two-die package), with assembly added so that a bank of dies is not used in one quarter.
 */
import type { Quarter } from '../core/day.ts';
import { grossDiesPerWafer } from './inputs.ts';
import { MAKERS, type Plan } from './plan.ts';
import type { Work } from './work.ts';

const HUAWEI = MAKERS.indexOf('Huawei');
const ASCEND_DIE_MM2 = 665.61;
const MONTHS_PER_QUARTER = 3;
const DIES_PER_WAFER = grossDiesPerWafer(ASCEND_DIE_MM2);

/** The stockpiles were built up evenly over these quarters (facts csis-tsmc-dies, china-hbm-stock-total). */
const DIE_BANK_FROM: Quarter = 4;
const DIE_BANK_UNTIL: Quarter = 11;
const HBM_BANK_UNTIL: Quarter = 12;

export function fillChineseOutput(plan: Plan, sample: Float64Array, work: Work): void {
  fillHuawei(plan, sample, work);
  for (const [p, product] of plan.products.entries()) {
    if (product.allied || product.maker === HUAWEI) continue;
    for (let t = 0; t < plan.quarters; t++) {
      const i = p * plan.quarters + t;
      const modelled = t >= product.firstQuarter ? work.paths['other-chinese-output'][t] / 4 : 0;
      work.chineseOutput[i] = work.observed[i] >= 0 ? work.observed[i] : modelled;
    }
  }
}

/** Runs the stocks of dies and stacks quarter by quarter; a chip takes the dies and stacks of its own package. */
function fillHuawei(plan: Plan, sample: Float64Array, work: Work): void {
  const { scalars, quarters, products } = plan;
  const packageYield = sample[scalars['ascend-package-yield']];
  const diesPerWafer = DIES_PER_WAFER * sample[scalars['smic-die-yield']] * sample[scalars['huawei-share-of-smic']];
  const dieBank = sample[scalars['tsmc-die-bank']] / (DIE_BANK_UNTIL - DIE_BANK_FROM);
  const stackBank = sample[scalars['hbm-stack-bank']] / HBM_BANK_UNTIL;
  let dies = 0;
  let stacks = 0;
  for (let t = 0; t < quarters; t++) {
    dies += work.paths['smic-advanced-wafers'][t] * MONTHS_PER_QUARTER * diesPerWafer;
    if (t >= DIE_BANK_FROM && t < DIE_BANK_UNTIL) dies += dieBank;
    stacks += work.paths['chinese-hbm-stacks'][t] / 4;
    if (t < HBM_BANK_UNTIL) stacks += stackBank;
    for (let p = 0; p < products.length; p++) {
      const product = products[p];
      if (product.maker !== HUAWEI) continue;
      const i = p * quarters + t;
      const onSale = t >= product.firstQuarter && t <= product.lastQuarter;
      const possible = Math.min(
        (dies * packageYield) / product.diesPerPackage,
        stacks / product.hbmStacks,
        work.paths['huawei-assembly'][t] / 4,
      );
      const units = work.observed[i] >= 0 ? work.observed[i] : onSale ? possible : 0;
      work.chineseOutput[i] = units;
      dies = Math.max(0, dies - (units * product.diesPerPackage) / packageYield);
      stacks = Math.max(0, stacks - units * product.hbmStacks);
    }
  }
}
