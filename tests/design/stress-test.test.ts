/** A proposed rule put to real chips, real shipments, and to what could have been built on its day. */
import { readFileSync } from 'node:fs';
import { parseProposal } from '@floodgate/dataset';
import { type Passing, type StressTest, stressTest } from '@floodgate/engine/design';
import { createWorld } from '@floodgate/engine/world';
import { describe, expect, it } from 'vitest';
import { dataset } from '../dataset.ts';

const world = createWorld(dataset, dataset.cutoff);

function design(name: string, on?: string): StressTest {
  const path = new URL(`../../docs/examples/design-${name}.yaml`, import.meta.url);
  const { enactment, reading } = parseProposal(readFileSync(path, 'utf8'), name, dataset);
  const proposal = { enactment, reading, rulebook: world.rules, from: 'US', to: 'CN' };
  return stressTest(proposal, world, on ?? enactment.instrument.effective, ['training', 'inference']);
}

const october2022 = design('2022-10');
const november2023 = design('2023-11');
const bandwidth2025 = design('bandwidth-2025');

function best({ passing }: StressTest, objective: string): Passing {
  const found = passing.find((one) => one.objective === objective);
  if (!found) throw new Error(`nothing passes for ${objective}`);
  return found;
}

function aggregateIo({ chip }: Passing): number {
  return (chip.ioBandwidthGBs as number) + (chip.hostBandwidthGBs as number);
}

function on({ dates }: StressTest, day: string) {
  const found = dates.findLast((date) => date.on <= day);
  if (!found) throw new Error(`no chip by ${day}`);
  return found;
}

describe('the rule of October 2022', () => {
  it('caught the A100 and the H100, and missed the A800 and the H800 on the days on which they appeared', () => {
    expect(on(october2022, '2022-10-07').caught).toEqual(expect.arrayContaining(['a100-sxm-80', 'h100-sxm']));
    expect(on(october2022, '2022-11-08')).toMatchObject({ on: '2022-11-08', appeared: ['a800', 'a800-pcie'] });
    expect(on(october2022, '2022-11-08').missed).toContain('a800');
    expect(on(october2022, '2023-03-21').missed).toContain('h800');
  });

  it('leaves a hole of the shape of the A800 and H800: all the arithmetic, the links just under the line', () => {
    const { chip, metrics } = best(october2022, 'training');
    expect(aggregateIo(best(october2022, 'training'))).toBe(599);
    expect(metrics.tpp).toBe(1024 * 16);
    expect(metrics.memoryBandwidthGBs).toBe(8 * 670);
    expect(chip.ioBandwidthGBs).toBeGreaterThan(400);
  });

  it('lets through as much training as an H100 gives, and nearly all that could be built', () => {
    const { value, unbounded } = best(october2022, 'training');
    expect(value).toBeGreaterThan(0.95);
    expect(value / unbounded).toBeGreaterThan(0.95);
  });

  it('shows the cliff at 600 GB/s: above it a chip may have less than 4,800 TPP only', () => {
    const io = october2022.frontier.find((one) => one.attribute === 'aggregateIoGBs' && one.objective === 'training');
    const at = (value: number) => io?.points.find((point) => point.value === value)?.best ?? 0;
    expect(at(599)).toBeGreaterThan(3 * at(600));
    expect(at(600)).toBeGreaterThan(0);
  });
});

