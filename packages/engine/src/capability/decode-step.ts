/** Time of one decode step: every running sequence gets its next token. */
import { addDecodeAttention } from './attention-time.ts';
import type { Shape } from './layer-shapes.ts';
import type { Layout, Machine } from './machine.ts';
import { addHead } from './operator-time.ts';
import { addLayers } from './step-time.ts';
import { emptyTally, type Tally } from './tally.ts';

export interface DecodeStep {
  /** Sequences in each attention group. */
  sequences: number;
  /** Mean tokens held by a sequence. */
  context: number;
  kvBytes: number;
}

export function decodeStep(machine: Machine, shape: Shape, layout: Layout, step: DecodeStep): Tally {
  const tally = emptyTally();
  addLayers(tally, machine, shape, layout, step.sequences, 'decode');
  addDecodeAttention(tally, machine, shape, step.sequences, step.context, layout.tensor, step.kvBytes);
  addHead(tally, machine, shape.head / layout.tensor, step.sequences);
  return tally;
}
