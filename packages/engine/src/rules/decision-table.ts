/**
 * The answers of the law of one stretch of days, each worked out once. Values that no test of that law tells apart are
 * one class, so a question is a path of classes: of what the buyer is, of the item, then of each place.
 */
import type { Attribute, Rulebook } from '../world/rule.ts';
import { assumedOf } from './assumptions.ts';
import type { Item, Value } from './item.ts';
import type { Law } from './law.ts';
import type { Compiled, Facts, Predicate } from './predicate.ts';
import type { RuleError } from './rule-error.ts';
import type { Ruling } from './ruling.ts';

/** A fact that some test of the law asks about. */
export interface AskedFact {
  id: string;
  /** Number of the class of a value, undefined where the value is not known. */
  classOf(value: Value | undefined): number;
  /** What is taken for granted of it where nothing is said. */
  assumed(to: string): string | boolean | undefined;
}

/** An answer, or the contradiction that keeps the law from giving one. */
export type Outcome = Ruling | RuleError;

/** By class, the rest of the path, or at its end the number of the answer. */
export type Branch = (Branch | number | undefined)[];

export interface DecisionTable {
  law: Law;
  /** The first steps of a path: what is asked of a buyer but for places, mostly the same for a whole table. */
  buyer: readonly AskedFact[];
  /** The steps after the class of the item: places, which differ from row to row. */
  places: readonly AskedFact[];
  classOfItem(item: Item): number;
  root: Branch;
  /** The distinct answers. */
  outcomes: Outcome[];
}

const tables = new WeakMap<Law, DecisionTable>();

export function decisionTable(law: Law): DecisionTable {
  const known = tables.get(law);
  if (known) return known;
  const table = tableOf(law);
  tables.set(law, table);
  return table;
}

/** Puts the number of an answer at the end of a path. */
export function keep({ root }: DecisionTable, path: readonly number[], outcome: number): void {
  fill(path.slice(0, -1).reduce(branchAt, root), path[path.length - 1], outcome);
}

/** The branch of a class, made when there is none. */
export function branchAt(branch: Branch, step: number): Branch {
  const next = (branch[step] as Branch | undefined) ?? [];
  fill(branch, step, next);
  return next;
}

/** Arrays without holes are read faster than others. */
function fill(branch: Branch, step: number, value: Branch | number): void {
  while (branch.length < step) branch.push(undefined);
  branch[step] = value;
}

function tableOf(law: Law): DecisionTable {
  const tests = testsOf(law);
  const { attributes } = law.rulebook;
  // Within the stretch of a law every test of the day comes out the same.
  const asked = attributes.filter(({ id, of }) => of !== 'item' && id !== 'on' && tests.has(id));
  const factOf = (attribute: Attribute): AskedFact => ({
    id: attribute.id,
    classOf: classesOf(law, attribute.id, tests.get(attribute.id) ?? []),
    assumed: (to) => assumedOf(attribute, to),
  });
  return {
    law,
    buyer: asked.filter(({ type }) => type !== 'country').map(factOf),
    places: asked.filter(({ type }) => type === 'country').map(factOf),
    classOfItem: itemClasses(law, tests),
    root: [],
    outcomes: [],
  };
}

/** The tests of each attribute, over all rules. */
function testsOf(law: Law): Map<string, Predicate[]> {
  const tests = new Map<string, Predicate[]>();
  const visit = (node: Compiled) => {
    if ('attribute' in node.tree) {
      const { attribute } = node.tree;
      const own = tests.get(attribute) ?? [];
      own.push(node.test);
      tests.set(attribute, own);
    }
    node.parts.forEach(visit);
  };
  for (const { compiled } of law.rules) visit(compiled);
  return tests;
}

const NOTHING_SUPPOSED: ReadonlyMap<string, boolean> = new Map();

function blank({ attributes }: Rulebook): Facts {
  return { values: new Array(attributes.length).fill(undefined), suppose: NOTHING_SUPPOSED, memo: new Int8Array(0) };
}

function classesOf(law: Law, attribute: string, tests: readonly Predicate[]): AskedFact['classOf'] {
  const slot = law.slot(attribute);
  const facts = blank(law.rulebook);
  const number = numbering();
  const known = new Map<Value | undefined, number>();
  return (value) => {
    const found = known.get(value);
    if (found !== undefined) return found;
    facts.values[slot] = value;
    const made = number(tests.map((test) => test(facts)).join());
    known.set(value, made);
    return made;
  };
}

function itemClasses(law: Law, tests: ReadonlyMap<string, readonly Predicate[]>): DecisionTable['classOfItem'] {
  const asked = law.rulebook.attributes.filter(({ id, of }) => of === 'item' && tests.has(id));
  const own = asked.flatMap(({ id }) => tests.get(id) ?? []);
  const number = numbering();
  const known = new WeakMap<Item, number>();
  return (item) => {
    const found = known.get(item);
    if (found !== undefined) return found;
    const facts = blank(law.rulebook);
    for (const { id } of asked) facts.values[law.slot(id)] = item.values.get(id);
    const made = number(own.map((test) => test(facts)).join());
    known.set(item, made);
    return made;
  };
}

/** Gives the same text the same number, counting from 0. */
function numbering(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
}
