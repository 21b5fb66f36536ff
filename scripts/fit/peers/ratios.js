/** The two naive yardsticks: one chip is worth another times the ratio of their arithmetic, or of their bandwidths. */

import { ratesOf } from '../../../packages/engine/dist/capability/chip-rates.js';
import { readMeasurement } from '../../../packages/engine/dist/capability/measurement-case.js';
import { choosePrecision } from '../../../packages/engine/dist/capability/precision.js';

/** @param {any} world @param {any} row */
function ratesOfRow(world, row) {
  const { chip, formats } = readMeasurement(world, row);
  return /** @type {any} */ (ratesOf(chip, choosePrecision(chip, formats.preferences)));
}

/** Logarithms of predicted ratios of two rows' speeds. @param {any} world @param {any} a @param {any} b */
export function naiveRatios(world, a, b) {
  const mine = ratesOfRow(world, a);
  const theirs = ratesOfRow(world, b);
  return {
    flops: Math.log(mine.flops / theirs.flops),
    bandwidth: Math.log(mine.memoryBytesPerSecond / theirs.memoryBytesPerSecond),
  };
}
