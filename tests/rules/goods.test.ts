/** Materials, technologies and tools under several laws at once: whatever is known of the parties, some answer exists. */
import { classify, itemOfGoods, itemOfMemory } from '@floodgate/engine/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { country, dataset, day, rulebook } from './law-of-the-land.ts';

const items = [...dataset.goods.map(itemOfGoods), ...dataset.memory.map(itemOfMemory)];
const place = fc.oneof(country, fc.constantFrom('CN', 'US', 'NL', 'JP', 'DE', 'KR', 'MY'));
const facts = rulebook.attributes.filter(({ of, type }) => of === 'end-user' && type === 'yes-no');
const parties = fc.record(
  { headquarters: place, ...Object.fromEntries(facts.map(({ id }) => [id, fc.boolean()])) },
  { requiredKeys: [] },
);
/** Supposed untrue it leaves a listed buyer without any policy: no entry says what else it is. */
const LISTED_POLICY = 'entity-list.policy';
const questions = rulebook.instruments.flatMap((one) => one.questions.map(({ id }) => id));
const supposed = fc
  .subarray(questions)
  .chain((known) => fc.tuple(fc.constant(known), fc.infiniteStream(fc.boolean())))
  .map(([known, answers]) => new Map(known.map((id) => [id, answers.next().value as boolean])));

describe('goods', () => {
  it('are answered for every place, day and party, however the open questions come out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...items),
        place,
        place,
        day,
        parties,
        supposed,
        (item, from, to, on, endUser, suppose) => {
          const { licence, classification, missing } = classify(
            rulebook,
            item,
            { from, to, on, endUser: endUser as Record<string, string | boolean> },
            { suppose },
          );
          const open = classification === 'unknown' || licence.required === null || licence.reviewPolicy === null;
          const bySuppositionAlone = licence.required && suppose.get(LISTED_POLICY) === false;
          if (open && !bySuppositionAlone) expect(missing).not.toEqual([]);
        },
      ),
      { numRuns: 2500 },
    );
  });

  it('that need a licence are judged by some policy, once every question is answered', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...items),
        place,
        place,
        day,
        parties,
        fc.boolean(),
        (item, from, to, on, endUser, answer) => {
          const suppose = new Map(questions.map((id) => [id, id === LISTED_POLICY || answer]));
          const { licence, missing } = classify(
            rulebook,
            item,
            { from, to, on, endUser: endUser as Record<string, string | boolean> },
            { suppose },
          );
          if (licence.required && missing.length === 0) expect(licence.reviewPolicy).not.toBeNull();
        },
      ),
      { numRuns: 2000 },
    );
  });
});
