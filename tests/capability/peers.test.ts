/** The published closed forms, rewritten to stand beside ours, give what can be worked out by hand. */
import { describe, expect, it } from 'vitest';
import { caseOf } from '../../scripts/fit/peers/case.js';
import { genz } from '../../scripts/fit/peers/genz.js';
import { infersim } from '../../scripts/fit/peers/infersim.js';
import { llmViewer } from '../../scripts/fit/peers/llm-viewer.js';
import { roofline } from '../../scripts/fit/peers/roofline.js';
import { world } from './capability-world.ts';

const row = {
  chip: 'H100-SXM',
  chips_used: '1',
  model: 'Llama-3.1-8B',
  precision: 'FP16',
  tensor_parallel: '1',
  batch_or_concurrency: '1',
  input_tokens: '1000',
  output_tokens: '2',
  phase: 'decode',
  metric: 'tok/s/user',
};
const one = (change = {}) => caseOf(world, { ...row, ...change }, {});

describe('the pure roofline', () => {
  it('decodes one sequence as fast as weights and cache are read: 16.06 GB and 131 MB at 3.35 TB/s', () => {
    expect(roofline(one())).toBeCloseTo(3.35e12 / (16.06e9 + 0.131e9), -1);
  });

  it('is not exceeded by the others in decode', () => {
    for (const peer of [genz, llmViewer, infersim]) expect(peer(one())!).toBeLessThan(1.1 * roofline(one())!);
  });
});

describe('GenZ', () => {
  it('adds two ring all-reduces a layer', () => {
    const alone = 1 / genz(one())!;
    const two = 1 / genz(one({ tensor_parallel: '2', chips_used: '2' }))!;
    expect(two).toBeGreaterThan(alone / 2 + 32 * 2 * 2 * 1.9e-6);
  });
});

describe('LLM-Viewer', () => {
  it('does not know mixtures or latent attention', () => {
    expect(llmViewer(one({ model: 'DeepSeek-V3', tensor_parallel: '16', chips_used: '16' }))).toBeUndefined();
  });
});

describe('a case', () => {
  it('is none for training and for speculation, which no closed form has', () => {
    expect(one({ phase: 'training' })).toBeUndefined();
    expect(one({ speculation: 'eagle3' })).toBeUndefined();
  });

  it('takes the fewest chips that hold the weights where the row does not say', () => {
    expect(one({ model: 'Llama-3.1-70B', tensor_parallel: undefined, chips_used: '8' })!.chips).toBe(4);
  });
});