describe('the rule of November 2023', () => {
  it('catches the A800 and H800 and misses the H20', () => {
    const last = on(november2023, dataset.cutoff);
    expect(last.caught).toEqual(expect.arrayContaining(['a800', 'h800', 'h100-sxm', 'b200']));
    expect(last.missed).toContain('h20');
  });

  it('leaves a hole of the shape of the H20: arithmetic just under the line, bandwidths as great as there are', () => {
    const { metrics, chip } = best(november2023, 'inference');
    expect(metrics.tpp).toBe(2399);
    expect(metrics.memoryBandwidthGBs).toBe(8 * 819);
    expect(metrics.ioBandwidthGBs).toBe(1200);
    // Large enough a die that 1,600 TPP do not reach a density of 3.2.
    expect(2399 / (chip.dieAreaMm2 as number)).toBeLessThan(3.2);
  });

  it('takes most of the training and leaves decoding as it was', () => {
    const training = best(november2023, 'training');
    expect(training.value).toBeLessThan(0.25);
    expect(best(november2023, 'inference').value / training.value).toBeGreaterThan(2);
    expect(best(november2023, 'llama-70b-few-long').value).toBeGreaterThan(1.2);
    expect(best(november2023, 'qwen3-235b-reasoning').value).toBeGreaterThan(0.9);
  });

  it('is met by density alone where dies are large: 2,400 TPP pass under a density of 1.6', () => {
    const later = best(design('2023-11', '2024-12-01'), 'training');
    expect(later.metrics.tpp).toBe(3839);
    expect(later.chip.dieAreaMm2).toBe(2400);
  });

  it('is drawn with both sides of every limit', () => {
    const tpp = november2023.frontier.find((one) => one.attribute === 'tpp' && one.objective === 'inference');
    expect(tpp?.limits).toEqual([1600, 2400, 4800]);
    const at = (value: number) => tpp?.points.find((point) => point.value === value)?.best;
    expect(at(2399)).toBeGreaterThan(0.4);
    expect(at(2400)).toBeNull();
  });
});

describe('a rule on bandwidth beside the law of 2025', () => {
  it('catches the H20, by itself', () => {
    expect(on(bandwidth2025, '2025-04-14').byRule).toContain('h20');
    expect(on(bandwidth2025, '2025-04-14').caught).toContain('b200');
  });

  it('keeps every passing chip under the rule and under the law that stands beside it', () => {
    for (const { objective, chip, metrics } of bandwidth2025.passing) {
      const [memory, io] = [chip.memoryBandwidthGBs as number, chip.ioBandwidthGBs as number];
      expect(memory, objective).toBeLessThan(1400);
      expect(memory + io, objective).toBe(1699);
      expect(metrics.tpp, objective).toBeLessThan(4800);
    }
  });

  it('trades memory for links where training asks for it', () => {
    const io = (objective: string) => best(bandwidth2025, objective).chip.ioBandwidthGBs as number;
    expect(io('training')).toBeGreaterThan(io('inference'));
  });
});

describe('flows', () => {
  const total = (test: StressTest, chip: string) => test.flowTotals.find((one) => one.chip === chip);

  it('count chips made for China into China, and flagships wherever they went', () => {
    expect(total(october2022, 'h20')).toMatchObject({ counted: 'china', caught: 0 });
    expect(total(october2022, 'h100-sxm')).toMatchObject({ counted: 'world', missed: 0 });
    expect(total(october2022, 'ascend-910b')).toBeUndefined();
  });

  it('count a year once, whole or by its quarters', () => {
    const periods = october2022.flows.filter(({ chip }) => chip === 'h100-sxm').map(({ period }) => period);
    expect(periods).toEqual(['2022', '2023', '2024', '2025']);
  });

  it('move from missed to caught with the rule', () => {
    expect(total(october2022, 'h800')?.missed).toBeGreaterThan(0);
    expect(total(november2023, 'h800')?.missed).toBe(0);
    expect(total(november2023, 'h800')?.caught).toBe(total(october2022, 'h800')?.missed);
  });
});

describe('what could be built', () => {
  it('is bounded by parts on sale by the day, never by later ones', () => {
    for (const { region } of [october2022, november2023, bandwidth2025]) {
      const bounds = Object.values({ ...region, ...region.rates }).filter((one) => typeof one === 'object');
      for (const { from } of bounds as { from?: string }[]) {
        const chip = dataset.chips.find(({ id }) => id === from);
        if (from !== undefined) expect(chip?.released, from).toBeDefined();
        if (chip?.released) expect(chip.released <= region.on, from).toBe(true);
      }
    }
    expect(october2022.region.memoryStacks.value).toBe(8);
    expect(october2022.region.ioBandwidthGBs).toEqual({ value: 900, from: 'h100-sxm' });
  });

  it('is refused with the reason on a day before there were such parts', () => {
    expect(() => design('2022-10', '2014-01-01')).toThrow(/no-region/);
  });
});
