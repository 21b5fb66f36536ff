/** Time to read prompts: the same layers with thousands of rows, so bound by arithmetic and links. */
import { addPrefillAttention } from './attention-time.ts';
import type { Shape } from './layer-shapes.ts';
import type { Layout, Machine } from './machine.ts';
import { addHead } from './operator-time.ts';
import { addLayers } from './step-time.ts';
import { addScaled, emptyTally, type Tally } from './tally.ts';

/** Tokens that serving software puts in one pass by default. */
export const CHUNK_TOKENS = 8192;

/** Seconds for one attention group to read one token of prompts of this length, many prompts being queued. */
export function prefillPerToken(machine: Machine, shape: Shape, layout: Layout, promptTokens: number): Tally {
  const tally = emptyTally();
  addScaled(tally, prefillPass(machine, shape, layout, CHUNK_TOKENS, promptTokens), 1 / CHUNK_TOKENS);
  return tally;
}

/** Seconds to read one prompt alone, in chunks when it is longer than one pass. */
export function prefillOfPrompt(machine: Machine, shape: Shape, layout: Layout, promptTokens: number): Tally {
  const passes = Math.ceil(promptTokens / CHUNK_TOKENS);
  const tally = emptyTally();
  addScaled(tally, prefillPass(machine, shape, layout, promptTokens / passes, promptTokens), passes);
  return tally;
}

/** One pass over `tokens` of prompts of length `promptTokens`; only last tokens need the output projection. */
function prefillPass(machine: Machine, shape: Shape, layout: Layout, tokens: number, promptTokens: number): Tally {
  const tally = emptyTally();
  addLayers(tally, machine, shape, layout, tokens, 'prefill');
  addPrefillAttention(tally, machine, shape, tokens, promptTokens, layout.tensor);
  addHead(tally, machine, shape.head / layout.tensor, Math.max(tokens / promptTokens, 1));
  return tally;
}
