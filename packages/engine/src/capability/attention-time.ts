/**
 * Time of attention itself, over all layers. Decode reads the cache once for each new token; the compute side, which
 * simple rooflines leave out, decides for latent attention: 128 heads share one latent, so a byte read is used about
 * 240 times, above the ratio of arithmetic to bandwidth of a chip such as the H20.
 */
import {
  decodeAttentionFlops,
  heldTokens,
  kvBytesOfSequence,
  prefillAttentionFlops,
  type Shape,
} from './layer-shapes.ts';
import type { Machine } from './machine.ts';
import { addRoofline, type Tally } from './tally.ts';

/**
 * `sequences` of `context` tokens each take one step, with heads split over `tensor` chips; `verified` tokens of each
 * sequence share one read of its cache.
 */
export function addDecodeAttention(
  tally: Tally,
  machine: Machine,
  shape: Shape,
  sequences: number,
  context: number,
  tensor: number,
  kvBytes: number,
  verified: number,
): void {
  const { llm } = shape;
  const { rates, constants } = machine;
  const latent = llm.attention === 'mla';
  const share = latent ? constants.latentAttentionCompute : constants.attentionCompute;
  const flops = sequences * verified * heldTokens(llm, context) * decodeAttentionFlops(llm);
  const bytes = (sequences * kvBytesOfSequence(llm, context, kvBytes)) / kvShards(llm.attention, llm.kvHeads, tensor);
  addRoofline(
    tally,
    flops / (tensor * rates.flops16 * share),
    bytes / (rates.memoryBytesPerSecond * constants.kvStreaming),
    1,
  );
}

/** Chips over which the cache of one sequence is split: KV heads divide, a latent is copied to every chip. */
export function kvShards(attention: 'gqa' | 'mla', kvHeads: number, tensor: number): number {
  return attention === 'mla' ? 1 : Math.min(tensor, kvHeads);
}

/** `tokens` of prompts of length `promptTokens` attend to what precedes them: half of the prompt on average. */
export function addPrefillAttention(
  tally: Tally,
  machine: Machine,
  shape: Shape,
  tokens: number,
  promptTokens: number,
  tensor: number,
): void {
  const flops = tokens * heldTokens(shape.llm, promptTokens / 2) * prefillAttentionFlops(shape.llm);
  tally.compute += flops / (tensor * machine.rates.flops16 * machine.constants.prefillAttentionCompute);
}
