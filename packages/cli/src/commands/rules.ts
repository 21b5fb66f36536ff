/** `floodgate rules [show ID]`: the instruments of the law, and one of them, a provision or a threshold in full. */
import { InputError, unknownId } from '@floodgate/engine/core';
import { createWorld, type Rulebook, type World } from '@floodgate/engine/world';
import type { Command } from 'commander';
import { type Context, parseLanguage, readAsOf, toJson } from '../context.ts';
import { plainTable } from '../view/table.ts';

interface Options {
  asOf?: string;
  lang: string;
  json?: boolean;
}

export function registerRules(program: Command, context: Context): void {
  program
    .command('rules')
    .description('list the instruments of the law; "show" prints one, or a provision, threshold or country group')
    .argument('[show]', 'the word "show", to print one')
    .argument('[id]', 'which one')
    .option('--as-of <date>', 'only what was published by this day')
    .option('--lang <language>', 'en or zh', 'en')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nExamples:\n  floodgate rules\n  floodgate rules show is-informed-2025-04\n  floodgate rules show us-ear.3a090.a --json',
    )
    .action((show: string | undefined, id: string | undefined, options: Options) =>
      runRules(context, show, id, options),
    );
}

function runRules(context: Context, show: string | undefined, id: string | undefined, options: Options): void {
  const language = parseLanguage(options.lang);
  const asOf = readAsOf(context, options.asOf);
  const world = createWorld(context.dataset, asOf);
  if (show !== undefined) {
    if (show !== 'show' || id === undefined) throw unknownId('rule', id ?? show, idsOf(world.rules));
    context.write(toJson(findRule(world, idOf(world.rules, id))));
    return;
  }
  const instruments = world.rules.instruments.toSorted((a, b) => (a.effective < b.effective ? -1 : 1));
  if (options.json) {
    context.write(toJson(instruments));
    return;
  }
  const status = (key: string) => context.say(language, `rules.status.${key}`);
  const kind = (key: string) => context.say(language, `rules.kind.${key}`);
  context.write(
    plainTable(
      instruments.map((one) => [
        one.id,
        one.effective,
        kind(one.kind),
        status(one.status.at(-1)?.is ?? ''),
        one.title[language],
      ]),
    ),
  );
}

function idsOf({ instruments, provisions, parameters, groups }: Rulebook): string[] {
  return [...instruments, ...provisions, ...parameters, ...groups].map(({ id }) => id);
}

/** The id that is meant: in full, or its end, such as `3A090.a` for `us-ear.3a090.a`. */
function idOf(rules: Rulebook, asked: string): string {
  const ids = idsOf(rules);
  const wanted = asked.toLowerCase();
  if (ids.includes(asked)) return asked;
  const found = ids.filter((id) => id.toLowerCase() === wanted || id.toLowerCase().endsWith(`.${wanted}`));
  if (found.length === 0) throw unknownId('rule', asked, ids);
  if (found.length > 1) throw new InputError('many-rules', { id: asked, found: found.join(', ') });
  return found[0];
}

/** An instrument with all that it brought, or a provision, a threshold, a country group; with its source cards. */
function findRule({ rules, sources }: World, id: string): object {
  const instrument = rules.instruments.find((one) => one.id === id);
  if (instrument) {
    const brought = rules.provisions
      .map((provision) => ({
        ...provision,
        versions: provision.versions.filter((version) => version.instrument === id),
      }))
      .filter((provision) => provision.versions.length > 0);
    const thresholds = rules.parameters
      .map((parameter) => ({ ...parameter, values: parameter.values.filter((value) => value.instrument === id) }))
      .filter((parameter) => parameter.values.length > 0);
    return {
      ...instrument,
      provisions: brought,
      thresholds,
      sources: sources.filter((source) => source.id === instrument.source),
    };
  }
  const one = [...rules.provisions, ...rules.parameters, ...rules.groups].find((candidate) => candidate.id === id);
  if (!one) throw unknownId('rule', id, idsOf(rules));
  return one;
}
