/**
 * Reads one test, such as `tpp >= {3a090.a.1.tpp}`, `to in D:1 D:4`, `dataCenter = yes`, `released <= 2026-01-15`,
 * `meets us-ear.3a090.a`, `open letters-2025-04.numbers`, `never`.
 */
import { nearest } from '../core/errors.ts';
import type { Attribute } from '../world/rule.ts';
import { RuleError } from './rule-error.ts';
import type { Comparison, Place, Tree } from './tree.ts';

const COMPARISON = /^([A-Za-z]\w*)\s*(>=|<=|!=|=|>|<)\s*(.+)$/;
const MEMBERSHIP = /^([A-Za-z]\w*)\s+(not\s+)?in\s+(.+)$/;
const REFERENCE = /^(meets|open)\s+(\S+)$/;
const GROUP = /^[A-Z]:\d$/;
const ID = /^[A-Za-z0-9][\w.-]*$/;

/** Throws RuleError `bad-test`, `unknown-attribute` or `wrong-operand`. */
export function parseTest(text: string, attributes: ReadonlyMap<string, Attribute>, at: Place): Tree {
  const test = text.trim();
  if (test === 'always' || test === 'never') return { op: 'constant', value: test === 'always', at };
  const reference = REFERENCE.exec(test);
  if (reference) {
    const [, word, id] = reference;
    return word === 'meets' ? { op: 'meets', provision: id, at } : { op: 'open', question: id, at };
  }
  const membership = MEMBERSHIP.exec(test);
  if (membership) return parseMembership(attributeOf(membership[1], attributes, text), membership, text, at);
  const comparison = COMPARISON.exec(test);
  if (comparison) return parseComparison(attributeOf(comparison[1], attributes, text), comparison, text, at);
  throw new RuleError('bad-test', { test: text, expected: 'attribute, one of >= <= > < = != in, and a value' });
}

function attributeOf(id: string, attributes: ReadonlyMap<string, Attribute>, test: string): Attribute {
  const attribute = attributes.get(id);
  if (attribute) return attribute;
  throw new RuleError('unknown-attribute', { test, attribute: id, nearest: nearest(id, attributes.keys()) });
}

function parseMembership(attribute: Attribute, [, , not, list]: RegExpExecArray, test: string, at: Place): Tree {
  const words = list.split(/[\s,]+/).filter((word) => word !== '');
  const groups = words.filter((word) => GROUP.test(word));
  const names = words.filter((word) => !GROUP.test(word));
  const allowed = attribute.type === 'country' || (attribute.type === 'name' && groups.length === 0);
  if (!allowed) throw wrongOperand(attribute, test, 'countries and country groups, or names');
  if (attribute.type === 'country' && names.some((name) => !/^[A-Z]{2}$/.test(name))) {
    throw wrongOperand(attribute, test, 'ISO 3166 alpha-2 codes and groups such as D:5');
  }
  const known = attribute.type === 'name' ? names.map((name) => name.toLowerCase()) : names;
  return { op: 'member', attribute: attribute.id, names: known, groups, negated: not !== undefined, at };
}

function parseComparison(attribute: Attribute, match: RegExpExecArray, test: string, at: Place): Tree {
  const is = match[2] as Comparison;
  const operand = match[3].trim();
  const { id } = attribute;
  switch (attribute.type) {
    case 'number':
      return { op: 'compare', attribute: id, is, than: parseOperand(attribute, operand, test), at };
    case 'day':
      if (!/^\d{4}-\d{2}-\d{2}$/.test(operand)) throw wrongOperand(attribute, test, 'a day, YYYY-MM-DD');
      return { op: 'day', attribute: id, is, than: operand, at };
    case 'yes-no':
      if (is !== '=' || !['yes', 'no'].includes(operand)) throw wrongOperand(attribute, test, '= yes or = no');
      return { op: 'holds', attribute: id, value: operand === 'yes', at };
    default: {
      if (!['=', '!='].includes(is) || !ID.test(operand)) throw wrongOperand(attribute, test, '= or != and one name');
      const name = attribute.type === 'name' ? operand.toLowerCase() : operand;
      return { op: 'member', attribute: id, names: [name], groups: [], negated: is === '!=', at };
    }
  }
}

function parseOperand(attribute: Attribute, operand: string, test: string) {
  const parameter = /^\{([^{}\s]+)\}$/.exec(operand);
  if (parameter) return { parameter: parameter[1] };
  if (!/^\d+(\.\d+)?$/.test(operand)) throw wrongOperand(attribute, test, 'a plain number or {parameter}');
  return { literal: Number(operand) };
}

function wrongOperand(attribute: Attribute, test: string, expected: string): RuleError {
  return new RuleError('wrong-operand', { test, attribute: attribute.id, expected });
}
