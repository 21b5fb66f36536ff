/** The whole script: a view that adds the answers of the law to a table of shipments, on a database that holds nothing else. */
import { InputError } from '../../core/errors.ts';
import type { Rulebook } from '../../world/rule.ts';
import type { Item } from '../item.ts';
import type { Law } from '../law.ts';
import { answersOf } from './answers.ts';
import { byDay, lawsOf } from './by-day.ts';
import { columnType, type Fact, factColumn, factsOfShipment, KNOWN_ITEM, namesOf, SHIPMENTS, VIEW } from './columns.ts';
import { conditionSql } from './condition.ts';
import type { Dialect } from './dialect.ts';
import { DIALECTS } from './dialects.ts';
import { ITEM_ID, itemColumns, itemsSql } from './items.ts';
import { layersOf } from './layers.ts';
import { placesOf } from './places.ts';
import type { Column } from './standing.ts';

export const SQL_DIALECTS: readonly string[] = Object.keys(DIALECTS);

/**
 * The view `shipments_determined` over `shipments`, as one CREATE VIEW statement, after what a database must be told to take
 * one so long. `head` holds lines of explanation for
 * its top. Throws InputError `bad-choice` for a dialect that is not one of `SQL_DIALECTS`, RuleError `not-in-sql` for a
 * law that SQL cannot say.
 */
export function sqlView(
  rulebook: Rulebook,
  items: readonly Item[],
  dialectId: string,
  head: (dialect: Pick<Dialect, 'id' | 'title'>) => readonly string[] = () => [],
): string {
  const dialect = Object.hasOwn(DIALECTS, dialectId) ? DIALECTS[dialectId] : undefined;
  if (!dialect)
    throw new InputError('bad-choice', { where: 'dialect', value: dialectId, allowed: SQL_DIALECTS.join(', ') });
  const laws = lawsOf(rulebook);
  const places = placesOf(dialect, laws);
  const layers = layersOf(laws);
  const verdicts = namesOf('rule_', layers.flat());
  const verdict = (id: string) => verdicts.get(id)!;
  const names = { verdict, place: places.nameOf };
  const ruleColumns = layers.map((ids) =>
    ids.map((id) => ({ column: verdict(id), sql: ruleSql(dialect, laws, names, id), comment: commentOf(laws, id) })),
  );
  const { steps, answers } = answersOf(dialect, laws, verdict);
  const added = [places.columns, ...ruleColumns, ...steps];
  const stages = added.map((columns, i) =>
    stageSql(dialect, `step_${i + 1}`, i === 0 ? 'asked' : `step_${i}`, columns),
  );
  const working = [...askedColumns(rulebook), ...added.flat().map(({ column }) => column)];
  return [
    ...head(dialect).map(commentSql),
    ...dialect.settings.map((setting) => `${setting};`),
    `CREATE OR REPLACE VIEW ${dialect.name(VIEW)} AS`,
    `WITH items AS (\n  ${itemsSql(dialect, rulebook, items)}\n),`,
    `asked AS (\n  ${askedSql(dialect, rulebook)}${dialect.fence}\n),`,
    `${stages.join(',\n')}`,
    `SELECT ${dialect.carried(working)},\n  ${answers.map((one) => columnSql(dialect, one)).join(',\n  ')}`,
    `FROM step_${added.length};\n`,
  ].join('\n');
}

function ruleSql(
  dialect: Dialect,
  laws: readonly Law[],
  names: Parameters<typeof conditionSql>[1],
  id: string,
): string {
  return byDay(dialect, laws, (law) => {
    const rule = law.byId.get(id);
    return rule === undefined ? 'FALSE' : conditionSql(dialect, names, law, rule);
  });
}

function stageSql(dialect: Dialect, name: string, from: string, columns: readonly Column[]): string {
  const list = columns
    .map((column) => {
      const comment = column.comment === undefined ? '' : `    ${commentSql(column.comment)}\n`;
      return `,\n${comment}    ${columnSql(dialect, column)}`;
    })
    .join('');
  return `${name} AS (\n  SELECT ${from}.*${list}\n  FROM ${from}${dialect.fence}\n)`;
}

/** One line, whatever the text holds. */
function commentSql(text: string): string {
  return `-- ${text.replaceAll(/\s+/g, ' ')}`.trimEnd();
}

/** The provision, its paragraph and the instruments that made it what it is. */
function commentOf(laws: readonly Law[], id: string): string {
  const versions = laws.flatMap((law) => law.byId.get(id)?.version ?? []);
  const paragraphs = [...new Set(versions.map(({ paragraph }) => paragraph))].join('; ');
  const instruments = [...new Set(versions.map(({ instrument }) => instrument))].join(', ');
  return versions.length === 0 ? id : `${id}: ${paragraphs} (${instruments})`;
}

function columnSql(dialect: Dialect, { column, sql }: Column): string {
  return `${sql} AS ${dialect.name(column)}`;
}

/** The columns that `asked` adds to a shipment. */
function askedColumns(rulebook: Rulebook): string[] {
  return [
    ...factsOfShipment(rulebook).map(({ attribute }) => factColumn(attribute)),
    KNOWN_ITEM,
    ...itemColumns(rulebook),
  ];
}

/** Every shipment with its item's attributes, and with what is taken for granted of a buyer of whom nothing is said. */
function askedSql(dialect: Dialect, rulebook: Rulebook): string {
  const { name } = dialect;
  const facts = factsOfShipment(rulebook).map(
    (fact) => `${factSql(dialect, fact)} AS ${name(factColumn(fact.attribute))}`,
  );
  const known = `i.${name(ITEM_ID)} IS NOT NULL AS ${name(KNOWN_ITEM)}`;
  const columns = [
    dialect.carry,
    ...facts,
    known,
    ...itemColumns(rulebook).map((column) => `i.${name(column)} AS ${name(column)}`),
  ];
  return `SELECT ${columns.join(',\n    ')}
  FROM ${name(SHIPMENTS)} AS s LEFT JOIN items AS i ON LOWER(s.${name('item')}) = i.${name(ITEM_ID)}`;
}

function factSql(dialect: Dialect, { attribute, column, assumed }: Fact): string {
  const type = dialect.types[columnType(attribute)];
  const cell = (from: string, as = type) => `CAST(s.${dialect.name(from)} AS ${as})`;
  if (assumed === undefined) return cell(column);
  return `COALESCE(${cell(column)}, ${assumedSql(dialect, assumed)})`;
}

function assumedSql(dialect: Dialect, assumed: string | boolean): string {
  if (typeof assumed === 'boolean') return assumed ? 'TRUE' : 'FALSE';
  return assumed === 'destination'
    ? `CAST(s.${dialect.name('to_country')} AS ${dialect.types.text})`
    : dialect.text(assumed);
}
