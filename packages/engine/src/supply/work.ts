/** The numbers of one future under way. Made once per worker and overwritten by every future: no allocation inside. */
import { HOLDER_COUNT } from './holders.ts';
import { INPUT_COUNT } from './inputs.ts';
import { PATHS, type PathName, type Plan } from './plan.ts';

export interface Work {
  paths: Record<PathName, Float64Array>;
  /** Units counted in the past, [product][quarter]; -1 where nothing was counted. */
  observed: Float64Array;
  /** Units that the buyers want and the law lets them have, [product][holder], in the quarter under way. */
  demand: Float64Array;
  /** Of the demand from China, what comes out of chips already made. */
  fromStock: Float64Array;
  /** Units made for each holder in the quarter under way, [product][holder]. */
  made: Float64Array;
  /** The same had China bought nothing: what the shared inputs could have made for others. */
  madeWithoutChina: Float64Array;
  /** How far the policy, and the recorded law, let a product flow to China, [product][quarter]. */
  open: Float64Array;
  historyOpen: Float64Array;
  /** Share of a product in all flagships on the open market, [product][quarter]. */
  flagshipShare: Float64Array;
  capacity: Float64Array;
  use: Float64Array;
  /** Units of Chinese makers, [product][quarter]. */
  chineseOutput: Float64Array;
  /** Units newly installed, [product][holder][quarter]. */
  inflow: Float64Array;
  /** Units of each product still unsold of a stock made before, and quarters since it was last forbidden. */
  inventory: Float64Array;
  sinceForbidden: Float64Array;
  soldThisYear: Float64Array;
  /** Share of China's budget left unspent for want of chips that it may have, by quarter: history's, and this policy's. */
  historyGap: Float64Array;
  gap: Float64Array;
  survival: Float64Array;
  /** By quarter: chips, H100e of training, 1 where an input binds, USD, USD. */
  smuggled: Float64Array;
  forgoneTraining: Float64Array;
  binding: Float64Array;
  nvidiaRevenueUsd: Float64Array;
  feeUsd: Float64Array;
  /** Stock at the end of a year, [holder][training, inference]. */
  stock: Float64Array;
}

export function createWork(plan: Plan): Work {
  const { quarters } = plan;
  const products = plan.products.length;
  const byQuarter = () => new Float64Array(quarters);
  const byHolder = () => new Float64Array(products * HOLDER_COUNT);
  return {
    paths: Object.fromEntries(PATHS.map((name) => [name, byQuarter()])) as Record<PathName, Float64Array>,
    observed: new Float64Array(products * quarters),
    demand: byHolder(),
    fromStock: new Float64Array(products),
    made: byHolder(),
    madeWithoutChina: byHolder(),
    open: new Float64Array(products * quarters),
    historyOpen: new Float64Array(products * quarters),
    flagshipShare: new Float64Array(products * quarters),
    capacity: new Float64Array(INPUT_COUNT),
    use: new Float64Array(INPUT_COUNT),
    chineseOutput: new Float64Array(products * quarters),
    inflow: new Float64Array(products * HOLDER_COUNT * quarters),
    inventory: new Float64Array(products),
    sinceForbidden: new Float64Array(products),
    soldThisYear: new Float64Array(products),
    historyGap: byQuarter(),
    gap: byQuarter(),
    survival: byQuarter(),
    smuggled: byQuarter(),
    forgoneTraining: byQuarter(),
    binding: byQuarter(),
    nvidiaRevenueUsd: byQuarter(),
    feeUsd: byQuarter(),
    stock: new Float64Array(HOLDER_COUNT * 2),
  };
}
