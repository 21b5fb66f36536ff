/**
 * Parameters of each part of a language model and bytes of its key-value cache, from its shape.
 * Checked against published totals in layer-shapes.test.ts.
 */
import type { Llm } from '../world/index.ts';

/** Parameter counts: of one layer's parts, and of the whole. */
export interface Shape {
  llm: Llm;
  attention: number;
  denseFfn: number;
  /** One routed expert. */
  expert: number;
  shared: number;
  router: number;
  /** Output projection; the input embedding is as large again unless the two are tied. */
  head: number;
  moeLayers: number;
  total: number;
  active: number;
}

export function shapeOf(llm: Llm): Shape {
  const attention = attentionParameters(llm);
  const denseFfn = 3 * llm.hidden * llm.denseFfn;
  const expert = 3 * llm.hidden * llm.expertFfn;
  const shared = 3 * llm.hidden * llm.sharedFfn;
  const router = llm.hidden * llm.experts;
  const head = llm.vocab * llm.hidden;
  const moeLayers = llm.experts > 0 ? llm.layers - llm.denseLayers : 0;
  const trunk = llm.layers * attention + llm.denseLayers * denseFfn + moeLayers * (shared + router);
  const embeddings = llm.tiedEmbeddings ? head : 2 * head;
  return {
    llm,
    attention,
    denseFfn,
    expert,
    shared,
    router,
    head,
    moeLayers,
    total: trunk + moeLayers * llm.experts * expert + embeddings,
    active: trunk + moeLayers * llm.expertsActive * expert + embeddings,
  };
}

/** Grouped-query: query, key, value and output projections. Latent: the two low-rank paths of DeepSeek-V2, section 2.1. */
function attentionParameters(llm: Llm): number {
  const { hidden, heads, kvHeads, headDim } = llm;
  if (llm.attention === 'gqa') return 2 * hidden * heads * headDim + 2 * hidden * kvHeads * headDim;
  const { queryRank, latent, nope, rope, value } = latentDims(llm);
  return (
    hidden * queryRank +
    queryRank * heads * (nope + rope) +
    hidden * (latent + rope) +
    latent * heads * (nope + value) +
    heads * value * hidden
  );
}

export function latentDims(llm: Llm) {
  return {
    queryRank: llm.qLoraRank ?? 0,
    latent: llm.kvLoraRank ?? 0,
    nope: llm.qkNopeDim ?? 0,
    rope: llm.qkRopeDim ?? 0,
    value: llm.vHeadDim ?? 0,
  };
}

/** Elements of the cache that one token adds in one layer. */
function kvElements(llm: Llm): number {
  return llm.attention === 'mla' ? (llm.kvLoraRank ?? 0) + (llm.qkRopeDim ?? 0) : 2 * llm.kvHeads * llm.headDim;
}

/** Bytes that a sequence of `tokens` holds in the cache, over all layers; sliding-window layers hold their window. */
export function kvBytesOfSequence(llm: Llm, tokens: number, bytesPerElement: number): number {
  return kvElements(llm) * bytesPerElement * heldTokens(llm, tokens);
}

/** Tokens that the layers hold between them for a sequence of `tokens`. */
export function heldTokens(llm: Llm, tokens: number): number {
  const window = Math.min(tokens, llm.slidingWindow ?? tokens);
  return (llm.layers - llm.slidingLayers) * tokens + llm.slidingLayers * window;
}

/** Floating-point operations of one query token on one held token, in one layer, when decoding. */
export function decodeAttentionFlops(llm: Llm): number {
  if (llm.attention === 'gqa') return 4 * llm.heads * llm.headDim;
  const { latent, rope } = latentDims(llm);
  // Absorbed form: scores over latent + rope dimensions, values over the latent ones.
  return 2 * llm.heads * (2 * latent + rope);
}

/** The same in prefill and training, where keys and values are expanded to full heads. */
export function prefillAttentionFlops(llm: Llm): number {
  if (llm.attention === 'gqa') return 4 * llm.heads * llm.headDim;
  const { nope, rope, value } = latentDims(llm);
  return 2 * llm.heads * (nope + rope + value);
}
