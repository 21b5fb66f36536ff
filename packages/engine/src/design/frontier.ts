/** The best that passes at each value of one attribute that the rule tests. */
import { corners, topOf } from './corners.ts';
import type { Region } from './region.ts';
import { bestOf, type Space } from './search.ts';
import type { Sketch } from './sketch.ts';
import type { Objective } from './worth.ts';

/** Even steps from nothing to the most that the region has. */
const STEPS = 12;

export interface FrontierPoint {
  value: number;
  /** Null where no chip with this value passes. */
  best: number | null;
}

export interface Frontier {
  attribute: string;
  objective: Objective;
  /** Thresholds of the rule on this attribute. */
  limits: number[];
  points: FrontierPoint[];
}

/** How the value of a tested attribute fixes a sketch; attributes that are not here have no scale to walk along. */
const SCALES: Record<
  string,
  { most(region: Region): number; fix(sketch: Sketch, value: number, region: Region): Sketch }
> = {
  tpp: { most: (region) => topOf(region).tpp, fix: (sketch, value) => ({ ...sketch, tpp: value }) },
  performanceDensity: {
    most: ({ tppPerMm2 }) => Math.floor(tppPerMm2.value * 100) / 100,
    // As large as the performance allows at this density, then as much performance as that area holds: exactly the density.
    fix: (sketch, value, region) => {
      const areaMm2 = Math.max(1, Math.min(region.areaMm2.value, Math.floor(sketch.tpp / value)));
      return { ...sketch, areaMm2, tpp: onGrid(value * areaMm2, 1e-4) };
    },
  },
  memoryBandwidthGBs: {
    most: (region) => topOf(region).memoryBandwidthGBs,
    fix: (sketch, value) => ({ ...sketch, memoryBandwidthGBs: value }),
  },
  ioBandwidthGBs: {
    most: (region) => topOf(region).ioBandwidthGBs,
    fix: (sketch, value) => ({ ...sketch, ioBandwidthGBs: value }),
  },
  aggregateIoGBs: {
    most: (region) => topOf(region).ioBandwidthGBs + region.hostBandwidthGBs.value,
    fix: (sketch, value, region) => ({ ...sketch, ioBandwidthGBs: value - region.hostBandwidthGBs.value }),
  },
  bandwidthSumGBs: {
    most: (region) => topOf(region).ioBandwidthGBs + topOf(region).memoryBandwidthGBs,
    fix: (sketch, value) => ({ ...sketch, ioBandwidthGBs: value - sketch.memoryBandwidthGBs }),
  },
};

/** One frontier for each attribute of `tested` that a chip has a scale for. */
export function frontiersOf(space: Space, tested: Space['limits'], objective: Objective): Frontier[] {
  const all = corners(space.region, space.limits, space.worth.edges);
  return [...tested].flatMap(([attribute, limits]) => {
    const scale = SCALES[attribute];
    if (scale === undefined) return [];
    const most = scale.most(space.region);
    const points = valuesFor(attribute, limits, most).map((value) => {
      const fixed = distinct(all.map((sketch) => scale.fix(sketch, value, space.region)));
      const candidates = fixed.filter((sketch) => possible(sketch, space.region));
      return { value, best: bestOf(space, candidates, objective)?.value ?? null };
    });
    return [{ attribute, objective, limits: [...limits], points }];
  });
}

/** Even steps, and both sides of every limit. */
function valuesFor(attribute: string, limits: readonly number[], most: number): number[] {
  const unit = attribute === 'performanceDensity' ? 0.01 : 1;
  const even = Array.from({ length: STEPS }, (_, i) => onGrid((most * (i + 1)) / STEPS, unit));
  const sides = limits.flatMap((limit) => [onGrid(limit - unit, unit), limit]);
  return [...new Set([...even.slice(0, -1), most, ...sides])].filter((v) => v > 0 && v <= most).sort((a, b) => a - b);
}

function onGrid(value: number, unit: number): number {
  const per = Math.round(1 / unit);
  return Math.round(value * per) / per;
}

function distinct(sketches: readonly Sketch[]): Sketch[] {
  const key = ({ tpp, areaMm2, memoryBandwidthGBs, ioBandwidthGBs }: Sketch) =>
    `${tpp} ${areaMm2} ${memoryBandwidthGBs} ${ioBandwidthGBs}`;
  return [...new Map(sketches.map((sketch) => [key(sketch), sketch])).values()];
}

function possible(sketch: Sketch, region: Region): boolean {
  const top = topOf(region);
  return (
    sketch.tpp > 0 &&
    sketch.ioBandwidthGBs > 0 &&
    sketch.memoryBandwidthGBs > 0 &&
    sketch.ioBandwidthGBs <= top.ioBandwidthGBs &&
    sketch.memoryBandwidthGBs <= top.memoryBandwidthGBs &&
    sketch.areaMm2 <= top.areaMm2 &&
    sketch.tpp <= sketch.areaMm2 * region.tppPerMm2.value
  );
}
