/**
 * Time of one matrix multiply by the roofline (Williams, Waterman and Patterson, CACM 52(4), 2009), with the two
 * corrections that measured kernels need: a matrix instruction takes no fewer rows than its tile, and the rate rises
 * with the rows.
 */
import type { Machine } from './machine.ts';
import { addRoofline, type Tally } from './tally.ts';

/**
 * Adds `count` multiplies of `rows` activations with a matrix of `parameters` on one chip:
 * compute = 2 (rows + half-rate rows) parameters / (peak x share), memory = bytes of the matrix / (bandwidth x share).
 */
export function addMultiply(tally: Tally, machine: Machine, parameters: number, rows: number, count: number): void {
  const { rates, constants, bytesPerWeight } = machine;
  const effectiveRows = Math.max(rows, constants.tileRows) + constants.halfRateRows;
  const compute = (2 * effectiveRows * parameters) / (rates.flops * constants.matrixCompute);
  const memory = (parameters * bytesPerWeight) / (rates.memoryBytesPerSecond * constants.weightStreaming);
  addRoofline(tally, compute, memory, count);
}

/** The output projection stays in 16 bits. */
export function addHead(tally: Tally, machine: Machine, parameters: number, rows: number): void {
  const { rates, constants } = machine;
  const effectiveRows = Math.max(rows, constants.tileRows) + constants.halfRateRows;
  const compute = (2 * effectiveRows * parameters) / (rates.flops16 * constants.matrixCompute);
  const memory = (parameters * 2) / (rates.memoryBytesPerSecond * constants.weightStreaming);
  addRoofline(tally, compute, memory, 1);
}
