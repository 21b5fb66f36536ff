/** Time of one decode step: every running sequence gets its next token, or verifies some that were drafted. */
import { addDecodeAttention } from './attention-time.ts';
import type { Shape } from './layer-shapes.ts';
import type { Layout, Machine } from './machine.ts';
import { addHead } from './operator-time.ts';
import { addLayers } from './step-time.ts';
import { addScaled, emptyTally, type Tally } from './tally.ts';

/** Block diffusion drafts tens of tokens with the model itself, not with a layer for each. */
const MOST_DRAFTING = 0.1;

export interface DecodeStep {
  /** Sequences in each attention group. */
  sequences: number;
  /** Mean tokens held by a sequence. */
  context: number;
  kvBytes: number;
  /** Rows computed for each sequence: 1, or one more than are drafted. */
  verified?: number;
}

export function decodeStep(machine: Machine, shape: Shape, layout: Layout, step: DecodeStep): Tally {
  const { sequences, context, kvBytes, verified = 1 } = step;
  const tally = emptyTally();
  addLayers(tally, machine, shape, layout, sequences * verified, 'decode');
  addDecodeAttention(tally, machine, shape, sequences, context, layout.tensor, kvBytes, verified);
  addHead(tally, machine, shape.head / layout.tensor, sequences * verified);
  // Each draft runs one more layer and the output projection.
  const drafting = (verified - 1) / shape.llm.layers;
  if (drafting > 0) addScaled(tally, { ...tally }, Math.min(drafting, MOST_DRAFTING));
  return tally;
}
