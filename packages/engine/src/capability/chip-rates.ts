/** A chip's published figures as plain numbers in SI units, or the figures that are missing. */
import type { Chip, Precision, Quantity } from '../world/index.ts';
import { publishedRate } from './precision.ts';

export interface ChipRates {
  /** Dense operations per second in the format of the weights. */
  flops: number;
  /** Dense 16-bit operations per second: attention runs at it. */
  flops16: number;
  memoryBytes: number;
  memoryBytesPerSecond: number;
  /** One way, to the chips of the fast domain; undefined when unpublished. */
  linkBytesPerSecond: number | undefined;
}

/** A figure that the model needs and nobody has published. */
export type MissingFigure = 'rate' | 'rate-16-bit' | 'memory' | 'memory-bandwidth' | 'link';

/** The figures of a chip at the middle of any interval, or the list of what is missing. */
export function ratesOf(chip: Chip, precision: Precision | undefined): ChipRates | MissingFigure[] {
  const flops = precision && publishedRate(chip, precision);
  const missing: MissingFigure[] = [];
  if (flops === undefined) missing.push('rate');
  if (chip.fp16DenseTflops === undefined && flops !== undefined) missing.push('rate-16-bit');
  if (chip.memoryGB === undefined) missing.push('memory');
  if (chip.memoryBandwidthGBs === undefined) missing.push('memory-bandwidth');
  if (missing.length > 0) return missing;
  return ratesAt(chip, precision!, middle);
}

/** The figures with every interval at its low or its high end. */
export function extremeRates(chip: Chip, precision: Precision, end: 'low' | 'high'): ChipRates {
  return ratesAt(chip, precision, (quantity) => (typeof quantity === 'number' ? quantity : quantity[end]));
}

function ratesAt(chip: Chip, precision: Precision, value: (quantity: Quantity) => number): ChipRates {
  return {
    flops: value(publishedRate(chip, precision)!) * 1e12,
    flops16: value(chip.fp16DenseTflops!) * 1e12,
    memoryBytes: value(chip.memoryGB!) * 1e9,
    memoryBytesPerSecond: value(chip.memoryBandwidthGBs!) * 1e9,
    // The published link rate counts both directions.
    linkBytesPerSecond: chip.ioBandwidthGBs === undefined ? undefined : (value(chip.ioBandwidthGBs) * 1e9) / 2,
  };
}

/** Whether a figure that the model reads is known only by its bounds. */
export function hasInterval(chip: Chip): boolean {
  return [
    chip.fp4DenseTflops,
    chip.fp8DenseTflops,
    chip.int8DenseTops,
    chip.fp16DenseTflops,
    chip.memoryGB,
    chip.memoryBandwidthGBs,
    chip.ioBandwidthGBs,
  ].some((quantity) => typeof quantity === 'object');
}

/** The geometric middle of an interval of positive numbers. */
export function middle(quantity: Quantity): number {
  return typeof quantity === 'number' ? quantity : Math.sqrt(quantity.low * quantity.high);
}
