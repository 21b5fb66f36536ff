/**
 * A tree as a function from facts to a verdict. Verdicts are three-valued: 1 yes, 0 no, -1 cannot tell (Kleene). The
 * law of a day is baked in, so evaluating allocates nothing.
 */
import { compare, type Exact } from '../core/decimal.ts';
import type { Bounds, Value } from './item.ts';
import type { Comparison, Tree } from './tree.ts';

export type Verdict = 1 | 0 | -1;

/** What is known of one question, by slot; `memo` holds the verdict of each rule once known, 2 before that. */
export interface Facts {
  values: (Value | undefined)[];
  /** Answers to open questions that the caller supposes, by question id. */
  suppose: ReadonlyMap<string, boolean>;
  memo: Int8Array;
}

export type Predicate = (facts: Facts) => Verdict;

/** A tree with the predicate of each of its nodes, for those who want the reasons too. */
export interface Compiled {
  tree: Tree;
  test: Predicate;
  parts: Compiled[];
  /** Threshold of a comparison, with the parameter that it comes from. */
  threshold?: { value: Exact; parameter?: string };
}

/** What a tree refers to, on one day and in one regime. */
export interface Bindings {
  slot(attribute: string): number;
  threshold(parameter: string): Exact;
  literal(value: number): Exact;
  countries(names: readonly string[], groups: readonly string[]): ReadonlySet<string>;
  isCountry(attribute: string): boolean;
  /** Index of the rule of a provision that is in force; undefined when none is. */
  rule(provision: string): number | undefined;
  /** Verdict of another rule of the same law. */
  verdict(rule: number, facts: Facts): Verdict;
}

export function compile(tree: Tree, bindings: Bindings): Compiled {
  switch (tree.op) {
    case 'all':
    case 'any': {
      const parts = tree.of.map((part) => compile(part, bindings));
      const tests = parts.map((part) => part.test);
      return { tree, parts, test: tree.op === 'all' ? all(tests) : any(tests) };
    }
    case 'not': {
      const part = compile(tree.of, bindings);
      return { tree, parts: [part], test: (facts) => negate(part.test(facts)) };
    }
    case 'unless': {
      const rule = compile(tree.rule, bindings);
      const exceptions = tree.exceptions.map((exception) => compile(exception.tree, bindings));
      const tests = [
        rule.test,
        ...exceptions.map(
          ({ test }): Predicate =>
            (facts) =>
              negate(test(facts)),
        ),
      ];
      return { tree, parts: [rule, ...exceptions], test: all(tests) };
    }
    default:
      return compileTest(tree, bindings);
  }
}

function compileTest(tree: Exclude<Tree, { op: 'all' | 'any' | 'not' | 'unless' }>, bindings: Bindings): Compiled {
  const parts: Compiled[] = [];
  switch (tree.op) {
    case 'constant': {
      const verdict = tree.value ? 1 : 0;
      return { tree, parts, test: () => verdict };
    }
    case 'open': {
      const { question } = tree;
      return { tree, parts, test: (facts) => verdictOf(facts.suppose.get(question)) };
    }
    case 'meets': {
      const rule = bindings.rule(tree.provision);
      return { tree, parts, test: rule === undefined ? () => 0 : (facts) => bindings.verdict(rule, facts) };
    }
    case 'holds': {
      const slot = bindings.slot(tree.attribute);
      const { value } = tree;
      return { tree, parts, test: ({ values }) => (values[slot] === undefined ? -1 : values[slot] === value ? 1 : 0) };
    }
    case 'member': {
      const slot = bindings.slot(tree.attribute);
      const set = bindings.isCountry(tree.attribute)
        ? bindings.countries(tree.names, tree.groups)
        : new Set<string>(tree.names);
      const [inside, outside]: Verdict[] = tree.negated ? [0, 1] : [1, 0];
      return { tree, parts, test: ({ values }) => memberVerdict(values[slot], set, inside, outside) };
    }
    case 'day': {
      const slot = bindings.slot(tree.attribute);
      const { is, than } = tree;
      return { tree, parts, test: ({ values }) => dayVerdict(values[slot], is, than) };
    }
    case 'compare': {
      const slot = bindings.slot(tree.attribute);
      const fromParameter = 'parameter' in tree.than;
      const value =
        'parameter' in tree.than ? bindings.threshold(tree.than.parameter) : bindings.literal(tree.than.literal);
      const threshold = {
        value,
        ...(fromParameter ? { parameter: (tree.than as { parameter: string }).parameter } : {}),
      };
      const { is } = tree;
      return {
        tree,
        parts,
        threshold,
        test: ({ values }) => compareBounds(values[slot] as Bounds | undefined, is, value),
      };
    }
  }
}

export function all(tests: readonly Predicate[]): Predicate {
  return (facts) => {
    let verdict: Verdict = 1;
    for (const test of tests) {
      const one = test(facts);
      if (one === 0) return 0;
      if (one === -1) verdict = -1;
    }
    return verdict;
  };
}

function any(tests: readonly Predicate[]): Predicate {
  return (facts) => {
    let verdict: Verdict = 0;
    for (const test of tests) {
      const one = test(facts);
      if (one === 1) return 1;
      if (one === -1) verdict = -1;
    }
    return verdict;
  };
}

export function negate(verdict: Verdict): Verdict {
  return verdict === -1 ? -1 : verdict === 1 ? 0 : 1;
}

export function verdictOf(value: boolean | undefined): Verdict {
  return value === undefined ? -1 : value ? 1 : 0;
}

function memberVerdict(value: Value | undefined, set: ReadonlySet<string>, inside: Verdict, outside: Verdict): Verdict {
  return value === undefined ? -1 : set.has(value as string) ? inside : outside;
}

function dayVerdict(value: Value | undefined, is: Comparison, than: string): Verdict {
  if (value === undefined) return -1;
  const order = value === than ? 0 : (value as string) < than ? -1 : 1;
  return holds(order, is) ? 1 : 0;
}

/** An interval satisfies a comparison when both ends do, and fails it when neither could; `=` needs a point. */
export function compareBounds(bounds: Bounds | undefined, is: Comparison, threshold: Exact): Verdict {
  if (bounds === undefined) return -1;
  const low = compare(bounds.low, threshold);
  const high = compare(bounds.high, threshold);
  switch (is) {
    case '>=':
      return low >= 0 ? 1 : high < 0 ? 0 : -1;
    case '>':
      return low > 0 ? 1 : high <= 0 ? 0 : -1;
    case '<':
      return high < 0 ? 1 : low >= 0 ? 0 : -1;
    case '<=':
      return high <= 0 ? 1 : low > 0 ? 0 : -1;
    case '=':
      return low === 0 && high === 0 ? 1 : low > 0 || high < 0 ? 0 : -1;
    case '!=':
      return low === 0 && high === 0 ? 0 : low > 0 || high < 0 ? 1 : -1;
  }
}

function holds(order: number, is: Comparison): boolean {
  switch (is) {
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
  }
}
