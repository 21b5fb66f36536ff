/** The law and the chips of `data/`, and arbitrary questions about them. */
import { addDays } from '@floodgate/engine/core';
import type { ItemSpec } from '@floodgate/engine/rules';
import fc from 'fast-check';
import { dataset } from '../dataset.ts';

export { dataFolder as dataDir, dataset } from '../dataset.ts';

export const rulebook = dataset.rules;

/** Days near every change of the law, and others. */
export const day = fc.oneof(
  fc.constantFrom(...daysAround()),
  fc
    .date({ min: new Date('2022-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);

export const country = fc.constantFrom(
  'CN',
  'HK',
  'MO',
  'SG',
  'SA',
  'AE',
  'IL',
  'CY',
  'VN',
  'RU',
  'NI',
  'KH',
  'GB',
  'US',
  'TW',
);
export const maker = fc.constantFrom('NVIDIA', 'AMD', 'Intel', 'Huawei');

/** Figures near the thresholds of the law as often as others. */
export function near(...limits: number[]): fc.Arbitrary<number> {
  const around = limits.flatMap((limit) => [limit - 0.01, limit, limit + 0.01]);
  return fc.oneof(fc.constantFrom(...around), fc.double({ min: 0, max: Math.max(...limits) * 2, noNaN: true }));
}

/** A chip with all figures known. */
export const complete: fc.Arbitrary<ItemSpec> = fc.record({
  vendor: maker,
  designerCountry: fc.constantFrom('US', 'CN'),
  dataCenter: fc.boolean(),
  released: day,
  tpp: near(1600, 2400, 4800, 21000),
  performanceDensity: near(1.6, 3.2, 5.92),
  memoryBandwidthGBs: near(1400, 4000, 6500),
  ioBandwidthGBs: near(536, 600, 900, 1100),
  hostBandwidthGBs: fc.constantFrom(0, 63.99, 64, 64.01, 128),
});

export const transaction = fc.record({
  from: fc.constantFrom('US', 'TW', 'CN'),
  to: country,
  on: day,
  endUser: fc.record(partyFacts(), { requiredKeys: [] }),
});

function daysAround(): string[] {
  const days = rulebook.instruments.map(({ effective }) => effective).filter((effective) => effective >= '2022');
  return days.flatMap((effective) => [effective, addDays(effective, -1)]);
}

/** Every fact about the parties that the law asks for; a name may be any that it knows. */
function partyFacts(): Record<string, fc.Arbitrary<string | boolean>> {
  const facts = rulebook.attributes.filter(({ of }) => of === 'end-user');
  return Object.fromEntries(
    facts.map(({ id, type, among }) => [
      id,
      type === 'country' ? country : type === 'yes-no' ? fc.boolean() : fc.constantFrom(...(among ?? ['anyone'])),
    ]),
  );
}
