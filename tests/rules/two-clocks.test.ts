/** A rulebook as of a day holds nothing that was published later; withholding takes away all that an instrument did. */
import { type Answer, checkLaw, classify, itemOf, withhold } from '@floodgate/engine/rules';
import { findChip, rulebookAsOf } from '@floodgate/engine/world';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataset, day, rulebook } from './law-of-the-land.ts';

const h20 = itemOf(findChip(dataset, 'h20'));

function ask(rules: typeof rulebook, on: string): Answer {
  return classify(rules, h20, { from: 'US', to: 'CN', on });
}

describe('the law as known on a day', () => {
  it('holds no instrument, version, value, status, membership or remark published later', () => {
    fc.assert(
      fc.property(day, (asOf) => {
        const known = rulebookAsOf(rulebook, asOf);
        const ids = new Set(known.instruments.map(({ id }) => id));
        const published = [
          ...known.instruments.map((one) => one.published),
          ...known.instruments.flatMap(({ status }) => status.map((one) => one.published)),
          ...known.groups.flatMap(({ changes }) => changes.map((one) => one.published)),
          ...known.provisions.flatMap(({ versions }) => versions.map((one) => one.published ?? asOf)),
          ...known.provisions.flatMap(({ versions }) =>
            versions.flatMap(({ gives }) => (gives.conditions ?? []).map((one) => one.published ?? asOf)),
          ),
        ];
        expect(published.filter((one) => one > asOf)).toEqual([]);
        const named = [
          ...known.provisions.flatMap(({ versions }) => versions.map(({ instrument }) => instrument)),
          ...known.parameters.flatMap(({ values }) => values.map(({ instrument }) => instrument)),
          ...known.instruments.flatMap(({ amends, ends }) => [...amends, ...(ends?.by ? [ends.by] : [])]),
        ];
        expect(named.filter((id) => !ids.has(id))).toEqual([]);
        expect(checkLaw(known)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('still has the H20 free on 10 April 2025, when only Nvidia had been told', () => {
    expect(ask(rulebookAsOf(rulebook, '2025-04-14'), '2025-04-10').licence.required).toBe(false);
    expect(ask(rulebookAsOf(rulebook, '2025-04-15'), '2025-04-10').licence.required).toBe(true);
  });

  it('knows the letter to AMD a day after the one to Nvidia', () => {
    const mi308 = itemOf(findChip(dataset, 'mi308x'));
    const required = (asOf: string) =>
      classify(rulebookAsOf(rulebook, asOf), mi308, { from: 'US', to: 'CN', on: '2025-05-01' }).licence.required;
    expect([required('2025-04-15'), required('2025-04-16')]).toEqual([null, true]);
  });

  it('has on 25 July 2025 the assurance, but neither the licences nor the fee of August', () => {
    const { licence } = ask(rulebookAsOf(rulebook, '2025-07-25'), '2025-09-01');
    expect([licence.reviewPolicy, licence.fee, licence.conditions.map(({ id }) => id)]).toEqual([
      'case-by-case',
      null,
      ['assurance.not-an-instrument'],
    ]);
  });

  it('does not know of an end that was made later', () => {
    const before = rulebookAsOf(rulebook, '2022-10-06');
    expect(before.instruments.find(({ id }) => id === 'us-letters-2022-08')?.ends).toBeUndefined();
  });
});

describe('withholding', () => {
  it('of any set of instruments leaves a law that can be made for every day', () => {
    fc.assert(
      fc.property(fc.subarray(rulebook.instruments.map(({ id }) => id)), (ids) => {
        expect(checkLaw(ids.reduce(withhold, rulebook))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('the October 2023 rule lets the two-part test of 2022 go on: the H800 stays free', () => {
    const rules = ['ac-s-2023-10', 'nvidia-letter-2023-10-23', 'ac-s-2024-04'].reduce(withhold, rulebook);
    const h800 = itemOf(findChip(dataset, 'h800'));
    const h100 = itemOf(findChip(dataset, 'h100-sxm'));
    const ask2024 = (item: typeof h800) => classify(rules, item, { from: 'US', to: 'CN', on: '2024-06-01' });
    expect([ask2024(h800).licence.required, ask2024(h100).controlledBy]).toEqual([false, ['ac-s-2022-10']]);
  });

  it('the reversal of July 2025 takes the licences and the fee of August with it', () => {
    const rules = withhold(rulebook, 'h20-mi308-reversal-2025-07');
    expect(ask(rules, '2025-09-01').licence).toMatchObject({
      required: true,
      reviewPolicy: 'presumption-of-denial',
      fee: null,
    });
    expect(ask(rules, '2026-03-01').licence).toMatchObject({
      required: true,
      reviewPolicy: 'presumption-of-denial',
      fee: null,
    });
  });

  it('what is not there changes nothing', () => {
    expect(withhold(rulebook, 'no-such-instrument')).toBe(rulebook);
  });
});
