/** Time of one pass of a model over some rows of activations, without attention: shared by decode and prefill. */
import { addExpertExchange, allReduceSeconds } from './collective-time.ts';
import { addExperts } from './experts-time.ts';
import type { Shape } from './layer-shapes.ts';
import type { Layout, Machine } from './machine.ts';
import { addMultiply } from './operator-time.ts';
import type { Tally } from './tally.ts';

/** Adds all layers' matrices, experts, collectives and fixed costs for `rows` activations in each attention group. */
export function addLayers(
  tally: Tally,
  machine: Machine,
  shape: Shape,
  layout: Layout,
  rows: number,
  phase: 'decode' | 'prefill',
): void {
  const { llm, moeLayers } = shape;
  const { tensor } = layout;
  addMultiply(tally, machine, shape.attention / tensor, rows, llm.layers);
  if (llm.denseLayers > 0) addMultiply(tally, machine, shape.denseFfn / tensor, rows, llm.denseLayers);
  if (moeLayers > 0) addMoeLayers(tally, machine, shape, layout, rows, phase);
  tally.overhead += moeLayers * machine.constants.mixtureOverheadSeconds;
  tally['memory-bandwidth'] += rows * activationSecondsPerRow(machine, shape);
  const reductions = layout.groups > 1 ? 2 * llm.layers - moeLayers : 2 * llm.layers;
  tally.interconnect += reductions * allReduceSeconds(machine, llm.hidden, rows, tensor);
  tally.overhead += llm.layers * machine.constants.layerOverheadSeconds + machine.constants.stepOverheadSeconds;
}

/**
 * What lies between the multiplies (norms, residuals, quantisation, and in a mixture the permutation of tokens) moves each
 * row's activations through memory some times a layer.
 */
export function activationSecondsPerRow(machine: Machine, { llm, moeLayers }: Shape): number {
  const { rates, constants } = machine;
  const passes = llm.layers * constants.activationPasses + moeLayers * llm.expertsActive * constants.expertPasses;
  return (2 * llm.hidden * passes) / (rates.memoryBytesPerSecond * constants.weightStreaming);
}

function addMoeLayers(
  tally: Tally,
  machine: Machine,
  shape: Shape,
  layout: Layout,
  rows: number,
  phase: 'decode' | 'prefill',
): void {
  const { moeLayers } = shape;
  if (shape.shared > 0) addMultiply(tally, machine, shape.shared / layout.tensor, rows, moeLayers);
  addExperts(tally, machine, shape, layout, rows, moeLayers);
  if (layout.groups > 1) addExpertExchange(tally, machine, shape, layout, rows, moeLayers, phase);
}
