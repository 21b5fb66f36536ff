/**
 * The plan of an evaluation: everything about the world and the two policies that does not vary between futures, laid
 * out in flat arrays so that one future is arithmetic over numbers. Plain data: it can be sent to a worker as it is.
 *
 * Index order is always [product][quarter], product-major. Sampled values are columns of one array; the plan holds
 * column numbers, -1 where a quantity has no column.
 */

import type { Quarter } from '../core/day.ts';
import type { Estimate } from '../core/estimate.ts';
import type { Maker } from '../world/dataset.ts';

/** A sampled quantity: one column of every future. */
export interface Column {
  id: string;
  unit: string;
  estimate: Estimate;
  correlation?: { factor: string; loading: number };
}

/** A quantity over time: anchors at the middle of known years, growth per year beyond the first and the last. */
export interface Path {
  /** Quarter of each anchor (mid-year, so fractional) and its column. */
  anchors: { quarter: number; column: number }[];
  growth: number;
}

/** What a policy lets flow to China, by [product][quarter]; shares are shares of the quarter's days. */
export interface Permissions {
  free: Float64Array;
  licensed: Float64Array;
  /** Mean fee over the open days, as a share of revenue. */
  fee: Float64Array;
  /** 1 where a licence is capped to a share of the US volume. */
  capped: Float64Array;
}

export interface Plan {
  quarters: number;
  /** First quarter that nobody has seen yet: from here on every flow is modelled. */
  firstUnseen: Quarter;
  columns: Column[];
  products: PlanProduct[];
  /** What one chip takes of each input, [product][input]. */
  inputsPerChip: Float64Array;
  /** Columns of units shipped, [product][quarter]; -1 where nothing was counted. */
  observedColumn: Int32Array;
  /** Share of the counted period's units that falls into the quarter. */
  observedShare: Float64Array;
  /** Column of the share of its unmet budget that China places with a product, [product][quarter]; -1 if never sold there. */
  uptakeColumn: Int32Array;
  /** Share of its maker's flagship sales that a product takes in a quarter, [product][quarter]. */
  mix: Float64Array;
  /** The recorded law, then the two policies compared: history, without, with. */
  permissions: Permissions[];
  /** Multiplier on smuggling by policy (enforcement), [policy][quarter]. */
  smugglingScale: Float64Array[];
  paths: Record<PathName, Path>;
  scalars: Record<ScalarName, number>;
  /** First and last year of the outcomes. */
  firstYear: number;
  lastYear: number;
}

export interface PlanProduct {
  chip: string;
  maker: number;
  allied: boolean;
  /** Made for China alone. */
  china: boolean;
  /** Built by its buyer for its own data centres, so never sold on. */
  own: boolean;
  diesPerPackage: number;
  hbmStacks: number;
  firstQuarter: Quarter;
  lastQuarter: Quarter;
  /** Columns; -1 where the product has none. */
  price: number;
  /** Share of its maker in the spending outside China, and of its buyers there that are American. */
  makerShare: number;
  usShare: number;
  training: number;
  inference: number;
  approval: number;
  /** -1: no stock, no lag, no cap. */
  inventory: number;
  restartLag: number;
  capVolume: number;
}

export const HISTORY = 0;
export const WITHOUT = 1;
export const WITH = 2;

export const MAKERS: Maker[] = ['NVIDIA', 'AMD', 'Google', 'AWS', 'Huawei', 'other-chinese'];
export const NVIDIA = 0;

/** The parameter of each allied maker's share, in the order of MAKERS. */
export const MAKER_SHARES: ScalarName[] = [
  'maker-share.nvidia',
  'maker-share.amd',
  'maker-share.google',
  'maker-share.aws',
];

/** Quantities over time, from the parameters `<name>.<year>` and `<name>.growth`. */
export const PATHS = [
  'hyperscaler-capex',
  'china-accelerator-budget',
  'packaging-capacity',
  'hbm-output',
  'logic-n5-capacity',
  'logic-n3-capacity',
  'smic-advanced-wafers',
  'huawei-assembly',
  'chinese-hbm-stacks',
  'other-chinese-output',
] as const;
export type PathName = (typeof PATHS)[number];

/** Quantities that hold for a whole future, from the parameters of the same id. */
export const SCALARS = [
  'other-buyers',
  'accelerator-share-of-capex',
  'maker-share.nvidia',
  'maker-share.amd',
  'maker-share.google',
  'maker-share.aws',
  'us-share.open',
  'us-share.own',
  'china-share-when-free',
  'hbm-share-accelerators',
  'logic-yield',
  'packaging-yield',
  'observed-slack',
  'china-order-protection',
  'huawei-share-of-smic',
  'smic-die-yield',
  'ascend-package-yield',
  'tsmc-die-bank',
  'hbm-stack-bank',
  'ascend-price',
  'other-chinese-price',
  'smuggled-units',
  'smuggling-elasticity',
  'remote-share',
  'chip-life',
  'chip-life-shape',
] as const;
export type ScalarName = (typeof SCALARS)[number];
