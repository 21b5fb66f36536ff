/**
 * The reasons: a rule's tree, evaluated in full, as a list of tests in the order of the law. Format `floodgate.trace/1`.
 * It works out every node from its parts, apart from the predicate, so that the two can be held against each other.
 */
import { compare } from '../core/decimal.ts';
import type { Text } from '../core/text.ts';
import type { Instrument } from '../world/rule.ts';
import type { Bounds, Value } from './item.ts';
import { type Law, type Rule, verdict } from './law.ts';
import { type Compiled, type Facts, negate, type Verdict } from './predicate.ts';
import { showBounds, showNumber } from './show.ts';
import { wordsOf } from './words.ts';

export const TRACE_VERSION = 'floodgate.trace/1';

export interface TraceEntry {
  /** Instrument that the test comes from. */
  rule: string;
  provision: string;
  /** What the provision is for: classification, requirement, exception, terms, charge. */
  kind: string;
  paragraph: string;
  /** The provision itself is at depth 0, its tests below it. */
  depth: number;
  /** The test with its thresholds put in, such as `tpp >= 4800`; `all of`, `any of`, `not`, `unless` for groups. */
  test: string;
  value: number | string | boolean | { low: number; high: number | null } | null;
  result: boolean | null;
  /** The test in words. */
  says: Text;
  citation: { title: string; url: string; published: string; pinpoint?: string };
}

/** Within this share of a threshold an error in a figure could change the result. */
const NEAR = 0.02;

export interface NearThreshold {
  paragraph: string;
  test: string;
  value: number;
  threshold: number;
  /** (value - threshold) / threshold. */
  margin: number;
}

export function explainRule(law: Law, rule: Rule, facts: Facts): TraceEntry[] {
  const head = entry(
    rule,
    rule.id,
    rule.version?.paragraph ?? rule.regime,
    0,
    verdict(law, rule.index, facts),
    rule.version?.says ?? wordsOf(law, rule.compiled),
  );
  return [head, ...explainNode(law, rule, rule.compiled, facts, 1)];
}

/** What the trace says of a node: worked out from its parts by the tables of three-valued logic. */
export function resultOf(law: Law, node: Compiled, facts: Facts): Verdict {
  const parts = () => node.parts.map((part) => resultOf(law, part, facts));
  switch (node.tree.op) {
    case 'all':
      return Math.min(...parts().map(rank)) === 0 ? 0 : parts().includes(-1) ? -1 : 1;
    case 'any':
      return Math.max(...parts().map(rank)) === 2 ? 1 : parts().includes(-1) ? -1 : 0;
    case 'not':
      return negate(parts()[0]);
    case 'unless': {
      const [rule, ...exceptions] = parts();
      const all = [rule, ...exceptions.map(negate)];
      return all.includes(0) ? 0 : all.includes(-1) ? -1 : 1;
    }
    default:
      return node.test(facts);
  }
}

/** Comparisons whose value is close to the threshold, nearest first. */
export function nearThresholds(law: Law, rules: readonly Rule[], facts: Facts): NearThreshold[] {
  const found = rules.flatMap((rule) => leaves(rule.compiled).flatMap((leaf) => near(law, leaf, facts)));
  const unique = found.filter(
    (one, i) => found.findIndex(({ test, paragraph }) => test === one.test && paragraph === one.paragraph) === i,
  );
  return unique.sort((a, b) => Math.abs(a.margin) - Math.abs(b.margin));
}

function explainNode(law: Law, rule: Rule, node: Compiled, facts: Facts, depth: number): TraceEntry[] {
  const { at } = node.tree;
  const own = entry(
    rule,
    testOf(node),
    at.paragraph,
    depth,
    resultOf(law, node, facts),
    wordsOf(law, node),
    shownValue(law, node, facts),
  );
  if (node.tree.op !== 'unless') {
    return [own, ...node.parts.flatMap((part) => explainNode(law, rule, part, facts, depth + 1))];
  }
  const { exceptions } = node.tree;
  return [
    ...explainNode(law, rule, node.parts[0], facts, depth),
    ...node.parts
      .slice(1)
      .flatMap((part, i) => [
        entry(rule, 'unless', part.tree.at.paragraph, depth, resultOf(law, part, facts), exceptions[i].label),
        ...explainNode(law, rule, part, facts, depth + 1),
      ]),
  ];
}

function entry(
  rule: Rule,
  test: string,
  paragraph: string,
  depth: number,
  result: Verdict,
  says: Text,
  value: TraceEntry['value'] = null,
): TraceEntry {
  return {
    rule: rule.instrument?.id ?? rule.regime,
    provision: rule.id,
    kind: rule.kind,
    paragraph,
    depth,
    test,
    value,
    result: asBoolean(result),
    says,
    citation: citationOf(rule.instrument, rule.regime),
  };
}

export function asBoolean(result: Verdict): boolean | null {
  return result === -1 ? null : result === 1;
}

function rank(result: Verdict): number {
  return result === 0 ? 0 : result === -1 ? 1 : 2;
}

/** The test as read with the law of the day: parameters replaced by their values. */
function testOf({ tree, threshold }: Compiled): string {
  if (tree.op === 'compare' && threshold) return `${tree.attribute} ${tree.is} ${showNumber(threshold.value)}`;
  return tree.at.source;
}

function shownValue(law: Law, { tree }: Compiled, facts: Facts): TraceEntry['value'] {
  switch (tree.op) {
    case 'compare':
      return showBounds(facts.values[law.slot(tree.attribute)] as Bounds | undefined);
    case 'day':
    case 'member':
    case 'holds':
      return (facts.values[law.slot(tree.attribute)] as Exclude<Value, Bounds> | undefined) ?? null;
    case 'meets': {
      const rule = law.byId.get(tree.provision);
      return rule === undefined ? false : asBoolean(verdict(law, rule.index, facts));
    }
    default:
      return null;
  }
}

function leaves(node: Compiled): Compiled[] {
  return node.parts.length === 0 ? [node] : node.parts.flatMap(leaves);
}

function near(law: Law, { tree, threshold }: Compiled, facts: Facts): NearThreshold[] {
  if (tree.op !== 'compare' || threshold === undefined) return [];
  const bounds = facts.values[law.slot(tree.attribute)] as Bounds | undefined;
  if (bounds === undefined || compare(bounds.low, bounds.high) !== 0) return [];
  const value = bounds.low.approximate;
  const limit = threshold.value.approximate;
  const margin = (value - limit) / limit;
  if (Math.abs(margin) > NEAR) return [];
  return [
    {
      paragraph: tree.at.paragraph,
      test: `${tree.attribute} ${tree.is} ${showNumber(threshold.value)}`,
      value: Number(value.toPrecision(6)),
      threshold: limit,
      margin: Number(margin.toPrecision(3)),
    },
  ];
}

function citationOf(instrument: Instrument | undefined, regime: string): TraceEntry['citation'] {
  if (instrument === undefined) return { title: regime, url: '', published: '' };
  const { title, url, published, pinpoint } = instrument.citation;
  return { title, url, published, ...(pinpoint === undefined ? {} : { pinpoint }) };
}
