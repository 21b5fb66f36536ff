/** Puts what is known of an item, a transaction and its parties into the slots that predicates read. */
import { InputError, nearest } from '../core/errors.ts';
import type { Attribute, Rulebook } from '../world/rule.ts';
import type { Item } from './item.ts';
import type { Law } from './law.ts';
import type { Facts } from './predicate.ts';
import { assumedEndUser, type EndUser, type Transaction } from './transaction.ts';

/** Throws InputError `bad-end-user` for a fact about the buyer that no law asks for or that has the wrong form. */
export function factsOf(law: Law, item: Item, transaction: Transaction, suppose: ReadonlyMap<string, boolean>): Facts {
  const { attributes } = law.rulebook;
  const values = new Array<Facts['values'][number]>(attributes.length);
  const put = (id: string, value: Facts['values'][number]) => {
    const slot = law.slot(id);
    if (slot >= 0) values[slot] = value;
  };
  for (const [id, value] of item.values) put(id, value);
  put('from', transaction.from);
  put('to', transaction.to);
  put('on', transaction.on);
  for (const [id, value] of Object.entries(assumedEndUser(transaction.to))) put(id, value);
  if (transaction.endUser) {
    checkEndUser(law.rulebook, transaction.endUser);
    for (const [id, value] of Object.entries(transaction.endUser)) put(id, value);
  }
  return { values, suppose, memo: new Int8Array(law.rules.length).fill(2) };
}

/** The same item and parties on another law of the same rulebook. */
export function forget(facts: Facts): void {
  facts.memo.fill(2);
}

function checkEndUser(rulebook: Rulebook, endUser: EndUser): void {
  const known = rulebook.attributes.filter((attribute) => attribute.of === 'end-user');
  for (const [id, value] of Object.entries(endUser)) {
    const attribute = known.find((candidate) => candidate.id === id);
    if (attribute === undefined) {
      const ids = known.map((candidate) => candidate.id);
      throw new InputError('bad-end-user', { fact: id, allowed: ids.join(', '), nearest: nearest(id, ids) });
    }
    if (!fits(attribute, value))
      throw new InputError('bad-end-user', { fact: id, allowed: formOf(attribute), nearest: '' });
  }
}

function fits(attribute: Attribute, value: string | boolean): boolean {
  if (attribute.type === 'yes-no') return typeof value === 'boolean';
  return typeof value === 'string' && (attribute.type !== 'country' || /^[A-Z]{2}$/.test(value));
}

function formOf(attribute: Attribute): string {
  return attribute.type === 'yes-no' ? 'true, false' : attribute.type === 'country' ? 'ISO 3166 alpha-2' : 'a name';
}
