/** The 23 claims on three days: verdicts as a table that is reviewed as a diff, what time changed, what can be opened. */
import type { ClaimVerdict } from '@floodgate/engine/claims';
import { describe, expect, it } from 'vitest';
import { dataset } from '../dataset.ts';
import { judgeAll, settingOf } from './setting.ts';

const DAYS = [...dataset.verdicts.days, dataset.cutoff];
const byDay: ClaimVerdict[][] = [];
for (const day of DAYS) byDay.push(judgeAll(await settingOf(day)));

function verdictOf(claim: string, day: string) {
  return byDay[DAYS.indexOf(day)].find(({ id }) => id === claim)!;
}

describe('the claims of the debate', () => {
  it('are all there, in order', () => {
    expect(dataset.claims.map(({ id }) => id)).toEqual(Array.from({ length: 23 }, (_, i) => `C${i + 1}`));
  });

  it('have the verdicts of the table', async () => {
    await expect(table()).toMatchFileSnapshot('verdicts.md');
  });

  it('have a chance between 0 and 1 exactly where there is a verdict', () => {
    for (const { id, verdict, probability } of byDay.flat()) {
      expect(probability === null, id).toBe(verdict === 'not-checkable');
      if (probability !== null) expect(probability).toBeGreaterThanOrEqual(0);
      if (probability !== null) expect(probability).toBeLessThanOrEqual(1);
    }
  });

  it('are not checkable before anything was published, and say nothing of what came later', () => {
    const [first] = byDay;
    const later = new Set(dataset.facts.filter(({ published }) => published > DAYS[0]).map(({ id }) => id));
    for (const { id, origin, evidence } of first) {
      const named = [...origin.facts, ...evidence.for, ...evidence.against];
      expect(
        named.filter((fact) => later.has(fact)),
        id,
      ).toEqual([]);
    }
    expect(verdictOf('C4', '2025-07-25').readings.every(({ uncheckable }) => uncheckable === 'unknown')).toBe(true);
  });

  it('each have something that a reader can open', () => {
    const urls = new Map(dataset.sources.map(({ id, url }) => [id, url]));
    for (const { id, origin } of byDay.flat()) {
      const links = [...origin.sources.map((source) => urls.get(source)), ...origin.citations.map(({ url }) => url)];
      expect(links.length, id).toBeGreaterThan(0);
      for (const link of links) expect(link, id).toMatch(/^https?:\/\//);
    }
  });

  it('turn when their evidence does: Huawei made more than its critics and its friends had counted', () => {
    const chance = (day: string) => verdictOf('C5', day).readings[0].probability!;
    expect(chance('2025-07-25')).toBe(1);
    expect(chance('2025-12-31')).toBeGreaterThan(0.1);
    expect(chance('2025-12-31')).toBeLessThan(0.9);
    expect(chance(dataset.cutoff)).toBe(0);
  });

  it('hold in some readings and fail in others where the words can mean both', () => {
    const reading = (claim: string, id: string) =>
      verdictOf(claim, dataset.cutoff).readings.find((one) => one.id === id)!.verdict;
    expect([reading('C4', 'packages'), reading('C4', 'dies')]).toEqual(['contradicted', 'supported']);
    expect(reading('C6', 'prefill')).toBe('contradicted');
    expect(reading('C6', 'small-batch-decode')).not.toBe('contradicted');
    expect([reading('C15', 'orders'), reading('C15', 'sales-after')]).toEqual(['supported', 'contradicted']);
  });
});

function table(): string {
  const rows = dataset.claims.flatMap(({ id, readings }, c) => [
    `| **${id}** | ${byDay.map((answers) => answers[c].verdict).join(' | ')} |`,
    ...readings.map(
      (reading, r) => `| ${reading.id} | ${byDay.map((answers) => word(answers[c].readings[r])).join(' | ')} |`,
    ),
  ]);
  const head = `| | ${DAYS.join(' | ')} |\n| --- |${' --- |'.repeat(DAYS.length)}`;
  return `# Verdicts, by claim and reading\n\nWritten by verdicts.test.ts; a change is looked at, not waved through.\n\n${head}\n${rows.join('\n')}\n`;
}

function word({ verdict, uncheckable }: ClaimVerdict['readings'][number]): string {
  return uncheckable === undefined ? verdict : `not checkable: ${uncheckable}`;
}
