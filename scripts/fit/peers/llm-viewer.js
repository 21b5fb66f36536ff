/**
 * LLM-Viewer (arXiv 2402.16363, defaults of revision 472f71f): every operator takes the larger of arithmetic over peak and
 * bytes over bandwidth, counting activations in and out, with attention scores written to memory and read back. It knows
 * dense models only, and no links.
 */
import {
  decodeAttentionFlops,
  kvBytesOfSequence,
  prefillAttentionFlops,
} from '../../../packages/engine/dist/capability/layer-shapes.js';
import { inMetric } from './case.js';
import { operatorsOf } from './operators.js';

/** @param {any} one */
export function llmViewer(one) {
  const { shape, rates, chips, llm, formats } = one;
  if (llm.experts > 0 || llm.attention === 'mla') return undefined;
  const bandwidth = chips * rates.memoryBytesPerSecond;
  const operator = (/** @type {number} */ operations, /** @type {number} */ bytes, peak = rates.flops) =>
    Math.max(operations / (chips * peak), bytes / bandwidth);
  const pass = (
    /** @type {number} */ rows,
    /** @type {number} */ context,
    /** @type {number} */ cacheBytes,
    /** @type {number} */ attentionFlops,
  ) => {
    let layer = 0;
    for (const { parameters, count } of operatorsOf(one)) {
      const activations = 2 * rows * (llm.hidden + parameters / llm.hidden);
      layer +=
        (count / llm.layers) * operator(2 * rows * parameters, parameters * formats.bytesPerWeight + activations);
    }
    const scores = 2 * rows * llm.heads * context;
    const halves = attentionFlops / 2;
    layer += operator(halves, cacheBytes / 2 + scores, rates.flops16);
    layer += operator(5 * rows * llm.heads * context, 2 * scores, rates.flops16);
    layer += operator(halves, cacheBytes / 2 + scores, rates.flops16);
    return llm.layers * layer + operator(2 * rows * shape.head, 2 * shape.head, rates.flops16);
  };
  const prefill = () => {
    const cache = kvBytesOfSequence(llm, one.input, formats.kvBytes) / llm.layers;
    return pass(one.input, one.input, cache, one.input * prefillAttentionFlops(llm) * one.input);
  };
  const step = (/** @type {number} */ batch) => {
    const cache = (batch * kvBytesOfSequence(llm, one.context, formats.kvBytes)) / llm.layers;
    return pass(batch, one.context, cache, batch * decodeAttentionFlops(llm) * one.context);
  };
  return inMetric(one, { prefillToken: prefill() / one.input, prompt: prefill(), step });
}
