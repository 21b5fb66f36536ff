/** How a proposed rule is read beside the recorded law. */
import { parseProposal } from '@floodgate/dataset';
import { lawWith, type Reading, verdictOn } from '@floodgate/engine/design';
import { itemOf } from '@floodgate/engine/rules';
import { createWorld, findChip } from '@floodgate/engine/world';
import { describe, expect, it } from 'vitest';
import { dataset } from '../dataset.ts';

const world = createWorld(dataset, dataset.cutoff);

/** A rule that never asks for anything, with these changes of recorded thresholds. */
function verdicts(reading: Reading, on: string, parameters = '[]') {
  const text = `
design: { reading: ${JSON.stringify(reading)} }
instrument: { id: proposal, title: { en: Proposal, zh: 提案 }, effective: 2025-01-01 }
parameters: ${parameters}
provisions:
  - id: proposal.requirement
    kind: requirement
    title: { en: Nothing, zh: 无 }
    paragraph: proposal
    says: { en: Nothing., zh: 无。 }
    when: never
`;
  const parsed = parseProposal(text, 'proposal.yaml', dataset);
  const proposal = { ...parsed, rulebook: world.rules, from: 'US', to: 'CN' };
  const law = lawWith(proposal, on);
  return (chip: string) => verdictOn(proposal, law, itemOf(findChip(world, chip)), on).required;
}

describe('a rule that asks for nothing', () => {
  it('leaves the recorded law as it was where it joins it', () => {
    const required = verdicts('joins', '2024-01-15');
    expect([required('h100-sxm'), required('h800'), required('h20')]).toEqual([true, true, false]);
  });

  it('catches nothing where it stands alone', () => {
    const required = verdicts('alone', '2024-01-15');
    expect([required('h100-sxm'), required('h800'), required('h20')]).toEqual([false, false, false]);
  });

  it('lets what it replaces go back to what that had replaced', () => {
    const required = verdicts({ replaces: ['ac-s-2023-10', 'nvidia-letter-2023-10-23'] }, '2024-01-15');
    expect([required('a100-sxm-80'), required('h800'), required('h20')]).toEqual([true, false, false]);
  });
});

it('a threshold with a recorded id replaces that threshold, on whichever day is asked about', () => {
  const stricter = '[{ id: 3a090.b.1.tpp, value: 2000, pinpoint: proposal }]';
  for (const on of ['2024-01-15', '2024-12-15']) {
    expect(verdicts('joins', on)('h20'), on).toBe(false);
    expect(verdicts('joins', on, stricter)('h20'), on).toBe(true);
  }
});
