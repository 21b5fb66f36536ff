/** `floodgate classify ITEM --to CC`: is it controlled, under which paragraph, and on which terms may it go? */
import { parseDay } from '@floodgate/engine/core';
import { classify } from '@floodgate/engine/rules';
import type { Command } from 'commander';
import { type Context, parseLanguage, toJson } from '../context.ts';
import { addQuestionOptions, type QuestionOptions, readQuestion, warnOfDay } from '../question.ts';
import { askingSupposed } from '../suppose.ts';
import { answerView } from '../view/rules.ts';

interface Options extends QuestionOptions {
  on?: string;
  explain?: boolean;
}

export function registerClassify(program: Command, context: Context): void {
  addQuestionOptions(
    program.command('classify').description('is an item controlled for a destination and buyer on a day, and why?'),
  )
    .option('--on <date>', 'the day whose law applies (default: today)')
    .option('--explain', 'print the reasons as an indented argument')
    .addHelpText(
      'after',
      `
Examples:
  floodgate classify h20 --to CN --on 2025-05-01 --explain
  floodgate classify rtx-4090 --to SG --end-user headquarters=CN --json
  floodgate classify --spec my-chip.yaml --to CN --lang zh
  floodgate classify h20 --to CN --on 2025-05-01 --suppose my-rule.yaml`,
    )
    .action((asked: string | undefined, options: Options) => runClassify(context, asked, options));
}

function runClassify(context: Context, asked: string | undefined, options: Options): void {
  const language = parseLanguage(options.lang);
  const { world, item, from, to, endUser } = readQuestion(context, asked, options);
  const on = options.on === undefined ? context.today : parseDay(options.on, '--on');
  warnOfDay(context, language, on);
  const answer = askingSupposed(options.suppose, () => classify(world.rules, item, { from, to, on, endUser }));
  if (options.json) {
    context.write(toJson(answer));
    return;
  }
  const say = (key: string, fields = {}) => context.say(language, key, fields);
  context.write(answerView({ answer, item, rulebook: world.rules, language, say, explain: options.explain === true }));
}
