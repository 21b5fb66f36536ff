import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { OUTCOME_COLUMNS, outcomesCsv } from './csv.ts';
import { inventReport } from './invented.fixture.ts';

const { evaluation } = inventReport().run;

describe('outcomes.csv', () => {
  const rows: Record<string, string>[] = parse(outcomesCsv(evaluation), { columns: true });

  it('has the columns of a tidy table', () => {
    expect(Object.keys(rows[0])).toEqual([...OUTCOME_COLUMNS]);
    expect(OUTCOME_COLUMNS.join()).toBe(
      'outcome,title_en,title_zh,unit,period,scenario,p5,p50,p95,mean,probability_higher',
    );
  });

  it('has one row for each outcome, year and scenario', () => {
    expect(rows).toHaveLength(evaluation.outcomes.length * 3);
    expect(new Set(rows.map(({ outcome, period, scenario }) => `${outcome} ${period} ${scenario}`)).size).toBe(
      rows.length,
    );
  });

  it('keeps numbers whole and puts the probability on the difference alone', () => {
    const [without, , difference] = rows;
    expect(Number(without.p50)).toBe(evaluation.outcomes[0].without.p50);
    expect(without.probability_higher).toBe('');
    expect(Number(difference.probability_higher)).toBe(evaluation.outcomes[0].probabilityHigher);
  });

  it('quotes what would break a row', () => {
    const title = { en: 'One, "two"', zh: '一' };
    const [, row] = outcomesCsv({ outcomes: [{ ...evaluation.outcomes[0], title }] }).split('\n');
    expect(row).toContain('"One, ""two"""');
  });
});
