/** The floodgate command: parses the call, runs one command, and turns what went wrong into words and an exit status. */
import { DatasetError, formatProblem } from '@floodgate/dataset';
import { InputError, type Language } from '@floodgate/engine/core';
import { Command, CommanderError } from 'commander';
import { registerClassify } from './commands/classify.ts';
import { registerCompare } from './commands/compare.ts';
import { registerDesign } from './commands/design.ts';
import { registerEvaluate } from './commands/evaluate.ts';
import { registerLists } from './commands/lists.ts';
import { registerPredict } from './commands/predict.ts';
import { registerRules } from './commands/rules.ts';
import { registerSchema } from './commands/schema.ts';
import { registerSql } from './commands/sql.ts';
import { registerTimeline } from './commands/timeline.ts';
import { type Context, createContext } from './context.ts';

const DONE = 0;
const FAILED = 1;
const WRONG_INPUT = 2;

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(DONE);
  throw error;
});

/** Runs one call and returns its exit status: 0 done, 1 the run failed, 2 the input or the call was wrong. */
export async function main(argv: string[], context: Context = createContext()): Promise<number> {
  try {
    await createProgram(context).parseAsync(argv);
    return DONE;
  } catch (error) {
    return report(error, context, argv.includes('zh') ? 'zh' : 'en');
  }
}

export function createProgram(context: Context): Command {
  const program = new Command('floodgate')
    .description('What does an export decision do? An open, executable model of AI-chip export controls.')
    .version('0.1.0')
    .exitOverride()
    .configureOutput({ writeOut: context.write, writeErr: context.note })
    .showSuggestionAfterError()
    .showHelpAfterError('(see floodgate --help)');
  registerClassify(program, context);
  registerTimeline(program, context);
  registerCompare(program, context);
  registerPredict(program, context);
  registerEvaluate(program, context);
  registerDesign(program, context);
  registerRules(program, context);
  registerLists(program, context);
  registerSchema(program, context);
  registerSql(program, context);
  return program;
}

function report(error: unknown, context: Context, language: Language): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_INPUT;
  if (error instanceof InputError) {
    context.note(`floodgate: ${describe(error, context, language)}\n`);
    return WRONG_INPUT;
  }
  if (error instanceof DatasetError) {
    context.note(`${problemLines(error).join('\n')}\n`);
    return WRONG_INPUT;
  }
  context.note(`floodgate: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return FAILED;
}

const MOST_PROBLEMS = 20;
const LONGEST_PROBLEM = 400;

/** The first problems of a file, each once: a file of thousands is not mended from a list. */
function problemLines({ problems }: DatasetError): string[] {
  const lines = [...new Set(problems.map(formatProblem))].map((line) =>
    line.length > LONGEST_PROBLEM ? `${line.slice(0, LONGEST_PROBLEM)}…` : line,
  );
  const rest = lines.length - MOST_PROBLEMS;
  return rest > 0 ? [...lines.slice(0, MOST_PROBLEMS), `… (+${rest})`] : lines;
}

/** An unknown id with nothing near it is told in other words than one with a likely meaning. */
function describe({ code, fields }: InputError, context: Context, language: Language): string {
  if (code !== 'unknown-id') return context.say(language, `error.${code}`, fields);
  const kind = context.say(language, `kind.${fields.kind}`);
  return context.say(language, `error.unknown-id${fields.nearest === '' ? '-far' : ''}`, { ...fields, kind });
}
