/**
 * GenZ (arXiv 2406.01698, defaults of revision 091bdd0): every operator takes the larger of its arithmetic and memory time at
 * one system efficiency, 1 by default; tensor parallelism adds two ring all-reduces a layer with 1.9 us a hop.
 */
import {
  decodeAttentionFlops,
  kvBytesOfSequence,
  prefillAttentionFlops,
} from '../../../packages/engine/dist/capability/layer-shapes.js';
import { inMetric } from './case.js';
import { operatorsOf, touchedExperts } from './operators.js';

const SYSTEM_EFFICIENCY = 1;
const HOP_SECONDS = 1.9e-6;

/** @param {any} one */
export function genz(one) {
  const { shape, rates, chips, llm, formats } = one;
  const flops = rates.flops * SYSTEM_EFFICIENCY;
  const bandwidth = rates.memoryBytesPerSecond * SYSTEM_EFFICIENCY;
  const multiply = (/** @type {number} */ rows, /** @type {number} */ parameters, /** @type {number} */ read) =>
    Math.max((2 * rows * parameters) / flops, (read * formats.bytesPerWeight) / bandwidth) / chips;
  const allReduce = (/** @type {number} */ rows) =>
    chips === 1 ? 0 : 2 * (chips - 1) * HOP_SECONDS + (2 * (chips - 1) * rows * llm.hidden * 2) / (chips * one.link);
  const pass = (/** @type {number} */ rows, /** @type {number} */ attention) => {
    let seconds = attention + multiply(rows, shape.head, shape.head);
    for (const { parameters, count } of operatorsOf(one)) seconds += count * multiply(rows, parameters, parameters);
    if (shape.moeLayers > 0) {
      const read = touchedExperts(llm, rows) * shape.expert;
      seconds += shape.moeLayers * multiply(rows * llm.expertsActive, shape.expert, read);
    }
    return seconds + 2 * llm.layers * allReduce(rows);
  };
  const prefill = (/** @type {number} */ tokens) =>
    pass(tokens, (tokens * llm.layers * prefillAttentionFlops(llm) * (one.input / 2)) / (rates.flops16 * chips));
  const step = (/** @type {number} */ batch) => {
    const compute = (batch * llm.layers * decodeAttentionFlops(llm) * one.context) / rates.flops16;
    const memory = (batch * kvBytesOfSequence(llm, one.context, formats.kvBytes)) / bandwidth;
    return pass(batch, Math.max(compute, memory) / chips);
  };
  return inMetric(one, { prefillToken: prefill(8192) / 8192, prompt: prefill(one.input), step });
}
