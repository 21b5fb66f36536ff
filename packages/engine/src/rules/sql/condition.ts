/**
 * A compiled condition as an SQL expression. The three-valued logic of SQL is that of the law: TRUE, FALSE, and NULL for
 * cannot tell. Nothing here relies on how a database compares with NULL where databases differ (`NULL IN (…)`).
 */
import type { Attribute } from '../../world/rule.ts';
import type { Law, Rule } from '../law.ts';
import type { Compiled } from '../predicate.ts';
import { RuleError } from '../rule-error.ts';
import type { Comparison, Tree } from '../tree.ts';
import { factColumn } from './columns.ts';
import { thresholdText } from './decimal-text.ts';
import type { Dialect } from './dialect.ts';

/** What a condition refers to outside itself. */
export interface Names {
  /** Column with the verdict of a provision. */
  verdict(provision: string): string;
  /** Column that says whether a country is in a list, as the regime of a rule reads it. */
  place(regime: string, test: Extract<Tree, { op: 'member' }>): string;
}

export function conditionSql(dialect: Dialect, names: Names, law: Law, rule: Rule): string {
  const write = (node: Compiled): string => {
    const { tree } = node;
    switch (tree.op) {
      case 'all':
        return joined('AND', node.parts.map(write));
      case 'any':
        return joined('OR', node.parts.map(write));
      case 'not':
        return `NOT ${write(node.parts[0])}`;
      case 'unless': {
        const [first, ...exceptions] = node.parts.map(write);
        return joined('AND', [first, ...exceptions.map((exception) => `NOT ${exception}`)]);
      }
      case 'constant':
        return tree.value ? 'TRUE' : 'FALSE';
      case 'open':
        return unknown(dialect);
      case 'meets':
        return law.byId.has(tree.provision) ? dialect.name(names.verdict(tree.provision)) : 'FALSE';
      default:
        return testSql(dialect, names, rule, law.attribute(tree.attribute), node);
    }
  };
  return write(rule.compiled);
}

export function unknown(dialect: Dialect): string {
  return `CAST(NULL AS ${dialect.types['yes-no']})`;
}

/** AND or OR of several; of none, what the law makes of none: AND holds, OR does not. */
export function joined(word: 'AND' | 'OR', parts: readonly string[]): string {
  if (parts.length === 0) return word === 'AND' ? 'TRUE' : 'FALSE';
  return parts.length === 1 ? parts[0] : `(${parts.join(` ${word} `)})`;
}

function testSql(dialect: Dialect, names: Names, rule: Rule, attribute: Attribute, node: Compiled): string {
  const { tree, threshold } = node;
  const column = factColumn(attribute);
  switch (tree.op) {
    case 'holds':
      return tree.value ? dialect.name(column) : `NOT ${dialect.name(column)}`;
    case 'member': {
      if (attribute.type !== 'country') return memberSql(dialect, column, tree.names, tree.negated);
      const place = dialect.name(names.place(rule.regime, tree));
      return tree.negated ? `NOT ${place}` : place;
    }
    case 'day': {
      const is = tree.is === '!=' ? '<>' : tree.is;
      return `(${dialect.name(column)} ${is} ${dialect.day(tree.than)})`;
    }
    case 'compare':
      if (threshold === undefined) break;
      return boundsSql(dialect, column, tree.is, dialect.decimal(thresholdText(threshold.value)));
  }
  throw new RuleError('not-in-sql', { construct: `${tree.op} (${tree.at.source})`, provision: rule.id });
}

/** Whether a name or country is one of several; cannot tell when it is empty. */
export function memberSql(dialect: Dialect, column: string, members: readonly string[], negated = false): string {
  const name = dialect.name(column);
  const list = members.map((member) => dialect.text(member)).join(', ');
  const inside = members.length === 0 ? 'FALSE' : `${name} IN (${list})`;
  return `(CASE WHEN ${name} IS NOT NULL THEN ${negated ? `NOT (${inside})` : inside} END)`;
}

/**
 * A comparison of an interval, as `compareBounds` makes it. Both ends empty: nothing is known. The upper one alone
 * empty: no bound is known, and a test of it is never true.
 */
export function boundsSql(dialect: Dialect, column: string, is: Comparison, threshold: string): string {
  const low = dialect.name(`${column}_low`);
  const high = dialect.name(`${column}_high`);
  const point = `${low} = ${threshold} AND ${high} = ${threshold}`;
  const apart = `${low} > ${threshold} OR ${high} < ${threshold}`;
  const [yes, no] = {
    '>=': [`${low} >= ${threshold}`, `${high} < ${threshold}`],
    '>': [`${low} > ${threshold}`, `${high} <= ${threshold}`],
    '<': [`${high} < ${threshold}`, `${low} >= ${threshold}`],
    '<=': [`${high} <= ${threshold}`, `${low} > ${threshold}`],
    '=': [point, apart],
    '!=': [apart, point],
  }[is];
  return `(CASE WHEN ${yes} THEN TRUE WHEN ${no} THEN FALSE END)`;
}
