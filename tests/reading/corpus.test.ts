/** What must hold of the reader on texts annotated by hand, above all on the half that its authors have not seen. */
import { describe, expect, it } from 'vitest';
import { corpusHalf } from './corpus.ts';
import { precision, recall, scorePassages } from './score.ts';

/** False alarms among the mismatches, for this many paragraphs. */
const PARAGRAPHS_PER_ALARM = 20;

describe.each(['looked-at', 'held-out'] as const)('the %s half of the corpus', async (half) => {
  const scores = await scorePassages(await corpusHalf(half));
  // Of the half that was not looked at, no fault is ever shown: whoever mends the reader must not learn it by heart.
  const faults = half === 'looked-at' ? scores.faults.join('\n') : '';

  it('is paired', () => {
    expect(precision(scores.pairs), faults).toBeGreaterThanOrEqual(0.99);
    expect(recall(scores.pairs), faults).toBeGreaterThanOrEqual(0.99);
  });

  it('has its quantities and dates found, and nothing else', () => {
    expect(precision(scores.quantities), faults).toBeGreaterThanOrEqual(0.97);
    expect(recall(scores.quantities), faults).toBeGreaterThanOrEqual(0.97);
  });

  it('has the mismatches found that were planted, and few others', () => {
    expect(recall(scores.mismatches), faults).toBeGreaterThanOrEqual(0.95);
    const alarms = scores.mismatches.found - scores.mismatches.right;
    expect(alarms / scores.paragraphs, faults).toBeLessThanOrEqual(1 / PARAGRAPHS_PER_ALARM);
  });

  it('has its claims linked', () => {
    expect(precision(scores.claims), faults).toBeGreaterThanOrEqual(0.85);
    expect(recall(scores.claims), faults).toBeGreaterThanOrEqual(0.75);
  });
});
