/** Lays the world and the policies out as a plan. Everything that can be wrong with the inputs is found here, once. */
import { lastQuarterOf, type Quarter, quarterOf, yearOf } from '../core/day.ts';
import { type Estimate, parseEstimate } from '../core/estimate.ts';
import type { Product } from '../world/dataset.ts';
import type { World } from '../world/world.ts';
import { Columns } from './columns.ts';
import { inputsPerChip } from './inputs.ts';
import { fillMix } from './mix.ts';
import { type ObservedPeriod, observedPeriods } from './observed.ts';
import {
  MAKER_SHARES,
  MAKERS,
  PATHS,
  type Path,
  type PathName,
  type Permissions,
  type Plan,
  type PlanProduct,
  SCALARS,
  type ScalarName,
} from './plan.ts';

/** What a chip is worth in H100-equivalents. */
export interface CapabilityEstimate {
  training: Estimate;
  inference: Estimate;
}

export interface PlanInput {
  world: World;
  /** The products of the world, in the order of the plan; `capability` has every one of them. */
  products: readonly Product[];
  capability: ReadonlyMap<string, CapabilityEstimate>;
  /** History, without, with: by [product][quarter] of `quarters`. */
  permissions: Permissions[];
  smugglingScale: Float64Array[];
  /** Estimates by parameter id that replace the world's. */
  overrides: ReadonlyMap<string, Estimate>;
  firstYear: number;
  lastYear: number;
}

export function planQuarters(lastYear: number): number {
  return lastQuarterOf(lastYear) + 1;
}

/** Throws `no-estimate` when the world holds no estimate of a parameter that the model needs. */
export function buildPlan(input: PlanInput): Plan {
  const { world, products } = input;
  const quarters = planQuarters(input.lastYear);
  const columns = new Columns(world, input.overrides);
  const planProducts = products.map((product) => planProduct(product, columns, input, quarters));
  const plan: Plan = {
    quarters,
    firstUnseen: quarterOf(world.asOf),
    columns: columns.all,
    products: planProducts,
    inputsPerChip: Float64Array.from(products.flatMap(inputsPerChip)),
    observedColumn: new Int32Array(products.length * quarters).fill(-1),
    observedShare: new Float64Array(products.length * quarters),
    uptakeColumn: Int32Array.from(products.flatMap((product) => uptakeColumns(product, columns, quarters))),
    mix: new Float64Array(products.length * quarters),
    permissions: input.permissions,
    smugglingScale: input.smugglingScale,
    paths: Object.fromEntries(PATHS.map((name) => [name, columns.path(name)])) as Record<PathName, Path>,
    scalars: Object.fromEntries(SCALARS.map((id) => [id, columns.parameter(id)])) as Record<ScalarName, number>,
    firstYear: input.firstYear,
    lastYear: input.lastYear,
  };
  placeObserved(plan, products, observedPeriods(world), columns);
  fillMix(plan);
  columns.checkOverridesUsed();
  return plan;
}

function planProduct(product: Product, columns: Columns, input: PlanInput, quarters: number): PlanProduct {
  const { chip } = product;
  const allied = product.supply === 'allied';
  const sold = allied && product.buyers === 'open';
  const worth = input.capability.get(chip) as CapabilityEstimate;
  return {
    chip,
    maker: MAKERS.indexOf(product.maker),
    allied,
    china: allied && product.market === 'china',
    own: product.buyers === 'own',
    diesPerPackage: product.diesPerPackage,
    hbmStacks: product.hbmStacks,
    firstQuarter: quarterOfName(product.firstQuarter),
    lastQuarter: lastQuarterOfSale(product, input.products, quarters),
    price: columns.parameter(
      allied ? `price.${chip}` : product.maker === 'Huawei' ? 'ascend-price' : 'other-chinese-price',
    ),
    makerShare: allied ? columns.parameter(MAKER_SHARES[MAKERS.indexOf(product.maker)]) : -1,
    usShare: allied ? columns.parameter(product.buyers === 'own' ? 'us-share.own' : 'us-share.open') : -1,
    training: columns.add({ id: `capability.training.${chip}`, unit: 'H100e', estimate: worth.training }),
    inference: columns.add({ id: `capability.inference.${chip}`, unit: 'H100e', estimate: worth.inference }),
    approval: sold ? columns.parameter(`approval.${chip}`, 'approval.other') : -1,
    inventory: columns.optional(`inventory.${chip}`),
    restartLag: columns.optional(`restart-lag.${chip}`),
    capVolume: columns.optional(`cap-volume.${chip}`),
  };
}

/** A product goes off sale only for a later one of its maker: in a world that knows none, it stays. */
function lastQuarterOfSale(product: Product, products: readonly Product[], quarters: number): Quarter {
  const successor = products.some(
    ({ maker, market, firstQuarter }) =>
      maker === product.maker && market === product.market && firstQuarter > product.firstQuarter,
  );
  return product.lastQuarter !== undefined && successor ? quarterOfName(product.lastQuarter) : quarters - 1;
}

/**
 * The uptake of a product by quarter: `uptake.<chip>`, or that of its market; in and before the quarter named by a
 * parameter `uptake.<chip>.until.<quarter>`, that one, since buyers once thought otherwise.
 */
function uptakeColumns(product: Product, columns: Columns, quarters: number): number[] {
  if (product.supply !== 'allied' || product.buyers !== 'open') return new Array(quarters).fill(-1);
  const now = columns.parameter(`uptake.${product.chip}`, `uptake.${product.market}`);
  const earlier = columns.idsWith(`uptake.${product.chip}.until.`).sort();
  return Array.from({ length: quarters }, (_, t) => {
    const id = earlier.find((one) => t <= quarterOfName(one.slice(-6).toUpperCase()));
    return id === undefined ? now : columns.parameter(id);
  });
}

/** Puts each counted period's units into its quarters, in equal parts over those in which the product was on sale. */
function placeObserved(plan: Plan, products: readonly Product[], periods: ObservedPeriod[], columns: Columns): void {
  for (const period of periods) {
    const p = products.findIndex((product) => product.chip === period.chip);
    if (p < 0) continue;
    const { firstQuarter, lastQuarter } = plan.products[p];
    const from = Math.max(period.from, firstQuarter);
    const until = Math.min(period.until, lastQuarter, plan.quarters - 1);
    if (until < from) continue;
    const column = columns.add({
      id: `shipments.${period.chip}.${period.name}`,
      unit: 'chips',
      estimate: parseEstimate(period.units, 'chips', `shipments.${period.chip}.${period.name}`),
      correlation: { factor: `shipments.${products[p].maker}`, loading: SAME_MAKER_CORRELATION },
    });
    for (let t: Quarter = from; t <= until; t++) {
      plan.observedColumn[p * plan.quarters + t] = column;
      plan.observedShare[p * plan.quarters + t] = 1 / (until - from + 1);
    }
  }
}

/** Counts of one maker rest on the same revenue and price figures (facts of the series epoch-ai-chip-counts: 0.5). */
const SAME_MAKER_CORRELATION = 0.7;

function quarterOfName(name: string): Quarter {
  return (Number(name.slice(0, 4)) - yearOf(0)) * 4 + Number(name.slice(5)) - 1;
}
