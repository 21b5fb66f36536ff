/** What makes two units comparable, and in which one a figure is reported. */

/** Units of one dimension as multiples of its first: what makes 4.0 TB/s and 4,000 GB/s the same figure. */
const dimensions: readonly Record<string, number>[] = [
  { 'GB/s': 1, 'TB/s': 1000, 'MB/s': 1e-3, 'Gb/s': 0.125, 'Tb/s': 125 },
  { GB: 1, TB: 1000, PB: 1e6, MB: 1e-3, Gb: 0.125 },
  { W: 1, kW: 1e3, MW: 1e6, GW: 1e9, TW: 1e12 },
  { Wh: 1, kWh: 1e3, MWh: 1e6, GWh: 1e9, TWh: 1e12 },
  { mm: 1, nm: 1e-6, um: 1e-3, cm: 10, m: 1e3, km: 1e6, mile: 1609344, inch: 25.4 },
  { TFLOPS: 1, GFLOPS: 1e-3, PFLOPS: 1e3, EFLOPS: 1e6 },
  { GHz: 1, MHz: 1e-3 },
  { kg: 1, g: 1e-3, t: 1e3, kt: 1e6, Mt: 1e9, lb: 0.4536, oz: 0.02835 },
  { m2: 1, km2: 1e6, sqft: 0.0929, acre: 4047, mu: 666.7, mm2: 1e-6 },
  { mo: 1, yr: 12 },
  { d: 1, wk: 7 },
  { s: 1, ms: 1e-3, us: 1e-6, min: 60, h: 3600 },
];

/** A unit as a multiple of the one that its dimension is compared in: `TB/s` is 1000 `GB/s`; an unknown one is itself. */
export function inBase(unit: string): { base: string; factor: number } {
  for (const dimension of dimensions) {
    const factor = dimension[unit];
    if (factor !== undefined) return { base: Object.keys(dimension)[0]!, factor };
  }
  return { base: unit, factor: 1 };
}

/** Told in one unit, whichever was written, so that figures of chips stand beside each other. */
const told: Record<string, { unit: string; exponent: number }> = {
  'TB/s': { unit: 'GB/s', exponent: 3 },
  'MB/s': { unit: 'GB/s', exponent: -3 },
  TB: { unit: 'GB', exponent: 3 },
  PB: { unit: 'GB', exponent: 6 },
  MB: { unit: 'GB', exponent: -3 },
  PFLOPS: { unit: 'TFLOPS', exponent: 3 },
  EFLOPS: { unit: 'TFLOPS', exponent: 6 },
  GFLOPS: { unit: 'TFLOPS', exponent: -3 },
};

/** The unit that a figure is reported in, and by which power of ten its number moves: 4 `TB/s` is 4000 `GB/s`. */
export function reportedIn(unit: string): { unit: string; exponent: number } {
  return told[unit] ?? { unit, exponent: 0 };
}
