/** The search against brute force: nothing that passes beats what it finds. */
import { readFileSync } from 'node:fs';
import { parseProposal } from '@floodgate/dataset';
import {
  byCell,
  chipOf,
  createWorth,
  lawWith,
  limitsOf,
  mostCapable,
  type Proposal,
  regionOn,
  type Sketch,
  type Space,
  verdictOn,
} from '@floodgate/engine/design';
import { itemOf } from '@floodgate/engine/rules';
import { createWorld, type Enactment } from '@floodgate/engine/world';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataset } from '../dataset.ts';

const world = createWorld(dataset, dataset.cutoff);

function spaceOf({
  enactment,
  reading,
  on,
}: {
  enactment: Enactment;
  reading: Proposal['reading'];
  on: string;
}): Space {
  const proposal = { enactment, reading, rulebook: world.rules, from: 'US', to: 'CN' };
  const law = lawWith(proposal, on);
  const region = regionOn(world.chips, on);
  const worth = createWorth(world, region);
  const passes = (sketch: Sketch) =>
    verdictOn(proposal, law, itemOf(chipOf(sketch, region, worth.reference)), on).required === false;
  return { region, worth, limits: limitsOf(law), passes };
}

function example(name: string): Space {
  const path = new URL(`../../docs/examples/design-${name}.yaml`, import.meta.url);
  const { enactment, reading } = parseProposal(readFileSync(path, 'utf8'), name, dataset);
  return spaceOf({ enactment, reading, on: enactment.instrument.effective });
}

/** With the law asked once for each cell. */
function quickly(space: Space): Space {
  return { ...space, passes: byCell(space.passes, space.region, space.limits) };
}

function inside({ region }: Space): fc.Arbitrary<Sketch> {
  const share = fc.double({ min: 0.02, max: 1, noNaN: true });
  return fc.tuple(share, share, share, share).map(([tpp, area, memory, io]) => {
    const areaMm2 = Math.max(1, Math.round(area * region.areaMm2.value));
    return {
      tpp: Math.max(1, Math.floor(tpp * Math.min(16_000, areaMm2 * region.tppPerMm2.value))),
      areaMm2,
      memoryBandwidthGBs: Math.max(1, Math.round(memory * region.memoryStacks.value * region.stackGBs.value)),
      ioBandwidthGBs: Math.max(1, Math.round(io * region.ioBandwidthGBs.value)),
    };
  });
}

describe.each(['2022-10', '2023-11', 'bandwidth-2025'])('the best passing chip under %s', (name) => {
  const space = example(name);

  it.each(['training', 'inference'])('is beaten by no chip of the region that passes, for %s', (objective) => {
    const found = mostCapable(quickly(space), objective);
    expect(found && space.passes(found.sketch)).toBe(true);
    fc.assert(
      fc.property(inside(space), (sketch) => {
        if (!space.passes(sketch)) return;
        expect(space.worth.of(sketch, objective)).toBeLessThanOrEqual((found?.value ?? 0) * (1 + 1e-9));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('is told to pass or not by its cell as it is by the law', () => {
    const quick = byCell(space.passes, space.region, space.limits);
    fc.assert(
      fc.property(inside(space), (sketch) => {
        expect(quick(sketch)).toBe(space.passes(sketch));
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  it('stands just under a limit: one more unit of whatever the limit is on is caught', () => {
    const { sketch } = mostCapable(quickly(space), 'inference')!;
    const more = [
      { ...sketch, tpp: sketch.tpp + 1 },
      { ...sketch, memoryBandwidthGBs: sketch.memoryBandwidthGBs + 1 },
      { ...sketch, ioBandwidthGBs: sketch.ioBandwidthGBs + 1 },
    ];
    expect(more.some((one) => !space.passes(one))).toBe(true);
  });

  it('is the same every time', () => {
    expect(mostCapable(quickly(example(name)), 'inference')).toEqual(mostCapable(quickly(space), 'inference'));
  });
});

describe('limits that are no whole numbers', () => {
  it.each([
    ['tpp >= 2400.5', 2400],
    ['tpp > 2400', 2400],
    ['tpp >= 2400', 2399],
  ])('%s lets %d pass', (test, most) => {
    const text = readFileSync(new URL('../../docs/examples/design-2022-10.yaml', import.meta.url), 'utf8')
      .replace('"aggregateIoGBs >= {example-2022-10.io}"', 'to in CN')
      .replace('"tpp >= {example-2022-10.tpp}"', `"${test}"`);
    const { enactment, reading } = parseProposal(text, 'limit.yaml', dataset);
    const found = mostCapable(spaceOf({ enactment, reading, on: '2023-11-17' }), 'training');
    expect(found?.sketch.tpp).toBe(most);
  });
});
