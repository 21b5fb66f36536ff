/** A rulebook made ready for questions: every condition parsed once, every attribute given its slot. */
import type { Day } from '../core/day.ts';
import type { Text } from '../core/text.ts';
import type { Attribute, ProvisionVersion, Rulebook } from '../world/rule.ts';
import { daysOfChange, type Instruments } from './dates.ts';
import { parseCondition, parseVersion } from './parse-condition.ts';
import { RuleError } from './rule-error.ts';
import type { Tree } from './tree.ts';

export interface Prepared {
  rulebook: Rulebook;
  attributes: ReadonlyMap<string, Attribute>;
  instruments: Instruments;
  /** Days on which anything changes, sorted. */
  days: readonly Day[];
  questions: ReadonlyMap<string, Text>;
  slot(attribute: string): number;
  treeOf(version: ProvisionVersion): Tree;
  reachOf(regime: string): Tree;
}

const prepared = new WeakMap<Rulebook, Prepared>();

/** Throws RuleError when a condition cannot be read. */
export function prepare(rulebook: Rulebook): Prepared {
  const known = prepared.get(rulebook);
  if (known) return known;
  const made = prepareAnew(rulebook);
  prepared.set(rulebook, made);
  return made;
}

function prepareAnew(rulebook: Rulebook): Prepared {
  const attributes = new Map(rulebook.attributes.map((attribute) => [attribute.id, attribute]));
  const slots = new Map(rulebook.attributes.map((attribute, index) => [attribute.id, index]));
  const instruments = new Map(rulebook.instruments.map((instrument) => [instrument.id, instrument]));
  const trees = new Map<ProvisionVersion, Tree>();
  for (const version of rulebook.provisions.flatMap((provision) => provision.versions)) {
    trees.set(version, treeOf(version, attributes));
  }
  const reaches = new Map(
    rulebook.regimes.map((regime) => [regime.id, parseCondition(regime.reaches, attributes, regime.id)]),
  );
  return {
    rulebook,
    attributes,
    instruments,
    days: daysOfChange(rulebook, instruments, trees.values()),
    questions: new Map(rulebook.instruments.flatMap(({ questions }) => questions.map(({ id, text }) => [id, text]))),
    slot: (attribute) => slots.get(attribute) ?? -1,
    treeOf: (version) => trees.get(version)!,
    reachOf: (regime) => reaches.get(regime)!,
  };
}

/** Trees survive the transformations of a rulebook: a version is parsed once in its life. */
const parsed = new WeakMap<ProvisionVersion, Tree>();

function treeOf(version: ProvisionVersion, attributes: ReadonlyMap<string, Attribute>): Tree {
  const tree = parsed.get(version) ?? parseVersion(version, attributes);
  parsed.set(version, tree);
  return tree;
}

/** The attribute of an id; throws RuleError `unknown-attribute`. */
export function attributeOf({ attributes }: Prepared, id: string): Attribute {
  const attribute = attributes.get(id);
  if (attribute === undefined) throw new RuleError('unknown-attribute', { attribute: id });
  return attribute;
}
