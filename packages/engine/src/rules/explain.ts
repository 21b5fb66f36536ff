/**
 * The reasons: a rule's tree, evaluated in full, as a list of tests in the order of the law. Format `floodgate.trace/1`.
 * It works out every node from its parts, apart from the predicate, so that the two can be held against each other.
 */
import { compare } from '../core/decimal.ts';
import type { Text } from '../core/text.ts';
import type { Instrument } from '../world/rule.ts';
import type { Bounds } from './item.ts';
import { type Law, type Rule, verdict } from './law.ts';
import { type Compiled, type Facts, negate, type Verdict } from './predicate.ts';
import { showNumber } from './show.ts';
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

/** The argument of a rule for one set of results, but for the values that the question fills in. */
export type Lines = readonly Line[];

interface Line {
  /** With value null where the question gives it. */
  entry: TraceEntry;
  /** Slot of the fact whose value is shown, or -1. */
  slot: number;
}

/** The argument of a rule: the provision itself, then its tests. Questions with the same results share it. */
export function argue(law: Law, rule: Rule, facts: Facts): Lines {
  const { body, steps, told } = argumentOf(law, rule);
  const results = [verdict(law, rule.index, facts)];
  tell(body, facts, results);
  const key = results.join();
  const lines = told.get(key) ?? steps.map((step, i) => lineOf(step, results[i]));
  told.set(key, lines);
  return lines;
}

/** The arguments as a trace, with the values of a question; `shown` holds those of the item by slot. */
export function traceOf(arguments_: readonly Lines[], shown: readonly Shown[], { values }: Facts): TraceEntry[] {
  const trace: TraceEntry[] = [];
  for (const lines of arguments_) {
    for (const { entry, slot } of lines) {
      const value = slot < 0 ? null : (shown[slot] ?? (values[slot] as Shown | undefined) ?? null);
      trace.push(value === null ? entry : entryOf(entry, value, entry.result));
    }
  }
  return trace;
}

type Shown = TraceEntry['value'] | undefined;

/** Adds the results of a step and of its parts, in the order of the steps; a group's is worked out from its parts'. */
function tell({ node, parts, shown, exception }: Step, facts: Facts, results: Verdict[]): Verdict {
  const at = results.length;
  if (shown) results.push(0);
  const below: Verdict[] = [];
  for (const part of parts) below.push(tell(part, facts, results));
  const result = exception ? below[0] : resultFrom(node, below, facts);
  if (shown) results[at] = result;
  return result;
}

function lineOf({ entry, slot, node, exception }: Step, result: Verdict): Line {
  const value = node.tree.op === 'meets' && !exception ? asBoolean(result) : null;
  return { entry: entryOf(entry, value, asBoolean(result)), slot };
}

/** Field by field, so that all entries have one shape and reading them stays fast. */
function entryOf(
  { rule, provision, kind, paragraph, depth, test, says, citation }: Fixed,
  value: TraceEntry['value'],
  result: boolean | null,
): TraceEntry {
  return { rule, provision, kind, paragraph, depth, test, value, result, says, citation };
}

/** What the trace says of a node: worked out from its parts by the tables of three-valued logic. */
export function resultOf(node: Compiled, facts: Facts): Verdict {
  return resultFrom(
    node,
    node.parts.map((part) => resultOf(part, facts)),
    facts,
  );
}

function resultFrom(node: Compiled, parts: readonly Verdict[], facts: Facts): Verdict {
  switch (node.tree.op) {
    case 'all':
      return parts.includes(0) ? 0 : parts.includes(-1) ? -1 : 1;
    case 'any':
      return parts.includes(1) ? 1 : parts.includes(-1) ? -1 : 0;
    case 'not':
      return negate(parts[0]);
    case 'unless': {
      const [rule, ...exceptions] = parts;
      const all = [rule, ...exceptions.map(negate)];
      return all.includes(0) ? 0 : all.includes(-1) ? -1 : 1;
    }
    default:
      return node.test(facts);
  }
}

