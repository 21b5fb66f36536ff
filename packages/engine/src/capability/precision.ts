/** Which number format a chip really runs: the first that the workload accepts and the chip has a published rate for. */
import type { Chip, Precision, Quantity } from '../world/index.ts';

/** Bytes of one weight; 4-bit formats carry a scale for each block of 16 weights. */
export const BYTES_PER_WEIGHT: Record<Precision, number> = { fp4: 0.5625, fp8: 1, int8: 1, fp16: 2 };

/** Published dense rate of a chip in a format, in 10^12 operations per second; undefined when it has none. */
export function publishedRate(chip: Chip, precision: Precision): Quantity | undefined {
  switch (precision) {
    case 'fp4':
      return chip.fp4DenseTflops;
    case 'fp8':
      return chip.fp8DenseTflops;
    case 'int8':
      return chip.int8DenseTops;
    case 'fp16':
      return chip.fp16DenseTflops;
  }
}

export function choosePrecision(chip: Chip, preferences: readonly Precision[]): Precision | undefined {
  return preferences.find((precision) => publishedRate(chip, precision) !== undefined);
}
