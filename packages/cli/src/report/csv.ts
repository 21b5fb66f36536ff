/** Outcomes as a tidy table: one row for each outcome, year and scenario. */
import type { Evaluation, OutcomeResult } from '@floodgate/engine/scenario';

export const OUTCOME_COLUMNS = [
  'outcome',
  'title_en',
  'title_zh',
  'unit',
  'period',
  'scenario',
  'p5',
  'p50',
  'p95',
  'mean',
  'probability_higher',
] as const;

const SCENARIOS = ['without', 'with', 'difference'] as const;

export type OutcomeRow = (string | number | null)[];

/** Rows in the order of OUTCOME_COLUMNS; `probability_higher` stands on the difference alone. */
export function outcomeRows({ outcomes }: Pick<Evaluation, 'outcomes'>): OutcomeRow[] {
  return outcomes.flatMap((result) => SCENARIOS.map((scenario) => outcomeRow(result, scenario)));
}

/** UTF-8, comma-separated, a header line, numbers in full precision with a point. */
export function outcomesCsv(evaluation: Pick<Evaluation, 'outcomes'>): string {
  return [[...OUTCOME_COLUMNS], ...outcomeRows(evaluation)].map(csvLine).join('');
}

function outcomeRow(result: OutcomeResult, scenario: (typeof SCENARIOS)[number]): OutcomeRow {
  const { id, title, unit, period, probabilityHigher } = result;
  const { p5, p50, p95, mean } = result[scenario];
  const higher = scenario === 'difference' ? probabilityHigher : null;
  return [id, title.en, title.zh, unit, Number(period), scenario, p5, p50, p95, mean, higher];
}

/** One line with its end; what holds a comma, a quote or a line break is quoted. */
export function csvLine(row: readonly (string | number | null)[]): string {
  return `${row.map(quote).join(',')}\n`;
}

function quote(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
