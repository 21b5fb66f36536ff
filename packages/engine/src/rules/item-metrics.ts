/** The quantities of an item that the law is written in, as numbers to show. */
import type { Chip } from '../world/dataset.ts';
import type { LegalParameter } from '../world/rule.ts';
import { type Bounds, type Item, type ItemSpec, itemOf } from './item.ts';
import { showBounds, showDensity } from './show.ts';

/** A number; bounds where only they are known (`high` null without an upper one); null when nothing is known. */
export type Shown = number | { low: number; high: number | null } | null;

export interface Metrics {
  tpp: Shown;
  /** TPP per mm² of applicable die area. */
  performanceDensity: Shown;
  memoryBandwidthGBs: Shown;
  ioBandwidthGBs: Shown;
}

/** Metrics of a chip or specification, with the formats that decide its processing performance. */
export function itemMetrics(spec: Chip | ItemSpec): Metrics & { precision: string[] } {
  const item = itemOf(spec);
  return { ...measure(item, []), precision: item.precision };
}

const known = new WeakMap<Item, { parameters: readonly LegalParameter[]; metrics: Metrics }>();

/** Metrics of an item beside the thresholds of a law; worked out once for each item. */
export function metricsOf(item: Item, parameters: readonly LegalParameter[]): Metrics {
  const found = known.get(item);
  if (found?.parameters === parameters) return found.metrics;
  const metrics = measure(item, parameters);
  known.set(item, { parameters, metrics });
  return metrics;
}

/** Density is shown to two decimals, or to more where two would touch one of the thresholds. */
function measure({ values }: Item, parameters: readonly LegalParameter[]): Metrics {
  const bounds = (id: string) => values.get(id) as Bounds | undefined;
  const densities = parameters.filter(({ unit }) => unit === 'TPP/mm²');
  const limits = densities.flatMap((parameter) => parameter.values.map(({ value }) => value));
  return {
    tpp: showBounds(bounds('tpp')),
    performanceDensity: showDensity(bounds('performanceDensity'), limits),
    memoryBandwidthGBs: showBounds(bounds('memoryBandwidthGBs')),
    ioBandwidthGBs: showBounds(bounds('ioBandwidthGBs')),
  };
}
