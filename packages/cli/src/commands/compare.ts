/** `floodgate compare CHIP…`: how capable is it, and where is it ahead? */
import { compareChips } from '@floodgate/engine/capability';

import { createWorld } from '@floodgate/engine/world';
import type { Command } from 'commander';
import { type Context, parseLanguage, readAsOf, toJson } from '../context.ts';
import { comparisonView } from '../view/compare.ts';

interface Options {
  workload?: string[];
  against?: string;
  asOf?: string;
  lang: string;
  json?: boolean;
}

export function registerCompare(program: Command, context: Context): void {
  program
    .command('compare')
    .description('how capable is a chip, in training and in inference, and where is it ahead of another?')
    .argument('<chip...>', 'ids or names of chips (floodgate chips)')
    .option('--workload <id...>', 'only these reference workloads (default: all)')
    .option('--against <chip>', 'the chip to compare with (default: h100-sxm)')
    .option('--as-of <date>', 'only what was published by this day (default: all)')
    .option('--lang <language>', 'en or zh', 'en')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  floodgate compare h20
  floodgate compare h20 ascend-910c --against h200 --lang zh
  floodgate compare h20 --workload deepseek-r1-decode-heavy --json`,
    )
    .action((chips: string[], options: Options) => runCompare(context, chips, options));
}

function runCompare(context: Context, chips: string[], options: Options): void {
  const language = parseLanguage(options.lang);
  const asOf = readAsOf(context, options.asOf);
  const world = createWorld(context.dataset, asOf);
  const comparison = compareChips({ world, chips, workloads: options.workload, against: options.against });
  if (options.json) {
    context.write(toJson(comparison));
    return;
  }
  context.write(comparisonView({ comparison, world, language, say: context.say }));
}
