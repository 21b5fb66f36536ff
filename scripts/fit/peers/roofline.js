/**
 * The pure roofline: arithmetic of the active parameters over the peak, bytes of weights and cache over the bandwidth, and
 * the larger of the two (Williams, Waterman and Patterson, CACM 52(4), 2009). No efficiency, no links, no overhead.
 */
import {
  decodeAttentionFlops,
  kvBytesOfSequence,
  prefillAttentionFlops,
} from '../../../packages/engine/dist/capability/layer-shapes.js';
import { inMetric } from './case.js';

/** @param {any} one */
export function roofline(one) {
  const { shape, rates, chips, llm, formats } = one;
  const flops = chips * rates.flops;
  const bandwidth = chips * rates.memoryBytesPerSecond;
  const active = shape.active - shape.head;
  const attention = llm.layers * prefillAttentionFlops(llm) * (one.input / 2);
  const prefillToken = (2 * active + attention) / flops;
  const prompt = Math.max(one.input * prefillToken, one.weights / bandwidth);
  const step = (/** @type {number} */ batch) => {
    const compute = batch * (2 * active + llm.layers * decodeAttentionFlops(llm) * one.context);
    const touched = Math.min(shape.total, shape.active * batch);
    const bytes = touched * formats.bytesPerWeight + batch * kvBytesOfSequence(llm, one.context, formats.kvBytes);
    return Math.max(compute / flops, bytes / bandwidth);
  };
  return inMetric(one, { prefillToken, prompt, step });
}
