/** `floodgate evaluate DECISION`: what does a decision do? */
import { addDays, InputError, type Language } from '@floodgate/engine/core';
import {
  capabilityOfProducts,
  type Evaluation,
  type EvaluationRun,
  evaluate,
  type RunBlocks,
} from '@floodgate/engine/scenario';
import { createWorld, type Decision, type World } from '@floodgate/engine/world';
import type { Command } from 'commander';
import { type Context, parseLanguage, readAsOf, toJson } from '../context.ts';
import { findBaseline, findDecision } from '../decisions.ts';
import { digestRun } from '../digest.ts';
import { outcomeTitle } from '../outcome-title.ts';
import { progressLine } from '../progress.ts';
import type { ReportInput } from '../report/input.ts';
import { terminalReport } from '../report/terminal.ts';
import { writeReport } from '../report/write.ts';
import { createPool, defaultWorkers } from '../workers.ts';
import { checkFolder } from '../write-files.ts';

interface Options {
  baseline?: string;
  asOf?: string;
  until: string;
  draws: string;
  seed: string;
  set: string[];
  workers?: string;
  explain?: boolean;
  lang: string;
  out?: string;
  json?: boolean;
}

interface Call {
  decision: Decision;
  world: World;
  until: number;
  draws: number;
  seed: number;
  overrides: Map<string, string>;
  baseline: ReturnType<typeof findBaseline>;
}

/** Draws of the second clock: enough for the medians that are shown of it. */
const SECOND_CLOCK_DRAWS = 1000;

export function registerEvaluate(program: Command, context: Context): void {
  program
    .command('evaluate')
    .description('what does a decision do? runs the world with it and without it on the same futures')
    .argument('<decision>', 'id of a decision (floodgate decisions), or a YAML file')
    .option('--baseline <id>', 'compare with this decision, or with "recorded-law", in place of the world without it')
    .option('--as-of <date>', 'use only rules and facts published by this day (default: all)')
    .option('--until <year>', 'last year', '2027')
    .option('--draws <n>', 'number of futures', '10000')
    .option('--seed <n>', 'seed of the random numbers', '1')
    .option(
      '--set <parameter=estimate...>',
      'override estimates; floodgate parameters lists them',
      (value, all: string[]) => [...all, value],
      [],
    )
    .option('--workers <n>', 'worker threads (default: one for each processor)')
    .option('--explain', 'also print every parameter with its estimate, facts and reason')
    .option('--lang <language>', 'en or zh', 'en')
    .option('--out <folder>', 'write report.html, report.md, outcomes.csv, outcomes.parquet, draws.parquet, run.json')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  floodgate evaluate h20-reversal-2025-07
  floodgate evaluate h20-reversal-2025-07 --as-of 2025-07-25 --out h20-report
  floodgate evaluate b30a --set price.b30a="20000 to 26000" --json
  floodgate evaluate embargo --lang zh`,
    )
    .action(async (asked: string, options: Options) => runEvaluate(context, asked, options));
}

async function runEvaluate(context: Context, asked: string, options: Options): Promise<void> {
  const language = parseLanguage(options.lang);
  const call = readCall(context, asked, options);
  if (options.out !== undefined) checkFolder(options.out);
  const pool = createPool(
    wholeNumber('--workers', options.workers ?? String(defaultWorkers()), 1),
    progressLine(context, language),
  );
  try {
    const run = await evaluateCall(context, call, call.world, call.draws, pool.run);
    const digest = digestRun(run, context.dataset.hash);
    const foreseen = options.json && options.out === undefined ? undefined : await secondClock(context, call, pool.run);
    const report: ReportInput = {
      decision: call.decision,
      run,
      digest,
      world: call.world,
      dataset: context.dataset,
      language,
      foreseen,
      command: commandLine(asked, options),
    };
    if (options.out !== undefined) await writeReport(options.out, report, context.note);
    context.write(
      options.json
        ? toJson({ ...run.evaluation, digest, dataVersion: context.dataset.hash })
        : terminalReport(report, options.explain === true),
    );
  } finally {
    await pool.close();
  }
}

function readCall(context: Context, asked: string, options: Options): Call {
  const { dataset } = context;
  const asOf = readAsOf(context, options.asOf);
  return {
    decision: findDecision(dataset, asked),
    world: createWorld(dataset, asOf),
    until: wholeNumber('--until', options.until),
    draws: wholeNumber('--draws', options.draws),
    seed: wholeNumber('--seed', options.seed),
    overrides: new Map(options.set.map(splitSetting)),
    baseline: findBaseline(dataset, options.baseline),
  };
}

function evaluateCall(
  context: Context,
  call: Call,
  world: World,
  draws: number,
  run: RunBlocks,
): Promise<EvaluationRun> {
  const { decision, until, seed, overrides, baseline } = call;
  const capability = capabilityOfProducts(world);
  const title = (id: string) => outcomeTitle(context.dataset, id);
  return evaluate({ world, decision, baseline, capability, until, draws, seed, overrides, title }, run);
}

/** What could be expected when the decision became known; nothing when the run is made on that day already. */
async function secondClock(context: Context, call: Call, run: RunBlocks): Promise<Evaluation | undefined> {
  const known = call.decision.published;
  // Ten days after: the texts are out, the consequences are not.
  const then = createWorld(context.dataset, addDays(known, DAYS_TO_READ));
  if (addDays(then.asOf, DAYS_OF_HINDSIGHT) > call.world.asOf || call.decision.status !== 'taken') return undefined;
  const { evaluation } = await evaluateCall(context, call, then, Math.min(call.draws, SECOND_CLOCK_DRAWS), run);
  return evaluation;
}

const DAYS_TO_READ = 10;
/** Less than this later, hardly anything new is known. */
const DAYS_OF_HINDSIGHT = 60;

function splitSetting(setting: string): [string, string] {
  const equals = setting.indexOf('=');
  if (equals < 1) throw new InputError('bad-set', { value: setting });
  return [setting.slice(0, equals).trim(), setting.slice(equals + 1).trim()];
}

function wholeNumber(where: string, value: string, least = Number.NEGATIVE_INFINITY): number {
  if (!/^-?\d+$/.test(value) || Number(value) < least) throw new InputError('bad-number', { where, value });
  return Number(value);
}

/** The call that makes the same report again. */
function commandLine(asked: string, options: Options): string {
  const flags = [
    options.baseline && `--baseline ${options.baseline}`,
    options.asOf && `--as-of ${options.asOf}`,
    `--until ${options.until} --draws ${options.draws} --seed ${options.seed}`,
    ...options.set.map((setting) => `--set '${setting}'`),
    options.lang !== 'en' && `--lang ${options.lang as Language}`,
  ];
  return ['floodgate evaluate', asked, ...flags.filter(Boolean)].join(' ');
}
