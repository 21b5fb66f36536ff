/**
 * What could be built on a day: every bound is the largest figure of a real part, on sale by that day, with stacked
 * memory. No bound is invented; the part that sets it is named.
 */
import { type Day, InputError } from '../core/index.ts';
import type { Chip, Quantity } from '../world/dataset.ts';

export interface Bound {
  value: number;
  /** Chip whose figure it is. */
  from: string;
}

/** Formats that a reference workload may run, with the bits that count in TPP. */
export const FORMATS = [
  { rate: 'fp4DenseTflops', bits: 4 },
  { rate: 'fp8DenseTflops', bits: 8 },
  { rate: 'int8DenseTops', bits: 8 },
  { rate: 'fp16DenseTflops', bits: 16 },
] as const;

export type RateName = (typeof FORMATS)[number]['rate'];

export interface Region {
  on: Day;
  /** Dense tera-operations per second, per package; formats that no part had are absent. */
  rates: Partial<Record<RateName, Bound>>;
  /** Area of the largest compute die, and of all compute dies of a package, in mm². */
  dieAreaMm2: Bound;
  areaMm2: Bound;
  /** TPP per mm² of the densest part: how little area a rate needs. */
  tppPerMm2: Bound;
  tppPerW: Bound;
  powerW: Bound;
  memoryStacks: Bound;
  stackGB: Bound;
  stackGBs: Bound;
  ioBandwidthGBs: Bound;
  /** Least host interface of a real part: it counts as input and output and adds nothing to the capability. */
  hostBandwidthGBs: Bound;
}

/** Throws InputError `no-region` where a bound has no part behind it. */
export function regionOn(chips: readonly Chip[], on: Day): Region {
  const real = chips.filter(
    ({ published, released, memoryStacks, memoryType = '' }) =>
      published <= on && released !== undefined && released <= on && memoryStacks && memoryType.includes('HBM'),
  );
  const most = (name: string, value: (chip: Chip) => number | undefined) => {
    const bound = extreme(real, value, 1);
    if (bound === undefined) throw new InputError('no-region', { on, what: name });
    return bound;
  };
  const host = extreme(real, ({ hostBandwidthGBs }) => sure(hostBandwidthGBs), -1);
  return {
    on,
    rates: Object.fromEntries(
      FORMATS.flatMap(({ rate }) => {
        const bound = extreme(real, (chip) => sure(chip[rate]), 1);
        return bound ? [[rate, bound]] : [];
      }),
    ),
    dieAreaMm2: most('die area', (chip) => ratio(sure(chip.dieAreaMm2), chip.computeDies)),
    areaMm2: most('die area', (chip) => sure(chip.dieAreaMm2)),
    tppPerMm2: most('performance density', (chip) => ratio(tppOf(chip), sure(chip.dieAreaMm2))),
    tppPerW: most('power', (chip) => ratio(tppOf(chip), sure(chip.powerW))),
    powerW: most('power', (chip) => sure(chip.powerW)),
    memoryStacks: most('memory stacks', (chip) => chip.memoryStacks),
    stackGB: most('memory', (chip) => ratio(sure(chip.memoryGB), chip.memoryStacks)),
    stackGBs: most('memory bandwidth', (chip) => ratio(sure(chip.memoryBandwidthGBs), chip.memoryStacks)),
    ioBandwidthGBs: most('interconnect', (chip) => sure(chip.ioBandwidthGBs)),
    hostBandwidthGBs: host ?? { value: 0, from: '' },
  };
}

/** The largest processing performance that the rates allow. */
export function greatestTpp({ rates }: Region): number {
  return Math.max(...FORMATS.map(({ rate, bits }) => (rates[rate]?.value ?? 0) * bits));
}

/** Of a figure known only within bounds, the end that makes no part out to be more than it is. */
export function sure(quantity: Quantity | undefined): number | undefined {
  return typeof quantity === 'object' ? quantity.low : quantity;
}

/** Processing performance over the formats of FORMATS. */
export function tppOf(chip: Chip): number {
  return Math.max(...FORMATS.map(({ rate, bits }) => (sure(chip[rate]) ?? 0) * bits));
}

function ratio(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a / b;
}

function extreme(chips: readonly Chip[], value: (chip: Chip) => number | undefined, sign: 1 | -1): Bound | undefined {
  let best: Bound | undefined;
  for (const chip of chips) {
    const figure = value(chip);
    if (figure === undefined || figure <= 0) continue;
    if (best === undefined || sign * (figure - best.value) > 0) best = { value: figure, from: chip.id };
  }
  return best;
}
