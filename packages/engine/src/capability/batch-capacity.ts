/** How many sequences fit into memory beside the weights. */
import { kvShards } from './attention-time.ts';
import { kvBytesOfSequence, type Shape } from './layer-shapes.ts';
import type { Layout, Machine } from './machine.ts';

/** A running sequence has produced a part of its output; schedulers plan for a little more than half. */
const HELD_SHARE_OF_OUTPUT = 0.6;

/** Bytes of weights on each chip; embeddings and output projection stay in 16 bits. */
export function weightBytesPerChip(machine: Machine, shape: Shape, layout: Layout): number {
  const { llm, moeLayers } = shape;
  const trunk =
    llm.layers * shape.attention + llm.denseLayers * shape.denseFfn + moeLayers * (shape.shared + shape.router);
  const experts = moeLayers * llm.experts * shape.expert;
  const embeddings = shape.head * (llm.tiedEmbeddings ? 1 : 2);
  return (
    (trunk * machine.bytesPerWeight + 2 * embeddings) / layout.tensor +
    (experts * machine.bytesPerExpertWeight) / layout.expert
  );
}

/** Bytes of each chip that are left for the cache; negative when the weights do not fit. */
export function cacheBytesPerChip(machine: Machine, shape: Shape, layout: Layout): number {
  const { rates, constants } = machine;
  return (
    rates.memoryBytes * constants.usableMemory -
    weightBytesPerChip(machine, shape, layout) -
    constants.runtimeMemoryBytes
  );
}

/** Largest number of sequences in each attention group; 0 when not one fits. */
export function batchCapacity(
  machine: Machine,
  shape: Shape,
  layout: Layout,
  lengths: { inputTokens: number; outputTokens: number; kvBytes: number },
): number {
  const spread = 1 + machine.constants.outputVariation;
  const held = lengths.inputTokens + HELD_SHARE_OF_OUTPUT * spread * lengths.outputTokens;
  const shards = kvShards(shape.llm.attention, shape.llm.kvHeads, layout.tensor);
  const bytesPerSequence = kvBytesOfSequence(shape.llm, held, lengths.kvBytes) / shards;
  const fits = Math.floor(cacheBytesPerChip(machine, shape, layout) / bytesPerSequence);
  return Math.max(0, Math.min(fits, Math.round(machine.constants.runningSequences)));
}
