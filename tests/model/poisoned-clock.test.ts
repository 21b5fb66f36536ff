import { capabilityOfProducts, planEvaluation } from '@floodgate/engine/scenario';
import { createWorld, type Dataset } from '@floodgate/engine/world';
import { describe, expect, it } from 'vitest';
import { dataset } from '../dataset.ts';

const AS_OF = '2025-07-25';
const AFTER = '2025-07-26';
const POISON = 'poison';

/** The dataset with a wrong row in every dated collection, each published the day after. */
function poisoned(): Dataset {
  const late = <T extends object>(rows: T[], change: object): T[] => [...rows, { ...rows[0], ...change } as T];
  return {
    ...dataset,
    sources: late(dataset.sources, { id: POISON, published: AFTER }),
    chips: late(dataset.chips, { id: POISON, published: AFTER, aliases: ['poisoned chip'] }),
    memory: late(dataset.memory, { id: POISON, published: AFTER }),
    goods: late(dataset.goods, { id: POISON, published: AFTER, aliases: [POISON] }),
    facts: late(dataset.facts, { id: POISON, published: AFTER }),
    llms: late(dataset.llms, { id: POISON, published: AFTER }),
    workloads: late(dataset.workloads, { id: POISON, published: AFTER, weight: 1e9 }),
    efficiencies: dataset.efficiencies.flatMap((row) => [
      row,
      { ...row, id: `${row.id}-${POISON}`, published: AFTER, estimate: '1e-6' },
    ]),
    parameters: dataset.parameters.map((parameter) => ({
      ...parameter,
      vintages: [...parameter.vintages, { known: AFTER, estimate: '123456789', facts: [], reason: POISON }],
    })),
    shipments: dataset.shipments.flatMap((row) => [row, { ...row, known: AFTER, units: '123456789', reason: POISON }]),
    rules: {
      ...dataset.rules,
      instruments: [
        ...dataset.rules.instruments,
        { ...dataset.rules.instruments[0], id: POISON, published: AFTER, effective: '2022-01-01' },
      ],
      provisions: dataset.rules.provisions.map((provision) => ({
        ...provision,
        versions: [...provision.versions, { ...provision.versions[0], instrument: POISON, paragraph: POISON }],
      })),
    },
  };
}

describe('a World as of a day', () => {
  it('is the same whether or not the dataset holds rows published the day after', () => {
    expect(createWorld(poisoned(), AS_OF)).toEqual(createWorld(dataset, AS_OF));
    expect(JSON.stringify(createWorld(poisoned(), AS_OF))).not.toContain(POISON);
  });

  it('takes the same rows in on the day itself', () => {
    expect(JSON.stringify(createWorld(poisoned(), AFTER))).toContain(POISON);
  });

  it('gives the same plan of an evaluation', () => {
    const decision = dataset.decisions.find(({ id }) => id === 'h20-reversal-2025-07')!;
    const plan = (from: Dataset) => {
      const world = createWorld(from, AS_OF);
      return planEvaluation({
        world,
        decision,
        capability: capabilityOfProducts(world),
        until: 2027,
        overrides: new Map(),
      });
    };
    expect(plan(poisoned())).toEqual(plan(dataset));
  });
});
