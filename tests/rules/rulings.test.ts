/** An answer that is looked up is the answer that is worked out, whoever asked before. */
import {
  type Answer,
  classify,
  encode,
  type Item,
  type ItemSpec,
  itemOf,
  itemOfGoods,
  RuleError,
  type Ruling,
  ruleOn,
  ruleOnAll,
  type Transaction,
} from '@floodgate/engine/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complete, dataset, rulebook, transaction } from './law-of-the-land.ts';

const HIDEABLE = ['tpp', 'performanceDensity', 'memoryBandwidthGBs', 'ioBandwidthGBs', 'dataCenter', 'released'];
const known = [...dataset.chips.map(itemOf), ...dataset.goods.map(itemOfGoods)];

/** Chips and goods of the data, and chips that do not exist, some of their figures hidden. */
const item: fc.Arbitrary<Item> = fc.oneof(
  fc.constantFrom(...known),
  fc.tuple(complete, fc.subarray(HIDEABLE)).map(([spec, hidden]) => {
    const shown = Object.entries(spec).filter(([key]) => !hidden.includes(key));
    return itemOf(Object.fromEntries(shown) as ItemSpec);
  }),
);

/** Worked out for this question alone: nothing is shared where the caller supposes anything, even nothing. */
const alone = (one: Item, asked: Transaction) => classify(rulebook, one, asked, { suppose: new Map() });

const inShort = ({ classification, controlledBy, licence, charges }: Answer) => ({
  classification,
  controlledBy,
  licence,
  chargedBy: [...new Set(charges.map(({ by }) => by))],
});
const inShortOf = ({ classification, controlledBy, licence, chargedBy }: Ruling) => ({
  classification,
  controlledBy,
  licence,
  chargedBy,
});

describe('an answer from the table of decisions', () => {
  it('is the answer worked out alone, with its trace and all else', () => {
    fc.assert(
      fc.property(item, transaction, (one, asked) => {
        const expected = alone(one, asked);
        expect(classify(rulebook, one, asked)).toEqual(expected);
        expect(inShortOf(ruleOn(rulebook, one, asked))).toEqual(inShort(expected));
      }),
      { numRuns: 1500 },
    );
  });

  it('is the same for a column as for its rows', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(item, transaction), { minLength: 1, maxLength: 60 }), (rows) => {
        const column = <T>(cell: (asked: Transaction) => T) => encode(rows.map(([, asked]) => cell(asked)));
        const endUser = Object.fromEntries(
          rulebook.attributes
            .filter(({ of }) => of === 'end-user')
            .map(({ id }) => [id, column(({ endUser }) => endUser?.[id])]),
        );
        const { outcomes, codes } = ruleOnAll(rulebook, {
          item: encode(rows.map(([one]) => one)),
          from: column(({ from }) => from),
          to: column(({ to }) => to),
          on: column(({ on }) => on),
          endUser,
        });
        for (const [i, [one, asked]] of rows.entries())
          expect(outcomes[codes[i]]).toEqual(ruleOn(rulebook, one, asked));
      }),
      { numRuns: 40 },
    );
  });

  it('refuses facts that no law asks for, whether or not the question was asked before', () => {
    const asked = { from: 'US', to: 'CN', on: '2024-06-01' };
    ruleOn(rulebook, known[0], asked);
    expect(() => ruleOn(rulebook, known[0], { ...asked, endUser: { entityLst: true } })).toThrow('bad-end-user');
    const one = <T>(value: T) => encode([value]);
    const columns = { item: one(known[0]), from: one('US'), to: one('CN'), on: one('2024-06-01') };
    const endUser = { entityList: one('maybe') };
    expect(() => ruleOnAll(rulebook, { ...columns, endUser })).toThrow('bad-end-user');
  });

  it('is the contradiction, where the law contradicts itself, every time', () => {
    const [provision] = rulebook.provisions.filter(({ kind }) => kind === 'classification');
    const [version] = provision.versions.slice(-1);
    const rival = (id: string, classification: string) => ({
      ...provision,
      id,
      versions: [{ ...version, when: 'always', unless: [], overrides: [], gives: { classification } }],
    });
    const law = { ...rulebook, provisions: [...rulebook.provisions, rival('x.one', 'X1'), rival('x.two', 'X2')] };
    for (let i = 0; i < 2; i++) {
      expect(() => ruleOn(law, known[0], { from: 'US', to: 'CN', on: '2026-01-01' })).toThrow(RuleError);
    }
  });
});
