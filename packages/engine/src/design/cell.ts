/** A law sees of a sketch only on which side of each threshold it stands: sketches of one cell are put to it once. */
import type { Limits } from './limits.ts';
import type { Region } from './region.ts';
import type { Sketch } from './sketch.ts';

/** The quantities of a sketch that a law may test, by attribute id; others are the same for every sketch. */
const QUANTITIES: Record<string, (sketch: Sketch, region: Region) => number> = {
  tpp: ({ tpp }) => tpp,
  performanceDensity: ({ tpp, areaMm2 }) => tpp / areaMm2,
  memoryBandwidthGBs: ({ memoryBandwidthGBs }) => memoryBandwidthGBs,
  ioBandwidthGBs: ({ ioBandwidthGBs }) => ioBandwidthGBs,
  aggregateIoGBs: ({ ioBandwidthGBs }, region) => ioBandwidthGBs + region.hostBandwidthGBs.value,
  bandwidthSumGBs: ({ memoryBandwidthGBs, ioBandwidthGBs }) => memoryBandwidthGBs + ioBandwidthGBs,
};

/** Nearer than this share to a threshold, only the law's exact arithmetic tells the side. */
const NEAR = 1e-6;

export function byCell(passes: (sketch: Sketch) => boolean, region: Region, limits: Limits) {
  const known = new Map<string, boolean>();
  return (sketch: Sketch): boolean => {
    const cell = cellOf(sketch, region, limits);
    if (cell === undefined) return passes(sketch);
    const answer = known.get(cell) ?? passes(sketch);
    known.set(cell, answer);
    return answer;
  };
}

/** For each tested quantity how many thresholds lie below it; undefined where one is too near to tell. */
function cellOf(sketch: Sketch, region: Region, limits: Limits): string | undefined {
  let cell = '';
  for (const [attribute, values] of limits) {
    const value = QUANTITIES[attribute]?.(sketch, region);
    if (value === undefined) continue;
    if (values.some((limit) => Math.abs(value - limit) < NEAR * limit && value !== limit)) return undefined;
    // A whole number at a threshold is exactly there; a quotient may only seem to be.
    if (attribute === 'performanceDensity' && values.includes(value)) return undefined;
    cell += ` ${values.filter((limit) => limit < value).length}${values.includes(value) ? '=' : ''}`;
  }
  return cell;
}
