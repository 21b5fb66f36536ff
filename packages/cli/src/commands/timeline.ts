/** `floodgate timeline ITEM --to CC`: every day on which the answer changed. */
import { timeline } from '@floodgate/engine/rules';
import type { Command } from 'commander';
import { type Context, parseLanguage, toJson } from '../context.ts';
import { addQuestionOptions, type QuestionOptions, readQuestion } from '../question.ts';
import { askingSupposed } from '../suppose.ts';
import { timelineView } from '../view/rules.ts';

export function registerTimeline(program: Command, context: Context): void {
  addQuestionOptions(
    program
      .command('timeline')
      .description('every day on which the law changed for an item, a destination and a buyer'),
  )
    .addHelpText(
      'after',
      `
Examples:
  floodgate timeline h20 --to CN
  floodgate timeline h100 --to AE --lang zh
  floodgate timeline h20 --to CN --json
  floodgate timeline h20 --to CN --suppose b30a`,
    )
    .action((asked: string | undefined, options: QuestionOptions) => runTimeline(context, asked, options));
}

function runTimeline(context: Context, asked: string | undefined, options: QuestionOptions): void {
  const language = parseLanguage(options.lang);
  const { world, item, from, to, endUser } = readQuestion(context, asked, options);
  const stretches = askingSupposed(options.suppose, () => timeline(world.rules, item, { from, to, endUser }));
  if (options.json) {
    context.write(toJson(stretches));
    return;
  }
  const say = (key: string, fields = {}) => context.say(language, key, fields);
  context.write(timelineView({ stretches, item, from, to, rulebook: world.rules, language, say }));
}
