/** What the columns of the script are called. */
import type { Attribute, Rulebook } from '../../world/rule.ts';
import { RuleError } from '../rule-error.ts';
import type { ColumnType } from './dialect.ts';

export const SHIPMENTS = 'shipments';
export const VIEW = 'shipments_determined';
/** Column of the day on the way. */
export const DAY = 'fact_on';

/** Column on the way that says whether the table of items has the item. */
export const KNOWN_ITEM = 'fact_known_item';

const TRANSACTION: Readonly<Record<string, string>> = { from: 'from_country', to: 'to_country', on: 'shipped_on' };
/** Postgres cuts a name after 63 bytes. */
const LONGEST = 56;

/** `memoryBandwidthGBs` → `memory_bandwidth_gbs`, `us-ear.3a090.a` → `us_ear_3a090_a`. */
export function snake(id: string): string {
  const words = id.replace(/([a-z])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_');
  return words.toLowerCase().slice(0, LONGEST);
}

/** Column that conditions read; of a quantity, the common part of the names of its two columns. Throws RuleError `not-in-sql`. */
export function factColumn(attribute: Attribute): string {
  const { id, of } = attribute;
  if (of === 'item') return `item_${snake(id)}`;
  if (shipmentColumn(attribute) === undefined) {
    throw new RuleError('not-in-sql', { construct: `attribute ${id} of a transaction` });
  }
  return `fact_${snake(id)}`;
}

/** Column of the shipments that holds a fact about the transaction or the buyer; undefined where none does. */
function shipmentColumn({ id, of }: Attribute): string | undefined {
  return of === 'transaction' ? TRANSACTION[id] : snake(id);
}

/** One name for each id, none twice. */
export function namesOf(prefix: string, ids: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const id of ids) {
    let name = `${prefix}${snake(id)}`;
    for (let i = 2; taken.has(name); i++) name = `${prefix}${snake(id).slice(0, LONGEST - 4)}_${i}`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

export interface Fact {
  attribute: Attribute;
  /** Column of the shipments. */
  column: string;
  /** What an empty cell means: `destination`, a fixed answer or name, or nothing known. */
  assumed: string | boolean | undefined;
}

/** The facts that a shipment gives, with what the engine takes for granted where it says nothing. */
export function factsOfShipment({ attributes }: Rulebook): Fact[] {
  return attributes
    .filter(({ of }) => of !== 'item')
    .flatMap((attribute) => {
      const column = shipmentColumn(attribute);
      return column === undefined ? [] : [{ attribute, column, assumed: attribute.assumed?.value }];
    });
}

/** Type of a column, for attributes that have one column. */
export function columnType({ type }: Attribute): ColumnType {
  return type === 'number' ? 'decimal' : type === 'yes-no' ? 'yes-no' : type === 'day' ? 'day' : 'text';
}
