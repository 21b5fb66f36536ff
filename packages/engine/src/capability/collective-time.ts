/** Time of the collectives: all-reduce within a tensor-parallel group, dispatch and combine between experts' chips. */
import type { Shape } from './layer-shapes.ts';
import { type Layout, linkRate, type Machine } from './machine.ts';
import type { Tally } from './tally.ts';

/** Bytes of one activation element in an all-reduce. */
const ACTIVATION_BYTES = 2;
/** Dispatch sends 8-bit activations, combine returns 16-bit ones. */
const DISPATCH_AND_COMBINE_BYTES = 3;
/** Models with node-limited routing send a token to at most four nodes (DeepSeek-V3 report, section 2.1.2). */
const MOST_NODES = 4;

/** Ring all-reduce of `rows` activations over `tensor` chips: latency + 2 (T-1)/T bytes / link rate, in seconds. */
export function allReduceSeconds(machine: Machine, hidden: number, rows: number, tensor: number): number {
  if (tensor === 1) return 0;
  const bytes = rows * hidden * ACTIVATION_BYTES;
  return machine.constants.allReduceLatencySeconds + (2 * (tensor - 1) * bytes) / (tensor * linkRate(machine, tensor));
}

/** Adds the exchange with the experts in `layers` layers; part of it is hidden behind the other half of the batch. */
export function addExpertExchange(
  tally: Tally,
  machine: Machine,
  shape: Shape,
  layout: Layout,
  rows: number,
  layers: number,
  phase: 'decode' | 'prefill',
): void {
  const { constants } = machine;
  const domain = constants.scaleUpDomainChips;
  const acrossNodes = layout.expert > domain;
  const leaving = acrossNodes ? (layout.expert - domain) / layout.expert : (layout.expert - 1) / layout.expert;
  const copies =
    phase === 'prefill' && acrossNodes ? Math.min(shape.llm.expertsActive, MOST_NODES) : shape.llm.expertsActive;
  const bytes = (rows / layout.tensor) * shape.llm.hidden * copies * DISPATCH_AND_COMBINE_BYTES * leaving;
  const seconds = 2 * constants.dispatchLatencySeconds + bytes / linkRate(machine, layout.expert);
  tally.interconnect += layers * (1 - constants.dispatchOverlap) * seconds;
}
