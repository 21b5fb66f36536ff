/**
 * Where the best passing chip can stand. More of anything never makes a chip worse, so of all chips between two
 * neighbouring thresholds the best has the most of everything: the corners under, at and over every threshold, on a grid
 * of one unit, are all that need be tried. Where a rule bounds two bandwidths together, the trade between them is laid
 * out on a grid and refined afterwards. Where a measurement stops holding (`edges`), less may be more: tried as well.
 */
import type { Limits } from './limits.ts';
import { greatestTpp, type Region } from './region.ts';
import type { Sketch } from './sketch.ts';

/** Shares into which a bound on the sum of two bandwidths is split at first. */
const SPLITS = 16;

export interface Box {
  tpp: number;
  areaMm2: number;
  memoryBandwidthGBs: number;
  ioBandwidthGBs: number;
}

/** The most of everything that the region allows. */
export function topOf(region: Region): Box {
  return {
    tpp: greatestTpp(region),
    areaMm2: region.areaMm2.value,
    memoryBandwidthGBs: region.memoryStacks.value * region.stackGBs.value,
    ioBandwidthGBs: region.ioBandwidthGBs.value,
  };
}

/** Whole numbers just under a limit and at it (or just over, where the limit is no whole number). */
export function around(limit: number): number[] {
  return [Math.ceil(limit) - 1, Math.ceil(limit)];
}

export function corners(region: Region, limits: Limits, edges: readonly number[]): Sketch[] {
  const top = topOf(region);
  const at = (attribute: string) => limits.get(attribute) ?? [];
  const within = (values: number[], most: number) => [...new Set([most, ...values.filter((v) => v > 0 && v < most)])];
  const densities = at('performanceDensity');
  const memories = within(at('memoryBandwidthGBs').flatMap(around), top.memoryBandwidthGBs);
  const tpps = within(
    [
      ...at('tpp').flatMap(around),
      ...densities.flatMap((density) => around(density * top.areaMm2)),
      ...edges.flatMap((edge) => memories.map((memory) => Math.floor(edge * memory))),
    ],
    top.tpp,
  );
  const host = region.hostBandwidthGBs.value;
  const links = within(
    [...at('ioBandwidthGBs').flatMap(around), ...at('aggregateIoGBs').flatMap((limit) => around(limit - host))],
    top.ioBandwidthGBs,
  );
  const pairs = pairsOf(memories, links, at('bandwidthSumGBs'), top);
  return tpps.flatMap((tpp) =>
    areasFor(tpp, densities, region).flatMap((areaMm2) =>
      pairs.map(([memoryBandwidthGBs, ioBandwidthGBs]) => ({ tpp, areaMm2, memoryBandwidthGBs, ioBandwidthGBs })),
    ),
  );
}

/** Areas that a processing performance may be spread over: the least that a real part needs, the most, and both sides of each density. */
function areasFor(tpp: number, densities: readonly number[], { areaMm2, tppPerMm2 }: Region): number[] {
  const least = Math.ceil(tpp / tppPerMm2.value);
  const sides = densities
    .flatMap((density) => around(tpp / density))
    .filter((area) => area > least && area < areaMm2.value);
  return [...new Set([areaMm2.value, ...sides, Math.min(least, areaMm2.value)])];
}

function pairsOf(memories: number[], links: number[], sums: readonly number[], top: Box): [number, number][] {
  const pairs = memories.flatMap((memory) => links.map((link): [number, number] => [memory, link]));
  for (const sum of sums.flatMap(around)) {
    for (const memory of memories) pairs.push([memory, sum - memory]);
    for (const link of links) pairs.push([sum - link, link]);
    for (let i = 1; i < SPLITS; i++) {
      const memory = Math.round((sum * i) / SPLITS);
      pairs.push([memory, sum - memory]);
    }
  }
  return pairs.filter(
    ([memory, link]) => memory > 0 && link > 0 && memory <= top.memoryBandwidthGBs && link <= top.ioBandwidthGBs,
  );
}
