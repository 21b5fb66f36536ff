/** Random shipments, the same on every machine, and what the engine says of each. */
import { addDays, createStream, uniform } from '@floodgate/engine/core';
import {
  type Column,
  changeDays,
  encode,
  factsOfShipment,
  type Item,
  RuleError,
  type Rulings,
  ruleOnAll,
} from '@floodgate/engine/rules';
import type { Rulebook } from '@floodgate/engine/world';

export interface Row {
  id: number;
  item: string;
  from: string | null;
  to: string | null;
  on: string;
  headquarters: string | null;
  entityList: boolean | null;
  military: boolean | null;
}

/** In the order of `ANSWER_COLUMNS`; a list is one text. */
export type Answer = [
  classification: string | null,
  required: boolean | null,
  policy: string | null,
  by: string | null,
  exceptions: string | null,
  problem: string | null,
];

export const ANSWER_COLUMNS = 'classification, licence_required, review_policy, controlled_by, exceptions, problem';

/** The cells of a row, by column of the shipments. */
export const COLUMNS: readonly { name: string; type: string; key: keyof Row }[] = [
  { name: 'id', type: 'INTEGER', key: 'id' },
  { name: 'item', type: 'TEXT', key: 'item' },
  { name: 'from_country', type: 'TEXT', key: 'from' },
  { name: 'to_country', type: 'TEXT', key: 'to' },
  { name: 'shipped_on', type: 'DATE', key: 'on' },
  { name: 'headquarters', type: 'TEXT', key: 'headquarters' },
  { name: 'entity_list', type: 'BOOLEAN', key: 'entityList' },
  { name: 'military', type: 'BOOLEAN', key: 'military' },
];

/** Columns of other facts, which these rows leave empty. */
export function emptyColumns(rulebook: Rulebook): string[] {
  const given = COLUMNS.map(({ name }) => name);
  return factsOfShipment(rulebook).flatMap(({ column }) => (given.includes(column) ? [] : [column]));
}

/** The definition of the table of shipments. */
export function shipmentsTable(rulebook: Rulebook): string {
  const columns = COLUMNS.map(({ name, type }) => `${name} ${type}`);
  return `shipments(${[...columns, ...emptyColumns(rulebook).map((name) => `${name} TEXT`)].join(', ')})`;
}

/** Few enough kinds of cell that every combination that the law tells apart is likely to come up. */
export function randomRows(rulebook: Rulebook, items: readonly Item[], count: number, seed = 4): Row[] {
  const streams = new Map<string, ReturnType<typeof createStream>>();
  const countries = [...new Set(rulebook.groups.flatMap(({ members }) => members))].sort();
  const days = changeDays(rulebook).filter((day) => day >= '2022');
  return Array.from({ length: count }, (_, id) => {
    const roll = (name: string) => {
      const stream = streams.get(name) ?? createStream(seed, name);
      streams.set(name, stream);
      return uniform(stream, id);
    };
    const pick = <T>(name: string, of: readonly T[]) => of[Math.floor(roll(name) * of.length)];
    const country = (name: string) =>
      roll(`${name}.far`) < 0.5 ? pick(name, ['CN', 'HK', 'MO', 'AE', 'SG', 'RU', 'US']) : pick(name, countries);
    const rare = <T>(name: string, share: number, value: T) => (roll(`${name}.absent`) < share ? null : value);
    const near = addDays(pick('day', days), pick('day.shift', [-1, 0, 1]));
    const far = addDays('2021-12-01', Math.floor(roll('day.any') * 1900));
    return {
      id,
      item: roll('item.unknown') < 0.01 ? 'no-such-item' : pick('item', items).id,
      from: rare('from', 0.01, pick('from', ['US', 'US', 'US', 'TW', 'CN', 'NL'])),
      to: rare('to', 0.01, country('to')),
      on: roll('day.near') < 0.5 ? near : far,
      headquarters: rare('headquarters', 0.5, country('headquarters')),
      entityList: rare('entity', 0.7, roll('entity') < 0.3),
      military: rare('military', 0.7, roll('military') < 0.3),
    };
  });
}

const NOTHING_KNOWN: Item['values'] = new Map();

/** The answers of the engine, by the table of decisions; `tests/rules` holds that against the trace. */
export function answersOfEngine(rulebook: Rulebook, items: readonly Item[], rows: readonly Row[]): Answer[] {
  const byId = new Map(items.map((item) => [item.id.toLowerCase(), item]));
  const unknown: Item = { ...items[0], id: 'unknown', values: NOTHING_KNOWN };
  const column = (key: keyof Row) => encode(rows.map((row) => row[key] ?? undefined)) as Column<never>;
  const { values, codes } = encode(rows.map(({ item }) => byId.get(item.toLowerCase()) ?? unknown));
  const endUser = {
    headquarters: column('headquarters'),
    entityList: column('entityList'),
    military: column('military'),
  };
  const [from, to, on] = [column('from'), column('to'), column('on')];
  const rulings = ruleOnAll(rulebook, { item: { values, codes }, from, to, on, endUser });
  const told = rulings.outcomes.map(answerOf);
  return rows.map((_, i) => {
    const answer = told[rulings.codes[i]];
    return values[codes[i]] === unknown && answer[5] === null ? (answer.with(5, 'unknown item') as Answer) : answer;
  });
}

function answerOf(outcome: Rulings['outcomes'][number]): Answer {
  if (outcome instanceof RuleError) return [null, null, null, null, null, 'conflict'];
  const { classification, licence, controlledBy } = outcome;
  const exceptions = licence.exceptions.map(({ code }) => code).join(',');
  return [classification, licence.required, licence.reviewPolicy, controlledBy.join(','), exceptions, null];
}

/** The first few rows on which two lists of answers differ, to be read by a person. */
export function differences(rows: readonly Row[], engine: readonly Answer[], database: readonly Answer[]): object[] {
  return rows
    .map((row, i) => ({ row, engine: engine[i], database: database[i] }))
    .filter(({ engine: ours, database: theirs }) => ours.some((cell, i) => cell !== theirs?.[i]))
    .slice(0, 5);
}

/** `conflict: reviewPolicy` → `conflict`: the engine's error names the rules instead. */
export function asEngineSays([a, b, c, d, e, problem]: unknown[]): Answer {
  const told = typeof problem === 'string' && problem.startsWith('conflict') ? 'conflict' : problem;
  return [a, b, c, d, e, told] as Answer;
}
