import { describe, expect, it } from 'vitest';
import type { VerdictLimits } from '../world/claim.ts';
import { type ReadingVerdict, type Uncheckable, type Verdict, verdictOfReadings, verdictOfShares } from './verdict.ts';

const limits: VerdictLimits = {
  ...{ supportedFrom: 0.9, contradictedTo: 0.1, decision: 'd', until: 2027, days: [] },
  reason: { en: 'r', zh: 'r' },
};

describe('the verdict of a reading', () => {
  const of = (yes: number, open = 0, bothSides = true) =>
    verdictOfShares({ yes, no: 1 - yes - open, open }, limits, bothSides);

  it('turns just under, at and just over each limit', () => {
    expect([of(0.8999), of(0.9), of(0.9001)]).toEqual(['contested', 'supported', 'supported']);
    expect([of(0.1001), of(0.0999)]).toEqual(['contested', 'contradicted']);
  });

  it('is contested only where there is evidence on both sides', () => {
    expect([of(0.5, 0, true), of(0.5, 0, false)]).toEqual(['contested', 'partly']);
  });

  it('is none where half or more is open, unless the rest decides', () => {
    expect([of(0.3, 0.499), of(0.3, 0.5), of(0.95, 0.05), of(0, 0.08)]).toEqual([
      'contested',
      'not-checkable',
      'supported',
      'contradicted',
    ]);
  });
});

describe('the verdict of a claim', () => {
  const reading = (verdict: Verdict, uncheckable?: Uncheckable) => ({ verdict, uncheckable }) as ReadingVerdict;
  const [yes, no, torn] = [reading('supported'), reading('contradicted'), reading('contested')];
  const later = reading('not-checkable', 'unknown');
  const judgement = reading('not-checkable', 'judgement');

  it.each([
    ['supported', [yes, yes]],
    ['partly', [yes, no]],
    ['partly', [yes, torn]],
    ['contested', [torn, torn]],
    ['supported', [later, yes]],
    ['not-checkable', [later, later]],
    ['partly', [yes, judgement]],
    ['contradicted', [no, judgement]],
    ['not-checkable', [judgement, yes]],
    ['not-checkable', [judgement]],
  ] as [Verdict, ReadingVerdict[]][])('is %s for %#', (verdict, readings) => {
    expect(verdictOfReadings(readings)).toBe(verdict);
  });
});
