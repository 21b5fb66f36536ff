/** Everything that `design` says of a proposed rule. */
import type { CapabilityIndices } from '../capability/index.ts';
import type { Day } from '../core/index.ts';
import { itemOf, type Metrics } from '../rules/index.ts';
import { metricsOf } from '../rules/item-metrics.ts';
import type { Chip, LegalParameter, World } from '../world/index.ts';
import { byCell } from './cell.ts';
import { topOf } from './corners.ts';
import { type Flow, type FlowTotal, flowsCovered, flowTotals } from './flows.ts';
import { type Frontier, frontiersOf } from './frontier.ts';
import { type Catch, catches } from './known-chips.ts';
import { limitsOf } from './limits.ts';
import { lawWith, type Proposal, verdictOn } from './proposal.ts';
import { type Region, regionOn } from './region.ts';
import { type Found, mostCapable, type Space } from './search.ts';
import { chipOf, type Sketch } from './sketch.ts';
import { createWorth, type Objective, type Worth } from './worth.ts';

export type ObjectiveKind = 'training' | 'inference';

/** A chip that would pass, or the best of the region whether it passes or not. */
export interface Passing {
  objective: Objective;
  /** Speed in units of the reference chip; of an index, the index. */
  value: number;
  /** The best of the region, were there no rule. */
  unbounded: number;
  chip: Chip;
  metrics: Metrics;
  indices: CapabilityIndices;
}

export interface StressTest {
  rule: string;
  on: Day;
  from: string;
  to: string;
  dates: Catch[];
  flows: Flow[];
  flowTotals: FlowTotal[];
  region: Region;
  /** What the rule itself tests, by attribute. */
  limits: Record<string, readonly number[]>;
  /** For `training`, `inference` and each workload; absent objectives have no passing chip. */
  passing: Passing[];
  frontier: Frontier[];
}

/**
 * Stress-tests a rule as of a day: known chips and flows at every date since 2022, and the best chip that passes among
 * those that could be built on the day. Capability is judged by all of the world's workloads and measurements. Throws
 * InputError `bad-enactment` or `no-region`.
 */
export function stressTest(proposal: Proposal, world: World, on: Day, kinds: readonly ObjectiveKind[]): StressTest {
  const law = lawWith(proposal, on);
  const region = regionOn(world.chips, on);
  const worth = createWorth(world, region);
  const all = limitsOf(law);
  const passes = (sketch: Sketch) =>
    verdictOn(proposal, law, itemOf(chipOf(sketch, region, worth.reference)), on).required === false;
  const space: Space = { region, worth, limits: all, passes: byCell(passes, region, all) };
  const limits = limitsOf(law, proposal.enactment.instrument.id);
  const flows = flowsCovered(proposal, world);
  return {
    rule: proposal.enactment.instrument.id,
    on,
    from: proposal.from,
    to: proposal.to,
    dates: catches(proposal, world.chips),
    flows,
    flowTotals: flowTotals(flows),
    region,
    limits: Object.fromEntries(limits),
    passing: objectivesOf(worth, kinds).flatMap((objective) => {
      const found = mostCapable(space, objective);
      return found ? [passingOf(space, found, objective)] : [];
    }),
    frontier: kinds.flatMap((kind) => frontiersOf(space, limits, kind)),
  };
}

function objectivesOf({ workloads }: Worth, kinds: readonly ObjectiveKind[]): Objective[] {
  return kinds.flatMap((kind) =>
    kind === 'training' ? [kind] : [kind, ...workloads.filter((one) => one.kind === kind).map(({ id }) => id)],
  );
}

function passingOf({ region, worth, limits }: Space, { sketch, value }: Found, objective: Objective): Passing {
  const chip = chipOf(sketch, region, worth.reference);
  return {
    objective,
    value,
    unbounded: worth.of(topOf(region), objective),
    chip,
    metrics: metricsOf(itemOf(chip), [densities(limits)]),
    indices: worth.indices(sketch),
  };
}

/** The densities that a law tests, so that a density just under one is not shown as being at it. */
function densities(limits: Space['limits']): LegalParameter {
  const values = limits.get('performanceDensity') ?? [];
  return {
    id: 'densities',
    title: { en: '', zh: '' },
    unit: 'TPP/mm²',
    values: values.map((value) => ({ value, instrument: '', pinpoint: '' })),
  };
}
