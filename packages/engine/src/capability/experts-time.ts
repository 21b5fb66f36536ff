/**
 * Time of the routed experts of one layer. A step touches only the experts that its tokens choose; a touched expert
 * is read in full, so small batches pay for weights and large ones for arithmetic.
 */
import { power } from '../core/index.ts';
import type { Shape } from './layer-shapes.ts';
import type { Layout, Machine } from './machine.ts';
import { addRoofline, type Tally } from './tally.ts';

/** Share of a layer's experts that `tokens` touch; routing is skewed, so they count as fewer independent tokens. */
export function touchedShare(experts: number, active: number, tokens: number, routingSkew: number): number {
  return active >= experts ? 1 : 1 - power(1 - active / experts, routingSkew * tokens);
}

/** Adds `layers` layers in which each attention group sends `rows` tokens to the experts. */
export function addExperts(
  tally: Tally,
  machine: Machine,
  shape: Shape,
  layout: Layout,
  rows: number,
  layers: number,
): void {
  const { llm } = shape;
  const { rates, constants, bytesPerExpertWeight } = machine;
  const tokens = rows * layout.groups;
  const touched = Math.max(touchedShare(llm.experts, llm.expertsActive, tokens, constants.routingSkew), 1e-12);
  const touchedPerChip = (llm.experts * touched) / layout.expert;
  const tokensPerExpert = (tokens * llm.expertsActive) / (llm.experts * touched);
  const effectiveRows = Math.max(tokensPerExpert, constants.expertTileRows) + constants.halfRateRows;
  const compute = (touchedPerChip * 2 * effectiveRows * shape.expert) / (rates.flops * constants.expertCompute);
  const memory =
    (touchedPerChip * shape.expert * bytesPerExpertWeight) / (rates.memoryBytesPerSecond * constants.weightStreaming);
  const imbalance = layout.expert > 1 ? constants.expertImbalance : 1;
  addRoofline(tally, imbalance * compute, imbalance * memory, layers);
}
