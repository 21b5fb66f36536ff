/** The options that `classify` and `timeline` share, read into the engine's terms. */
import { parseSpec } from '@floodgate/dataset';
import { type Day, InputError, type Language, nearest, unknownId } from '@floodgate/engine/core';
import {
  type EndUser,
  FIRST_DAY,
  type Item,
  itemOf,
  itemOfComputer,
  itemOfGoods,
  itemOfMemory,
} from '@floodgate/engine/rules';
import { createWorld, findChip, findGoods, type World } from '@floodgate/engine/world';
import type { Command } from 'commander';
import { type Context, readAsOf } from './context.ts';
import { parseCountry } from './country.ts';
import { readSmallFile } from './decisions.ts';
import { suppose } from './suppose.ts';

export interface QuestionOptions {
  to: string;
  from: string;
  endUser?: string;
  spec?: string;
  suppose?: string;
  asOf?: string;
  lang: string;
  json?: boolean;
}

export interface Question {
  world: World;
  item: Item;
  from: string;
  to: string;
  endUser: EndUser;
}

export function addQuestionOptions(command: Command): Command {
  return command
    .argument(
      '[item]',
      'id or name of a chip (floodgate chips), memory stack, material, technology or tool; leave it out with --spec',
    )
    .requiredOption('--to <country>', 'destination, ISO 3166 alpha-2, such as CN, HK, MO')
    .option('--from <country>', 'country of export, ISO 3166 alpha-2', 'US')
    .option('--end-user <facts>', 'facts about the buyer: headquarters=CN,entity-list=true,footnote=4,military=false')
    .option('--spec <file>', 'YAML or JSON of a chip, board or server that does not exist yet')
    .option('--suppose <rule>', 'with a proposed rule (a file as `design` reads it) or a decision (a file or an id)')
    .option('--as-of <date>', 'only law published by this day (default: all)')
    .option('--lang <language>', 'en or zh', 'en')
    .option('--json', 'print one JSON document');
}

/** Throws InputError or DatasetError for what cannot be read. */
export function readQuestion(context: Context, asked: string | undefined, options: QuestionOptions): Question {
  const asOf = readAsOf(context, options.asOf);
  const recorded = createWorld(context.dataset, asOf);
  const { suppose: supposed } = options;
  const rules = supposed === undefined ? recorded.rules : suppose(recorded.rules, context.dataset, supposed);
  const world = { ...recorded, rules };
  return {
    world,
    item: readItem(context, world, asked, options.spec),
    from: parseCountry(options.from, '--from'),
    to: parseCountry(options.to, '--to'),
    endUser: readEndUser(world, options.endUser),
  };
}

function readItem(context: Context, world: World, asked: string | undefined, spec: string | undefined): Item {
  if (spec !== undefined && asked !== undefined) throw new InputError('two-items', { item: asked, spec });
  if (spec !== undefined) return readSpec(context, world, spec);
  if (asked === undefined) throw new InputError('no-item', {});
  const stack = context.dataset.memory.find((one) => one.id === asked.trim().toLowerCase());
  if (stack) return itemOfMemory(stack);
  const goods = findGoods(world, asked);
  if (goods) return itemOfGoods(goods);
  try {
    return itemOf(findChip(world, asked));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const known = [...world.chips, ...context.dataset.memory, ...world.goods].map(({ id }) => id);
    throw unknownId('item', asked, [...known, ...world.chips.flatMap((chip) => chip.aliases)]);
  }
}

function readSpec(context: Context, world: World, file: string): Item {
  const spec = parseSpec(readSmallFile(file, '--spec'), file, context.dataset);
  return spec.contains === undefined ? itemOf(spec) : itemOfComputer(spec, itemOf(findChip(world, spec.contains)));
}

/** `headquarters=CN,entity-list=true` → { headquarters: 'CN', entityList: true }. Throws `bad-end-user`. */
function readEndUser(world: World, text: string | undefined): EndUser {
  if (text === undefined || text.trim() === '') return {};
  const attributes = world.rules.attributes.filter((attribute) => attribute.of === 'end-user');
  const written = new Map(attributes.map((attribute) => [kebab(attribute.id), attribute]));
  const said = text.split(',').map((part) => kebab(part.split('=')[0].trim()));
  const twice = said.find((key, i) => said.indexOf(key) !== i);
  if (twice !== undefined) throw new InputError('said-twice', { where: '--end-user', fact: twice });
  return Object.fromEntries(
    text.split(',').map((part) => {
      const [key, value = ''] = part.split('=').map((side) => side.trim());
      const attribute = written.get(kebab(key));
      if (!attribute) {
        throw new InputError('bad-end-user', {
          fact: part.trim(),
          allowed: [...written.keys()].join(', '),
          nearest: nearest(key, written.keys()),
        });
      }
      if (attribute.type === 'country') return [attribute.id, parseCountry(value, `--end-user ${key}`)];
      return [attribute.id, attribute.type === 'yes-no' ? readYesNo(key, value) : value];
    }),
  );
}

function readYesNo(key: string, value: string): boolean {
  if (['true', 'yes'].includes(value)) return true;
  if (['false', 'no'].includes(value)) return false;
  throw new InputError('bad-choice', { where: `--end-user ${key}`, value, allowed: 'true, false' });
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Warns of a day before the first whose law the data hold whole, or after the day up to which they were kept. */
export function warnOfDay(context: Context, language: Language, on: Day): void {
  const { cutoff } = context.dataset;
  if (on > cutoff) context.note(`${context.say(language, 'rules.warn.after', { on, cutoff })}\n`);
  if (on < FIRST_DAY) context.note(`${context.say(language, 'rules.warn.before', { on, first: FIRST_DAY })}\n`);
}
