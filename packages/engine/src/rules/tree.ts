/** The parsed form of a condition: one tree from which predicate, trace, missing facts (and later SQL) are made. */
import type { Text } from '../core/text.ts';

export type Comparison = '>=' | '<=' | '>' | '<' | '=' | '!=';

/** Where a node stands in the law, and how it was written. */
export interface Place {
  paragraph: string;
  source: string;
  says?: Text;
}

/** The right-hand side of a comparison of quantities: a literal number, or a dated parameter. */
export type Operand = { literal: number } | { parameter: string };

export type Tree =
  | { op: 'all' | 'any'; of: Tree[]; at: Place }
  | { op: 'not'; of: Tree; at: Place }
  | { op: 'unless'; rule: Tree; exceptions: { label: Text; tree: Tree }[]; at: Place }
  | { op: 'compare'; attribute: string; is: Comparison; than: Operand; at: Place }
  | { op: 'day'; attribute: string; is: Comparison; than: string; at: Place }
  | { op: 'member'; attribute: string; names: string[]; groups: string[]; negated: boolean; at: Place }
  | { op: 'holds'; attribute: string; value: boolean; at: Place }
  | { op: 'meets'; provision: string; at: Place }
  | { op: 'open'; question: string; at: Place }
  | { op: 'constant'; value: boolean; at: Place };

/** Every node of a tree, parents first. */
export function nodesOf(tree: Tree): Tree[] {
  return [tree, ...childrenOf(tree).flatMap(nodesOf)];
}

export function childrenOf(tree: Tree): Tree[] {
  switch (tree.op) {
    case 'all':
    case 'any':
      return tree.of;
    case 'not':
      return [tree.of];
    case 'unless':
      return [tree.rule, ...tree.exceptions.map((exception) => exception.tree)];
    default:
      return [];
  }
}
