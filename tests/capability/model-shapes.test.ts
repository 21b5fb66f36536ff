import { shapeOf } from '@floodgate/engine/capability';
import { describe, expect, it } from 'vitest';
import { llm, world } from './capability-world.ts';

describe('shapes of language models', () => {
  it.each(
    world.llms.map((one) => [one.id, one] as const),
  )('%s: parameters are within 1.5% of those published', (_, one) => {
    const total = shapeOf(one).total / 1e9;
    expect(Math.abs(total / one.publishedTotalB - 1)).toBeLessThan(0.015);
  });

  it('DeepSeek-V3 has 671 billion parameters, of which a token uses 37 to 38', () => {
    const shape = shapeOf(llm('deepseek-v3'));
    expect(shape.total / 1e9).toBeCloseTo(671, 0);
    expect(shape.active / 1e9).toBeGreaterThan(37);
    expect(shape.active / 1e9).toBeLessThan(38.5);
  });
});
