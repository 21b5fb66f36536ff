/** `floodgate sql`: the dated law as a view over a table of shipments, for a database. */
import { InputError, type Language } from '@floodgate/engine/core';
import { factsOfShipment, itemOf, itemOfGoods, itemOfMemory, SQL_DIALECTS, sqlView } from '@floodgate/engine/rules';
import { createWorld, type Rulebook } from '@floodgate/engine/world';
import type { Command } from 'commander';
import { type Context, parseLanguage, readAsOf } from '../context.ts';

interface Options {
  dialect: string;
  asOf?: string;
  lang: string;
}

export function registerSql(program: Command, context: Context): void {
  program
    .command('sql')
    .description('print the law as a view that adds its answers to a table of shipments')
    .requiredOption('--dialect <name>', SQL_DIALECTS.join(', '))
    .option('--as-of <date>', 'only law published by this day (default: all)')
    .option('--lang <language>', 'language of the comments: en or zh', 'en')
    .addHelpText(
      'after',
      '\nExamples:\n  floodgate sql --dialect duckdb > law.sql\n  floodgate sql --dialect postgres | psql mydb',
    )
    .action((options: Options) => runSql(context, options));
}

function runSql(context: Context, { dialect, asOf, lang }: Options): void {
  const language = parseLanguage(lang);
  if (!SQL_DIALECTS.includes(dialect)) {
    throw new InputError('bad-choice', { where: '--dialect', value: dialect, allowed: SQL_DIALECTS.join(', ') });
  }
  const day = readAsOf(context, asOf);
  const world = createWorld(context.dataset, day);
  const items = [
    ...world.chips.map(itemOf),
    ...context.dataset.memory.map(itemOfMemory),
    ...world.goods.map(itemOfGoods),
  ];
  const buyer = buyerLines(context, language, world.rules).join('\n ');
  context.write(
    sqlView(world.rules, items, dialect, ({ title }) =>
      context.say(language, 'sql.head', { database: title, asOf: day, buyer }).split('\n'),
    ),
  );
}

/** One line for each column about the end user. */
function buyerLines(context: Context, language: Language, rules: Rulebook): string[] {
  const facts = factsOfShipment(rules).filter(({ attribute }) => attribute.of === 'end-user');
  return facts.map(({ attribute, column, assumed }) => {
    const type = context.say(language, `sql.type.${attribute.type === 'yes-no' ? 'yes-no' : 'text'}`);
    const name = typeof assumed === 'string' && assumed !== 'destination' ? assumed : undefined;
    const key = name ? 'name' : typeof assumed === 'boolean' ? (assumed ? 'yes' : 'no') : (assumed ?? 'unknown');
    return context.say(language, 'sql.buyer', {
      column,
      type,
      title: attribute.title[language],
      assumed: context.say(language, `sql.assumed.${key}`, { name: name ?? '' }),
    });
  });
}
