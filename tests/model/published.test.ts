import { capabilityOfProducts, evaluate, runDraws } from '@floodgate/engine/scenario';
import { createWorld } from '@floodgate/engine/world';
import { describe, expect, it } from 'vitest';
import { dataset } from '../dataset.ts';

// The recorded law over all years is the world without the hypothetical `no-controls`.
const world = createWorld(dataset, dataset.cutoff);
const { evaluation } = await evaluate(
  {
    world,
    decision: dataset.decisions.find(({ id }) => id === 'no-controls')!,
    capability: capabilityOfProducts(world),
    until: 2026,
    draws: 400,
    seed: 1,
    overrides: new Map(),
    title: (id) => ({ en: id, zh: id }),
  },
  async (blocks) => blocks.map(runDraws),
);
const fact = (id: string) => dataset.facts.find((one) => one.id === id)!.mid!;
const outcome = (id: string, period: number) =>
  evaluation.outcomes.find((one) => one.id === id && one.period === String(period))!.without;

describe('the recorded past, against figures that the model does not read', () => {
  it('holds as much compute at the end of 2025 as Epoch counts sold, within a fifth', () => {
    const sold = ['nvidia', 'amd', 'tpu', 'trainium'].reduce(
      (sum, who) => sum + fact(`epoch-${who}-cum-h100e-2025-12-31`),
      0,
    );
    const { p50 } = outcome('stock.world.training', 2025);
    expect(p50 / sold).toBeGreaterThan(0.8);
    expect(p50 / sold).toBeLessThan(1.2);
  });

  it("holds the Nvidia chips that Epoch counts as China's legal purchases from 2022 to 2025, within its own interval", () => {
    const chips = ['a100-sxm-80', 'h100-sxm', 'a800', 'h800', 'h20'];
    const units = chips.flatMap((chip) =>
      [2022, 2023, 2024, 2025].map((year) => outcome(`shipments.${chip}.cn`, year).p50),
    );
    const total = units.reduce((sum, one) => sum + one, 0);
    const { low, high } = dataset.facts.find(({ id }) => id === 'epoch-owner-china-nvidia-units-2025-12-31')!;
    expect(total).toBeGreaterThan(low!);
    expect(total).toBeLessThan(high!);
  });

  it('gives China a larger share of inference than of training, since memory is what its chips have', () => {
    for (const year of [2024, 2025, 2026]) {
      expect(outcome('share.cn.inference', year).p50).toBeGreaterThan(outcome('share.cn.training', year).p50);
    }
  });

  it('gives Nvidia less from data-centre chips in China than its whole revenue there in fiscal 2025', () => {
    expect(outcome('revenue.nvidia.cn', 2024).p50).toBeLessThan(fact('nvidia-china-revenue-fy25'));
    expect(outcome('revenue.nvidia.cn', 2024).p50).toBeGreaterThan(0.4 * fact('nvidia-china-revenue-fy25'));
  });
});
