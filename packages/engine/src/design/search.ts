/** The most capable chip of a region that a law lets pass. */

import { corners, topOf } from './corners.ts';
import type { Limits } from './limits.ts';
import type { Region } from './region.ts';
import type { Sketch } from './sketch.ts';
import type { Objective, Worth } from './worth.ts';

/** One unit of TPP and of GB/s: the finest difference that the search tells apart. */
export const RESOLUTION = 1;
/** First step of the refinement, halved until it is the resolution. */
const FIRST_STEP = 256;

export interface Space {
  region: Region;
  limits: Limits;
  worth: Worth;
  passes(sketch: Sketch): boolean;
}

export interface Found {
  sketch: Sketch;
  value: number;
}

/** Undefined where no chip of the region passes. */
export function mostCapable(space: Space, objective: Objective): Found | undefined {
  const best = bestOf(space, corners(space.region, space.limits, space.worth.edges), objective);
  return best && refine(space, best, objective);
}

/** The best of these that passes; of equal ones the first. */
export function bestOf(space: Space, sketches: readonly Sketch[], objective: Objective): Found | undefined {
  let best: Found | undefined;
  for (const sketch of foremost(space, sketches)) {
    const value = space.worth.of(sketch, objective);
    if (value > (best?.value ?? 0)) best = { sketch, value };
  }
  return best;
}

/**
 * Those that pass and that no other passing one matches or beats in everything: the rest cannot be better. The area is
 * no capability, so of two that differ in it alone the first stands for both.
 */
function foremost({ passes, worth }: Space, sketches: readonly Sketch[]): Sketch[] {
  const sorted = sketches.toSorted(
    (a, b) => b.tpp - a.tpp || b.memoryBandwidthGBs - a.memoryBandwidthGBs || b.ioBandwidthGBs - a.ioBandwidthGBs,
  );
  const kept: Sketch[] = [];
  for (const sketch of sorted) {
    if (!kept.some((other) => covers(other, sketch, worth.edges)) && passes(sketch)) kept.push(sketch);
  }
  return kept;
}

function covers(a: Sketch, b: Sketch, edges: readonly number[]): boolean {
  return (
    a.tpp >= b.tpp &&
    a.memoryBandwidthGBs >= b.memoryBandwidthGBs &&
    a.ioBandwidthGBs >= b.ioBandwidthGBs &&
    edges.every((edge) => within(a, edge) || !within(b, edge))
  );
}

/** Whether the measurements that hold up to an edge hold for a sketch. */
function within({ tpp, memoryBandwidthGBs }: Sketch, edge: number): boolean {
  return tpp <= edge * memoryBandwidthGBs;
}

const AXES = ['tpp', 'memoryBandwidthGBs', 'ioBandwidthGBs'] as const;

/** More of one thing, or more of one for less of another, for as long as it passes and helps. */
const MOVES: Partial<Record<(typeof AXES)[number], 1 | -1>>[] = [
  ...AXES.map((up) => ({ [up]: 1 })),
  ...AXES.flatMap((up) => AXES.filter((down) => down !== up).map((down) => ({ [up]: 1, [down]: -1 }))),
];

function refine(space: Space, start: Found, objective: Objective): Found {
  let best = start;
  for (let step = FIRST_STEP; step >= RESOLUTION; step /= 2) {
    for (let moved = true; moved; ) {
      const better = bestMove(space, best, step, objective);
      moved = better !== undefined;
      best = better ?? best;
    }
  }
  return best;
}

function bestMove(space: Space, { sketch, value }: Found, step: number, objective: Objective): Found | undefined {
  let best: Found | undefined;
  for (const move of MOVES) {
    const next = { ...sketch };
    for (const axis of AXES) next[axis] += step * (move[axis] ?? 0);
    if (!inside(space.region, next) || !space.passes(next)) continue;
    const reached = space.worth.of(next, objective);
    if (reached > (best?.value ?? value)) best = { sketch: next, value: reached };
  }
  return best;
}

function inside(region: Region, sketch: Sketch): boolean {
  const top = topOf(region);
  return (
    AXES.every((axis) => sketch[axis] > 0 && sketch[axis] <= top[axis]) &&
    sketch.tpp <= sketch.areaMm2 * region.tppPerMm2.value
  );
}
