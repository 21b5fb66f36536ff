/**
 * InferSim (Alibaba, revision f2293da) without its kernel tables: arithmetic at the default utilisation of the chip, weights
 * and cache at 80% of the bandwidth and the larger of the two, attention in prefill at 0.9 and causal at 1/1.8, volumes over
 * 80% of the link, 5 ms a decode step and 30 ms a prefill pass for the scheduler.
 */
import {
  decodeAttentionFlops,
  kvBytesOfSequence,
  prefillAttentionFlops,
} from '../../../packages/engine/dist/capability/layer-shapes.js';
import { inMetric } from './case.js';
import { operatorsOf, touchedExperts } from './operators.js';

/** Its table knows H20, H800 and GB200; others take the value of their like. @param {string} chip */
function utilisation(chip) {
  if (chip.startsWith('h20') && !chip.startsWith('h200')) return 0.6;
  return /^g?b[123]0/.test(chip) ? 0.5 : 0.35;
}

/** @param {any} one */
export function infersim(one) {
  const { shape, rates, chips, llm, formats } = one;
  const share = utilisation(one.chip.id);
  const bandwidth = 0.8 * rates.memoryBytesPerSecond;
  const pass = (/** @type {number} */ rows, /** @type {number} */ attention) => {
    const multiply = (/** @type {number} */ parameters) => (2 * rows * parameters) / (rates.flops * share * chips);
    let seconds = attention;
    for (const { parameters, count } of operatorsOf(one)) seconds += count * multiply(parameters);
    if (shape.moeLayers > 0) {
      const read = touchedExperts(llm, rows) * shape.expert * formats.bytesPerExpertWeight;
      seconds += shape.moeLayers * Math.max(multiply(llm.expertsActive * shape.expert), read / bandwidth / chips);
    }
    const reduced = chips === 1 ? 0 : (2 * rows * llm.hidden * 2 * (chips - 1)) / chips / (0.8 * one.link);
    return seconds + 2 * llm.layers * reduced;
  };
  const prefill = (/** @type {number} */ tokens) =>
    pass(tokens, (tokens * llm.layers * prefillAttentionFlops(llm) * one.input) / 1.8 / (rates.flops16 * 0.9 * chips)) +
    0.03;
  const step = (/** @type {number} */ batch) => {
    const compute = (batch * llm.layers * decodeAttentionFlops(llm) * one.context) / (rates.flops16 * share);
    const memory = (batch * kvBytesOfSequence(llm, one.context, formats.kvBytes)) / bandwidth;
    return pass(batch, Math.max(compute, memory) / chips) + 0.005;
  };
  return inMetric(one, { prefillToken: prefill(16_384) / 16_384, prompt: prefill(one.input), step });
}
