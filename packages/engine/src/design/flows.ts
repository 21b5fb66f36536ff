/** Units shipped in the past of the chips that the rule catches and misses. */
import { type Day, parseEstimate, summary } from '../core/index.ts';
import { itemOf } from '../rules/index.ts';
import type { World } from '../world/world.ts';
import { lawWith, type Proposal, startOfPeriod, verdictOn } from './proposal.ts';

export interface Flow {
  chip: string;
  /** `2024` or `2024Q3`. */
  period: string;
  /** Median of the estimate. */
  units: number;
  /** Chips made for China are counted into China; flagships are counted wherever they went. */
  counted: 'china' | 'world';
  /** Whether a licence to the destination would have been required on the first day of the period. */
  caught: boolean | null;
}

export interface FlowTotal {
  chip: string;
  counted: 'china' | 'world';
  /** Sums of medians. */
  caught: number;
  missed: number;
  unknown: number;
}

/** A year counted as a whole is taken before its quarters. Products of the destination's own makers are left out. */
export function flowsCovered(proposal: Proposal, world: Pick<World, 'products' | 'shipments' | 'chips'>): Flow[] {
  const laws = new Map<Day, ReturnType<typeof lawWith>>();
  return world.products.flatMap((product) => {
    const chip = world.chips.find(({ id }) => id === product.chip);
    if (product.supply !== 'allied' || chip === undefined) return [];
    const item = itemOf(chip);
    const rows = world.shipments.filter((row) => row.chip === product.chip);
    const years = new Set(rows.map(({ period }) => period).filter((period) => period.length === 4));
    return rows
      .filter(({ period }) => period.length === 4 || !years.has(period.slice(0, 4)))
      .sort((a, b) => (a.period < b.period ? -1 : 1))
      .map(({ period, units }) => {
        const on = startOfPeriod(period);
        const law = laws.get(on) ?? lawWith(proposal, on);
        laws.set(on, law);
        return {
          chip: product.chip,
          period,
          units: summary(parseEstimate(units, 'chips', `shipments ${product.chip} ${period}`)).p50,
          counted: product.market === 'china' ? ('china' as const) : ('world' as const),
          caught: verdictOn(proposal, law, item, on).required,
        };
      });
  });
}

export function flowTotals(flows: readonly Flow[]): FlowTotal[] {
  const totals = new Map<string, FlowTotal>();
  for (const { chip, counted, units, caught } of flows) {
    const total = totals.get(chip) ?? { chip, counted, caught: 0, missed: 0, unknown: 0 };
    total[caught === null ? 'unknown' : caught ? 'caught' : 'missed'] += units;
    totals.set(chip, total);
  }
  return [...totals.values()];
}
