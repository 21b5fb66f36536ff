/** `floodgate claims [ID…]`: what of the argument holds, then and now? */
import { parseClaims } from '@floodgate/dataset';
import { type Day, InputError, unknownId } from '@floodgate/engine/core';
import type { Claim } from '@floodgate/engine/world';
import type { Command } from 'commander';
import { answerClaims, type ClaimAnswer } from '../claims/answer-claims.ts';
import { createTelling } from '../claims/because.ts';
import { type Context, parseLanguage, readAsOf, toJson } from '../context.ts';
import { readSmallFile } from '../decisions.ts';
import { progressLine } from '../progress.ts';
import { claimDetail, claimTable } from '../view/claims.ts';
import { createPool, defaultWorkers } from '../workers.ts';

interface Options {
  asOf?: string;
  claims?: string;
  draws: string;
  seed: string;
  workers?: string;
  lang: string;
  json?: boolean;
}

const MOST_DRAWS = 100_000;
const MOST_WORKERS = 64;

export function registerClaims(program: Command, context: Context): void {
  program
    .command('claims')
    .description('what of the argument holds? the statements of the debate, tested against evidence and model')
    .argument('[id...]', 'such as C5; all without one')
    .option('--as-of <date>', 'use only what was published by this day (default: all)')
    .option('--claims <file>', 'YAML with claims of your own; floodgate schema claims prints the shape')
    .option('--draws <n>', 'number of futures', '10000')
    .option('--seed <n>', 'seed of the random numbers', '1')
    .option('--workers <n>', 'worker threads (default: one for each processor)')
    .option('--lang <language>', 'en or zh', 'en')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  floodgate claims
  floodgate claims C5 --lang zh
  floodgate claims --as-of 2025-07-25 --json
  floodgate claims --claims mine.yaml`,
    )
    .action(async (ids: string[], options: Options) => runClaims(context, ids, options));
}

async function runClaims(context: Context, ids: string[], options: Options): Promise<void> {
  const language = parseLanguage(options.lang);
  const { dataset } = context;
  const asOf = readAsOf(context, options.asOf);
  const claims = chooseClaims(readClaims(context, options.claims), ids);
  const draws = wholeNumber('--draws', options.draws, 1, MOST_DRAWS);
  const seed = wholeNumber('--seed', options.seed, 0, Number.MAX_SAFE_INTEGER);
  const workers = wholeNumber('--workers', options.workers ?? String(defaultWorkers()), 1, MOST_WORKERS);
  const pool = createPool(workers, progressLine(context, language));
  try {
    const answer = (day: Day) => answerClaims(dataset, { claims, asOf: day, draws, seed }, pool.run);
    if (options.json) {
      context.write(toJson(await answer(asOf)));
      return;
    }
    const columns: { day: Day; answers: ClaimAnswer[] }[] = [];
    for (const day of daysOf(dataset.verdicts.days, asOf)) columns.push({ day, answers: await answer(day) });
    const view = { dataset, columns, telling: createTelling(dataset, language, asOf, draws), seed };
    context.write(ids.length > 0 ? claims.map((_, i) => claimDetail(view, i)).join('\n') : claimTable(view));
  } finally {
    await pool.close();
  }
}

/** The days of the table that lie before the one asked for, and that one. */
function daysOf(days: readonly Day[], asOf: Day): Day[] {
  return [...days.filter((day) => day < asOf), asOf];
}

function readClaims({ dataset }: Context, file: string | undefined): Claim[] {
  if (file === undefined) return dataset.claims;
  return [...dataset.claims, ...parseClaims(readSmallFile(file, '--claims'), file, dataset)];
}

/** In the order asked for; all without ids. Case does not matter. */
function chooseClaims(claims: readonly Claim[], ids: readonly string[]): Claim[] {
  if (ids.length === 0) return [...claims];
  return ids.map((id) => {
    const found = claims.find((claim) => claim.id.toLowerCase() === id.toLowerCase());
    if (found) return found;
    const known = claims.map((claim) => claim.id);
    throw unknownId('claim', id, known);
  });
}

function wholeNumber(where: string, value: string, low: number, high: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= low && number <= high) return number;
  throw new InputError('out-of-range', { where, value, low: String(low), high: String(high) });
}
