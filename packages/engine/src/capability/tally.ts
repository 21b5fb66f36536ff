/** Seconds spent, by the resource that bound them: each operator's time goes to its slowest side. */

export type Resource = 'compute' | 'memory-bandwidth' | 'interconnect' | 'overhead';

export type Tally = Record<Resource, number>;

export function emptyTally(): Tally {
  return { compute: 0, 'memory-bandwidth': 0, interconnect: 0, overhead: 0 };
}

export function totalSeconds(tally: Tally): number {
  return tally.compute + tally['memory-bandwidth'] + tally.interconnect + tally.overhead;
}

/** The roofline of `count` equal operators: the slower of arithmetic and memory, put to that resource's account. */
export function addRoofline(tally: Tally, computeSeconds: number, memorySeconds: number, count: number): void {
  if (computeSeconds > memorySeconds) tally.compute += count * computeSeconds;
  else tally['memory-bandwidth'] += count * memorySeconds;
}

export function addScaled(tally: Tally, other: Tally, factor: number): void {
  tally.compute += other.compute * factor;
  tally['memory-bandwidth'] += other['memory-bandwidth'] * factor;
  tally.interconnect += other.interconnect * factor;
  tally.overhead += other.overhead * factor;
}

/** The resource that takes the most time. */
export function boundOf(tally: Tally): Resource {
  const resources = Object.keys(tally) as Resource[];
  return resources.reduce((most, resource) => (tally[resource] > tally[most] ? resource : most));
}
