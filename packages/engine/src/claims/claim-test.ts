/** The test of a reading as a tree: comparisons under all, any and not, in the shape of the rules' conditions. */
import type { Text } from '../core/text.ts';
import type { ClaimCondition } from '../world/claim.ts';
import { ClaimError } from './claim-error.ts';
import { type Expression, parseExpression } from './expression.ts';
import { findLookup, type Parameter } from './lookups.ts';

export type Comparison = '>=' | '<=' | '>' | '<' | '=' | '!=';

export interface ComparisonNode {
  op: 'compare';
  is: Comparison;
  left: Expression;
  right: Expression;
  says: Text;
  unit?: string | undefined;
}

export type TestTree = ComparisonNode | { op: 'all' | 'any'; of: TestTree[] } | { op: 'not'; of: TestTree };

/** No honest test nests deeper; a file that does means to exhaust the stack. */
const MOST_LEVELS = 24;
const COMPARISON = /^([^<>=!]+)(>=|<=|!=|=|>|<)([^<>=!]+)$/;

/** Throws ClaimError when a comparison cannot be read. */
export function parseClaimTest(condition: ClaimCondition, level = 0): TestTree {
  if (level > MOST_LEVELS) throw new ClaimError(`a test may nest ${MOST_LEVELS} levels at most`);
  const parse = (part: ClaimCondition) => parseClaimTest(part, level + 1);
  if ('all' in condition) return { op: 'all', of: condition.all.map(parse) };
  if ('any' in condition) return { op: 'any', of: condition.any.map(parse) };
  if ('not' in condition) return { op: 'not', of: parse(condition.not) };
  const match = COMPARISON.exec(condition.test);
  if (!match)
    throw new ClaimError(`"${condition.test}" is no comparison; write one of >= <= > < = != between two sides`);
  const [, left, is, right] = match;
  return {
    op: 'compare',
    is: is as Comparison,
    left: parseExpression(left),
    right: parseExpression(right),
    says: condition.says,
    unit: condition.unit,
  };
}

/** What a test asks for by id, so that a misspelt one is found when the data are compiled. */
export function referencesOf(tree: TestTree): { parameter: Parameter; id: string }[] {
  if (tree.op === 'compare') return [...referencesIn(tree.left), ...referencesIn(tree.right)];
  return (tree.op === 'not' ? [tree.of] : tree.of).flatMap(referencesOf);
}

function referencesIn(expression: Expression): { parameter: Parameter; id: string }[] {
  if (expression.kind === 'arithmetic') return [...referencesIn(expression.left), ...referencesIn(expression.right)];
  if (expression.kind !== 'lookup') return [];
  const { parameters } = findLookup(expression.name, expression.arguments);
  return expression.arguments.map((id, i) => ({ parameter: parameters[i], id }));
}
