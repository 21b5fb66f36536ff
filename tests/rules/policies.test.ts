/** Hypothetical decisions: an instrument that never was, enacted in the words that a decision's YAML would use. */
import { enact, flowTerms, withhold } from '@floodgate/engine/rules';
import { findChip } from '@floodgate/engine/world';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { enactmentSchema } from '../../packages/dataset/src/schemas/rule.ts';
import { dataset, rulebook } from './law-of-the-land.ts';

const enactment = (yaml: string) => enactmentSchema.parse(parse(yaml, { version: '1.2' }));
const flow = (rules: typeof rulebook, chip: string, on: string, to = 'CN') =>
  flowTerms(rules, findChip(dataset, chip), { from: 'US', to }, on);

const B30A = `
instrument:
  id: hypothetical-b30a-licences
  title: { en: Licences for the B30A, zh: B30A许可证 }
  effective: 2025-10-30
provisions:
  - id: hypothetical-b30a-terms
    kind: terms
    title: { en: Terms for the B30A, zh: B30A的许可条款 }
    paragraph: hypothetical
    says: { en: Case by case against 15% of the revenue., zh: 逐案审查，收取15%的收入分成。 }
    when: { all: [item in b30a, to in CN MO] }
    gives:
      reviewPolicy: case-by-case
      fee: { share: 0.15, of: revenue, codified: false, text: { en: 15% of revenue, zh: 收入的15% } }
    overrides: ['*']
`;

const EMBARGO = `
instrument:
  id: hypothetical-embargo
  title: { en: Embargo on data-centre accelerators, zh: 数据中心加速器禁运 }
  effective: 2025-07-15
provisions:
  - id: hypothetical-embargo-requirement
    kind: requirement
    title: { en: Licence for every data-centre accelerator, zh: 所有数据中心加速器均须许可证 }
    paragraph: hypothetical
    says: { en: Every data-centre accelerator to China or Macau., zh: 所有数据中心加速器出口至中国或澳门。 }
    when: { all: [dataCenter = yes, to in CN MO] }
  - id: hypothetical-embargo-terms
    kind: terms
    title: { en: Policy of denial, zh: 拒绝政策 }
    paragraph: hypothetical
    says: { en: Denied., zh: 一律拒绝。 }
    when: meets hypothetical-embargo-requirement
    gives: { reviewPolicy: policy-of-denial }
    overrides: ['*']
`;

const HIGHER_LIMIT = `
instrument: { id: hypothetical-limit, title: { en: A higher limit, zh: 更高的门槛 }, effective: 2024-06-01 }
parameters: [{ id: 3a090.a.1.tpp, value: 16000, pinpoint: hypothetical }]
`;

describe('licences for the B30A', () => {
  const rules = enact(rulebook, enactment(B30A));

  it('turn denial into case-by-case review against 15% from their day on', () => {
    expect(flow(rules, 'b30a', '2025-10-29').flow).toBe('denied');
    expect(flow(rules, 'b30a', '2025-10-30')).toMatchObject({
      flow: 'case-by-case',
      feeRate: 0.15,
      because: 'hypothetical-b30a-licences',
    });
  });

  it('change nothing for other chips or places', () => {
    for (const chip of ['h20', 'b200', 'h200', 'rtx-4090'])
      expect(flow(rules, chip, '2025-11-15')).toEqual(flow(rulebook, chip, '2025-11-15'));
    expect(flow(rules, 'b30a', '2025-11-15', 'RU').flow).toBe('denied');
  });
});

describe('an embargo on data-centre accelerators', () => {
  const rules = enact(rulebook, enactment(EMBARGO));

  it.each(['h20', 'h200', 'l20', 'l40', 't4', 'mi308x'])('denies the %s, with no exception left open', (chip) => {
    expect(flow(rules, chip, '2025-09-01')).toMatchObject({ flow: 'denied', feeRate: 0 });
  });

  it('leaves the day before, other places and other cards as they were', () => {
    expect(flow(rules, 'h20', '2025-07-14')).toEqual(flow(rulebook, 'h20', '2025-07-14'));
    expect(flow(rules, 'h20', '2025-09-01', 'SG').flow).toBe('free');
    expect(flow(rules, 'rtx-4090d', '2025-09-01').flow).toBe('free');
  });
});

describe('no controls', () => {
  const letters = [
    'us-letters-2022-08',
    'us-letters-2023-middle-east',
    'nvidia-letter-2023-10-23',
    'is-informed-2025-04',
  ];
  const rules = [
    ...letters,
    'ac-s-2022-10',
    'macau-2023-01',
    'ac-s-2023-10',
    'ac-s-2024-04',
    'uae-rule-2026-07',
  ].reduce(withhold, rulebook);

  it.each([
    '2022-09-01',
    '2022-12-01',
    '2023-11-01',
    '2024-06-01',
    '2025-05-01',
    '2026-06-01',
  ])('let everything flow on %s', (on) => {
    for (const chip of ['a100-sxm-80', 'h100-sxm', 'h20', 'b200', 'mi250', 'mi308x'])
      expect(flow(rules, chip, on)).toMatchObject({ flow: 'free', feeRate: 0 });
  });
});

describe('a changed threshold', () => {
  it('takes the place of the old one from its day on', () => {
    const rules = enact(rulebook, enactment(HIGHER_LIMIT));
    const sg = (on: string) => flow(rules, 'rtx-5090', on).flow;
    expect([flow(rules, 'rtx-4090', '2024-05-31').flow, flow(rules, 'l4', '2024-06-01').flow]).toEqual([
      'case-by-case',
      'denied',
    ]);
    expect(sg('2024-06-01')).not.toBe('denied');
  });
});

describe('an enactment that cannot be', () => {
  it('is refused when its id is taken', () => {
    const taken = enactment(B30A.replace('hypothetical-b30a-licences', 'ac-s-2023-10'));
    expect(() => enact(rulebook, taken)).toThrow('bad-enactment');
  });

  it('is refused when a test cannot be read', () => {
    expect(() => enact(rulebook, enactment(B30A.replace('item in b30a', 'itm in b30a')))).toThrow('unknown-attribute');
  });

  it('is refused by the schema when a key is unknown', () => {
    expect(() => enactment(EMBARGO.replace('gives:', 'give:'))).toThrow('give');
  });
});
