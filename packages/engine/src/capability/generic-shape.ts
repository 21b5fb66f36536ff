/**
 * A plausible shape for a model of which only the sizes are known: depth to width as in the Llama models, eight KV heads
 * of 128, a feed-forward 3.5 times as wide as the model, and in a mixture 128 experts of which a token visits eight.
 */
import { power } from '../core/index.ts';
import type { Llm } from '../world/index.ts';

/** Hidden size over layers: 102 in Llama-3.1-70B, 128 in 8B. */
const WIDTH_OVER_DEPTH = 102;
/** Parameters of a layer over the square of the hidden size: 2.25 in attention, 10.5 in the feed-forward. */
const LAYER_SQUARES = 12.75;
const EXPERTS = 128;
const EXPERTS_ACTIVE = 8;

/** Sizes in billions of parameters. */
export function genericLlm(name: string, totalB: number, activeB: number): Llm {
  const mixture = activeB < 0.9 * totalB;
  const hidden = 128 * Math.max(4, Math.round(power((activeB * 1e9 * WIDTH_OVER_DEPTH) / LAYER_SQUARES, 1 / 3) / 128));
  const layers = Math.max(8, Math.round(hidden / WIDTH_OVER_DEPTH));
  const expertFfn = ((totalB - activeB) * 1e9) / (layers * (EXPERTS - EXPERTS_ACTIVE) * 3 * hidden);
  return {
    id: 'generic',
    name,
    published: '1970-01-01',
    layers,
    hidden,
    heads: hidden / 128,
    kvHeads: Math.min(8, hidden / 128),
    headDim: 128,
    attention: 'gqa',
    denseFfn: mixture ? 0 : 3.5 * hidden,
    denseLayers: mixture ? 0 : layers,
    expertFfn: mixture ? Math.round(expertFfn) : 0,
    experts: mixture ? EXPERTS : 0,
    expertsActive: mixture ? EXPERTS_ACTIVE : 0,
    sharedFfn: 0,
    vocab: 128_000,
    tiedEmbeddings: false,
    slidingLayers: 0,
    publishedTotalB: totalB,
    publishedActiveB: activeB,
    source: '',
  };
}
