/** Puts what is known of an item, a transaction and its parties into the slots that predicates read. */
import { InputError, nearest } from '../core/errors.ts';
import type { Attribute, Rulebook } from '../world/rule.ts';
import { assumedEndUser } from './assumptions.ts';
import type { Item } from './item.ts';
import type { Law } from './law.ts';
import type { Facts } from './predicate.ts';
import { showBounds } from './show.ts';
import type { EndUser, Transaction } from './transaction.ts';

/** The slots of an item, filled once for each set of attributes. */
const filled = new WeakMap<Item, Filled>();

interface Filled {
  attributes: readonly Attribute[];
  values: Facts['values'];
  shown: readonly (ReturnType<typeof showBounds> | string | boolean | undefined)[];
}

/** Throws InputError `bad-end-user` for a fact about the buyer that no law asks for or that has the wrong form. */
export function factsOf(law: Law, item: Item, transaction: Transaction, suppose: ReadonlyMap<string, boolean>): Facts {
  const values = slotsOf(law, item).values.slice();
  const put = (id: string, value: Facts['values'][number]) => {
    const slot = law.slot(id);
    if (slot >= 0) values[slot] = value;
  };
  put('from', transaction.from);
  put('to', transaction.to);
  put('on', transaction.on);
  putAll(assumedEndUser(law.rulebook.attributes, transaction.to), put);
  if (transaction.endUser) {
    checkEndUser(law.rulebook, transaction.endUser);
    putAll(transaction.endUser, put);
  }
  return { values, suppose, memo: new Int8Array(law.rules.length).fill(2) };
}

function putAll(facts: EndUser, put: (id: string, value: string | boolean) => void): void {
  for (const id in facts) put(id, facts[id]);
}

/** The values of an item as they are printed, by slot. */
export function shownSlots(law: Law, item: Item): Filled['shown'] {
  return slotsOf(law, item).shown;
}

function slotsOf(law: Law, item: Item): Filled {
  const { attributes } = law.rulebook;
  const known = filled.get(item);
  if (known?.attributes === attributes) return known;
  const values: Facts['values'] = new Array(attributes.length).fill(undefined);
  for (const [id, value] of item.values) {
    const slot = law.slot(id);
    if (slot >= 0) values[slot] = value;
  }
  const shown = values.map((value) => (typeof value === 'object' ? showBounds(value) : value));
  const made = { attributes, values, shown };
  filled.set(item, made);
  return made;
}

/** Throws InputError `bad-end-user`. */
export function checkEndUser(rulebook: Rulebook, endUser: EndUser): void {
  const known = buyerAttributes(rulebook);
  for (const id in endUser) {
    const attribute = known.get(id);
    const value = endUser[id];
    if (attribute === undefined) {
      const ids = [...known.keys()];
      throw new InputError('bad-end-user', { fact: id, allowed: ids.join(', '), nearest: nearest(id, ids) });
    }
    if (!fits(attribute, value)) {
      const near = attribute.among ? nearest(String(value), attribute.among) : '';
      throw new InputError('bad-end-user', { fact: id, allowed: formOf(attribute), nearest: near });
    }
  }
}

const buyers = new WeakMap<readonly Attribute[], ReadonlyMap<string, Attribute>>();

function buyerAttributes({ attributes }: Rulebook): ReadonlyMap<string, Attribute> {
  const known = buyers.get(attributes);
  if (known) return known;
  const made = new Map(attributes.filter(({ of }) => of === 'end-user').map((one) => [one.id, one]));
  buyers.set(attributes, made);
  return made;
}

function fits(attribute: Attribute, value: string | boolean): boolean {
  if (attribute.type === 'yes-no') return typeof value === 'boolean';
  if (attribute.among) return attribute.among.includes(value as string);
  return typeof value === 'string' && (attribute.type !== 'country' || /^[A-Z]{2}$/.test(value));
}

function formOf(attribute: Attribute): string {
  if (attribute.among) return attribute.among.join(', ');
  return attribute.type === 'yes-no' ? 'true, false' : attribute.type === 'country' ? 'ISO 3166 alpha-2' : 'a name';
}
