/** `floodgate predict --case FILE`: what the capability model says of measured or hypothetical cases. */
import { readFileSync } from 'node:fs';
import { parseMeasurements } from '@floodgate/dataset';
import { type Prediction, predictMeasurement } from '@floodgate/engine/capability';
import { InputError, type Language } from '@floodgate/engine/core';
import { createWorld } from '@floodgate/engine/world';
import type { Command } from 'commander';
import { type Context, parseLanguage, readAsOf, toJson } from '../context.ts';
import { plainTable } from '../view/table.ts';

interface Options {
  case: string;
  asOf?: string;
  lang: string;
  json?: boolean;
}

/** The user's row with what the model adds; `error` is relative to the measured value. */
export type PredictedRow = Record<string, unknown> & Prediction & { error?: number };

export function registerPredict(program: Command, context: Context): void {
  program
    .command('predict')
    .description('what does the capability model say of measured or hypothetical cases?')
    .requiredOption('--case <file>', 'CSV with the columns of data/measurements/measurements.csv; value may be empty')
    .option('--as-of <date>', 'only what was published by this day (default: all)')
    .option('--lang <language>', 'en or zh', 'en')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExamples:\n  floodgate predict --case data/measurements/measurements.csv --json')
    .action((options: Options) => runPredict(context, options));
}

function runPredict(context: Context, options: Options): void {
  const language = parseLanguage(options.lang);
  const world = createWorld(context.dataset, readAsOf(context, options.asOf));
  const { rows, cases, unread } = parseMeasurements(readCase(options.case), options.case);
  if (unread.length > 0) context.note(`${context.say(language, 'predict.unread', { columns: unread.join(', ') })}\n`);
  const predicted = cases.map((one, i) => addPrediction(rows[i], predictMeasurement(world, one)));
  context.write(options.json ? toJson(predicted) : predictionTable(context, language, predicted));
}

function readCase(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError('no-file', {
      where: '--case',
      path: file,
      reason: (error as NodeJS.ErrnoException).code ?? '',
    });
  }
}

function addPrediction(row: Record<string, string>, prediction: Prediction): PredictedRow {
  const value = Number(row.value ?? '');
  const error = prediction.predicted !== null && value > 0 ? { error: prediction.predicted / value - 1 } : {};
  return { ...row, ...prediction, ...error };
}

function predictionTable(context: Context, language: Language, rows: PredictedRow[]): string {
  const say = (key: string, fields = {}) => context.say(language, key, fields);
  const head = ['chip', 'model', 'phase', 'metric', 'value', 'predicted', 'interval', 'error'].map((name) =>
    say(`predict.${name}`),
  );
  const body = rows.map((row) => [
    ...[row.chip, row.model, row.phase, row.metric, row.value].map((cell) => String(cell ?? '')),
    row.predicted === null ? '—' : plainNumber(row.predicted),
    row.predicted === null || row.p5 === null || row.p95 === null
      ? ''
      : say('predict.range', { low: plainNumber(row.p5), high: plainNumber(row.p95) }),
    row.predicted === null ? row.why[language] : row.error === undefined ? '' : `${(100 * row.error).toFixed(0)}%`,
  ]);
  return `${plainTable([head, ...body])}\n${summary(context, language, rows)}\n`;
}

/** Three digits, without an exponent. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** Coverage, and the median absolute error of the rows with a measured value: of all, and of each phase. */
function summary(context: Context, language: Language, rows: PredictedRow[]): string {
  const covered = rows.filter((row) => row.predicted !== null).length;
  const phases = [...new Set(rows.map((row) => String(row.phase ?? '')))];
  const lines = [{ phase: context.say(language, 'predict.all'), of: rows }]
    .concat(phases.map((phase) => ({ phase, of: rows.filter((row) => row.phase === phase) })))
    .flatMap(({ phase, of }) => {
      const errors = of.flatMap((row) => (row.error === undefined ? [] : [Math.abs(row.error)]));
      if (errors.length === 0) return [];
      const error = (100 * median(errors)).toFixed(1);
      return [context.say(language, 'predict.summary', { phase, measured: errors.length, error })];
    });
  return [context.say(language, 'predict.covered', { covered, rows: rows.length }), ...lines].join('\n');
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}