/** Comparisons whose value is close to the threshold, nearest first. */
export function nearThresholds(law: Law, rules: readonly Rule[], facts: Facts): NearThreshold[] {
  const found = rules.flatMap((rule) => comparisonsOf(rule).flatMap((leaf) => near(law, leaf, facts)));
  const unique = [
    ...new Map(found.toReversed().map((one) => [`${one.paragraph} ${one.test}`, one])).values(),
  ].reverse();
  return unique.sort((a, b) => Math.abs(a.margin) - Math.abs(b.margin));
}

/** What does not depend on the question: the rule as steps with their words and citation. */
interface Argument {
  body: Step;
  /** The provision itself and every step that is shown, in order. */
  steps: Step[];
  /** Finished arguments by their results. */
  told: Map<string, Lines>;
}

type Fixed = Omit<TraceEntry, 'value' | 'result'>;

interface Step {
  node: Compiled;
  parts: Step[];
  entry: Fixed;
  slot: number;
  /** False for a group that the trace leaves out: a rule with exceptions is told as the rule and what it excepts. */
  shown: boolean;
  /** The label of an exception; its part is the exception itself. */
  exception?: true;
}

const known = new WeakMap<Rule, Argument>();

function argumentOf(law: Law, rule: Rule): Argument {
  const found = known.get(rule);
  if (found) return found;
  const { id, regime, instrument, kind, compiled, version } = rule;
  const common = { rule: instrument?.id ?? regime, provision: id, kind, citation: citationOf(instrument, regime) };
  const says = version?.says ?? wordsOf(law, compiled);
  const entry: Fixed = { ...common, paragraph: version?.paragraph ?? regime, depth: 0, test: id, says };
  const body = stepOf(law, common, compiled, 1);
  const head: Step = { node: compiled, parts: [], entry, slot: -1, shown: true, exception: true };
  const made = { body, steps: [head, ...shownSteps(body)], told: new Map<string, Lines>() };
  known.set(rule, made);
  return made;
}

type Common = Pick<TraceEntry, 'rule' | 'provision' | 'kind' | 'citation'>;

function stepOf(law: Law, common: Common, node: Compiled, depth: number): Step {
  const { tree } = node;
  const entry = { ...common, paragraph: tree.at.paragraph, depth, test: testOf(node), says: wordsOf(law, node) };
  const slot = 'attribute' in tree ? law.slot(tree.attribute) : -1;
  const below = (part: Compiled) => stepOf(law, common, part, depth + 1);
  if (tree.op !== 'unless') return { node, parts: node.parts.map(below), entry, slot, shown: true };
  const labelled = node.parts.slice(1).map((part, i): Step => {
    const { label } = tree.exceptions[i];
    const said = { ...common, paragraph: part.tree.at.paragraph, depth, test: 'unless', says: label };
    return { node: part, parts: [below(part)], entry: said, slot: -1, shown: true, exception: true };
  });
  return { node, parts: [stepOf(law, common, node.parts[0], depth), ...labelled], entry, slot, shown: false };
}

function shownSteps(step: Step): Step[] {
  return [...(step.shown ? [step] : []), ...step.parts.flatMap(shownSteps)];
}

export function asBoolean(result: Verdict): boolean | null {
  return result === -1 ? null : result === 1;
}

/** The test as read with the law of the day: parameters replaced by their values. */
function testOf({ tree, threshold }: Compiled): string {
  if (tree.op === 'compare' && threshold) return `${tree.attribute} ${tree.is} ${showNumber(threshold.value)}`;
  return tree.at.source;
}

const comparisons = new WeakMap<Rule, readonly Compiled[]>();

function comparisonsOf(rule: Rule): readonly Compiled[] {
  const found = comparisons.get(rule);
  if (found) return found;
  const leaves = (node: Compiled): Compiled[] => (node.parts.length === 0 ? [node] : node.parts.flatMap(leaves));
  const made = leaves(rule.compiled).filter(({ threshold }) => threshold !== undefined);
  comparisons.set(rule, made);
  return made;
}

function near(law: Law, { tree, threshold }: Compiled, facts: Facts): NearThreshold[] {
  if (tree.op !== 'compare' || threshold === undefined) return [];
  const bounds = facts.values[law.slot(tree.attribute)] as Bounds | undefined;
  if (bounds === undefined || (bounds.low !== bounds.high && compare(bounds.low, bounds.high) !== 0)) return [];
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
