/** The items as a table of literals: every declared attribute, and those that follow from them. */
import type { Attribute, Rulebook } from '../../world/rule.ts';
import type { Bounds, Item, Value } from '../item.ts';
import { columnType, factColumn } from './columns.ts';
import { quantityText } from './decimal-text.ts';
import { type Dialect, NULL } from './dialect.ts';

/** Column by which shipments name their item. */
export const ITEM_ID = 'item_id';

export function itemsSql(dialect: Dialect, rulebook: Rulebook, items: readonly Item[]): string {
  const attributes = rulebook.attributes.filter(({ of }) => of === 'item');
  const columns = [ITEM_ID, ...attributes.flatMap(columnsOf)];
  const rows = items.map((item) => [
    dialect.text(item.id.toLowerCase()),
    ...attributes.flatMap((attribute) => cellsOf(dialect, attribute, item.values.get(attribute.id))),
  ]);
  const read = attributes.flatMap((attribute) =>
    columnsOf(attribute).map((column) => {
      const name = dialect.name(column);
      return `CAST(${name} AS ${dialect.types[columnType(attribute)]}) AS ${name}`;
    }),
  );
  // Literals are strings throughout: a number would lose its last digits where a database reads it as a double.
  return `SELECT ${[dialect.name(ITEM_ID), ...read].join(',\n    ')}\n  FROM ${dialect.rows('declared', columns, rows)}`;
}

export function itemColumns(rulebook: Rulebook): string[] {
  return rulebook.attributes.filter(({ of }) => of === 'item').flatMap(columnsOf);
}

function columnsOf(attribute: Attribute): string[] {
  const column = factColumn(attribute);
  return attribute.type === 'number' ? [`${column}_low`, `${column}_high`] : [column];
}

function cellsOf(dialect: Dialect, attribute: Attribute, value: Value | undefined): string[] {
  const cell = (text: string | undefined) => (text === undefined ? NULL : dialect.text(text));
  if (attribute.type !== 'number') return [cell(value === undefined ? undefined : String(value))];
  if (value === undefined) return [NULL, NULL];
  const { low, high } = value as Bounds;
  return [cell(quantityText(low)), cell(quantityText(high))];
}
