/** What a future is asked: outcome ids, units, and their values by year. Order: [outcome][year]. */
import { lastQuarterOf } from '../core/day.ts';
import { CN, HOLDER_COUNT, HOLDERS, ROW, US } from './holders.ts';
import { MAKERS, type Plan } from './plan.ts';
import { gapFactor } from './smuggling.ts';
import { fillStock } from './stock.ts';
import type { Work } from './work.ts';

export interface OutcomeId {
  id: string;
  unit: string;
}

const KINDS = ['training', 'inference'] as const;
const HUAWEI = MAKERS.indexOf('Huawei');
const USD_PER_BILLION = 1e9;

/** The outcomes of a plan, in the order in which `fillOutcomes` writes them. */
export function outcomeIds(plan: Plan): OutcomeId[] {
  const of = (quantity: string, holders: readonly string[], unit: string) =>
    holders.flatMap((holder) => KINDS.map((kind) => ({ id: `${quantity}.${holder}.${kind}`, unit })));
  return [
    ...of('stock', [...HOLDERS, 'world'], 'H100e'),
    ...of('share', HOLDERS, 'fraction'),
    ...of('ratio', ['us-cn'], 'ratio'),
    ...of('remote', ['cn'], 'H100e'),
    { id: 'production.huawei', unit: 'chips/yr' },
    { id: 'forgone.us.training', unit: 'H100e/yr' },
    { id: 'binding.world', unit: 'fraction' },
    { id: 'revenue.nvidia.cn', unit: 'billion USD/yr' },
    { id: 'fee.us-treasury', unit: 'billion USD/yr' },
    { id: 'smuggled.cn', unit: 'chips/yr' },
    ...soldToChina(plan).map((p) => ({ id: `shipments.${plan.products[p].chip}.cn`, unit: 'chips/yr' })),
  ];
}

/** Products that could be sold to China: allied ones that are not built by their own users. */
function soldToChina(plan: Plan): number[] {
  return plan.products.flatMap((product, p) => (product.allied && !product.own ? [p] : []));
}

/** Writes every outcome of every year into `out`. `legal` are legal units to China, [product][quarter]. */
export function fillOutcomes(
  plan: Plan,
  sample: Float64Array,
  work: Work,
  legal: Float64Array,
  out: Float64Array,
): void {
  const years = plan.lastYear - plan.firstYear + 1;
  for (let y = 0; y < years; y++) {
    const end = lastQuarterOf(plan.firstYear + y);
    fillStock(plan, sample, work, end);
    let k = 0;
    const put = (value: number) => {
      out[k * years + y] = value;
      k++;
    };
    putStocks(work, put);
    const remote = sample[plan.scalars['remote-share']] * Math.min(gapFactor(plan, sample, work, end), 2);
    put(remote * work.stock[ROW * 2]);
    put(remote * work.stock[ROW * 2 + 1]);
    put(huaweiUnits(plan, work, end));
    put(yearSum(work.forgoneTraining, end));
    put(yearSum(work.binding, end) / 4);
    put(yearSum(work.nvidiaRevenueUsd, end) / USD_PER_BILLION);
    put(yearSum(work.feeUsd, end) / USD_PER_BILLION);
    put(yearSum(work.smuggled, end));
    for (let p = 0; p < plan.products.length; p++) {
      if (plan.products[p].allied && !plan.products[p].own) put(yearSum(legal, p * plan.quarters + end));
    }
  }
}

function putStocks(work: Work, put: (value: number) => void): void {
  const { stock } = work;
  const world = [0, 0];
  for (let h = 0; h < HOLDER_COUNT; h++) {
    for (let kind = 0; kind < 2; kind++) {
      put(stock[h * 2 + kind]);
      world[kind] += stock[h * 2 + kind];
    }
  }
  put(world[0]);
  put(world[1]);
  for (let h = 0; h < HOLDER_COUNT; h++) {
    for (let kind = 0; kind < 2; kind++) put(world[kind] > 0 ? stock[h * 2 + kind] / world[kind] : 0);
  }
  for (let kind = 0; kind < 2; kind++) put(stock[CN * 2 + kind] > 0 ? stock[US * 2 + kind] / stock[CN * 2 + kind] : 0);
}

function huaweiUnits(plan: Plan, work: Work, end: number): number {
  let units = 0;
  for (let p = 0; p < plan.products.length; p++) {
    if (plan.products[p].maker === HUAWEI) units += yearSum(work.chineseOutput, p * plan.quarters + end);
  }
  return units;
}

/** Sum over the four quarters that end at index `end`. */
function yearSum(values: Float64Array, end: number): number {
  return values[end - 3] + values[end - 2] + values[end - 1] + values[end];
}
