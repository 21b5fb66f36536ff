/** What would settle an answer that cannot be told: unpublished figures and open questions of law. */
import type { Text } from '../core/text.ts';
import { resultOf } from './explain.ts';
import type { Item } from './item.ts';
import { type Law, type Rule, verdict } from './law.ts';
import type { Compiled, Facts } from './predicate.ts';
import { wordsOf } from './words.ts';

export interface MissingFact {
  /** Attribute or column of the item, attribute of a party, or the id of an open question. */
  fact: string;
  kind: 'figure' | 'party' | 'question';
  text: Text;
  /** The tests that cannot be decided without it. */
  because: { provision: string; paragraph: string; says: Text }[];
}

export function missingFacts(law: Law, item: Item, rules: readonly Rule[], facts: Facts): MissingFact[] {
  const found = new Map<string, MissingFact>();
  for (const rule of rules) {
    for (const [leaf, asking] of openLeaves(law, rule, rule.compiled, facts)) {
      const because = { provision: asking.id, paragraph: leaf.tree.at.paragraph, says: wordsOf(law, leaf) };
      for (const missing of describe(law, item, leaf)) {
        const known = found.get(missing.fact) ?? { ...missing, because: [] };
        found.set(missing.fact, known);
        if (!known.because.some((one) => isSame(one, because))) known.because.push(because);
      }
    }
  }
  return [...found.values()];
}

/** The tests that leave a node open, each with its provision; a decided part of it settles nothing. */
function openLeaves(law: Law, rule: Rule, node: Compiled, facts: Facts): [Compiled, Rule][] {
  if (resultOf(node, facts) !== -1) return [];
  if (node.tree.op === 'meets') {
    const other = law.byId.get(node.tree.provision);
    return other && verdict(law, other.index, facts) === -1 ? openLeaves(law, other, other.compiled, facts) : [];
  }
  return node.parts.length === 0 ? [[node, rule]] : node.parts.flatMap((part) => openLeaves(law, rule, part, facts));
}

function isSame(a: MissingFact['because'][number], b: MissingFact['because'][number]): boolean {
  return a.provision === b.provision && a.paragraph === b.paragraph && a.says.en === b.says.en;
}

function describe(law: Law, item: Item, { tree }: Compiled): Omit<MissingFact, 'because'>[] {
  if (tree.op === 'open')
    return [{ fact: tree.question, kind: 'question', text: questionText(law, tree.question, tree.at.says) }];
  if (!('attribute' in tree)) return [];
  const attribute = law.rulebook.attributes.find(({ id }) => id === tree.attribute);
  const title = attribute?.title ?? { en: tree.attribute, zh: tree.attribute };
  if (attribute?.of === 'end-user') return [{ fact: tree.attribute, kind: 'party', text: unsaid(title) }];
  const needs = item.needs[tree.attribute] ?? [];
  const columns = needs.length > 0 ? needs : [tree.attribute];
  return columns.map((fact) => ({ fact, kind: 'figure', text: unpublished(title, fact, needs.length > 0) }));
}

function unsaid(title: Text): Text {
  return { en: `Nothing is said of this: ${title.en}.`, zh: `未说明：${title.zh}。` };
}

function unpublished(title: Text, column: string, derived: boolean): Text {
  return derived
    ? {
        en: `The ${title.en} cannot be settled: ${column} is unpublished or known only within bounds.`,
        zh: `无法确定${title.zh}：${column}未公布或仅知其范围。`,
      }
    : {
        en: `The ${title.en} is unpublished or known only within bounds.`,
        zh: `${title.zh}未公布或仅知其范围。`,
      };
}

function questionText(law: Law, id: string, says: Text | undefined): Text {
  return law.questions.get(id) ?? says ?? { en: `Open question of law: ${id}.`, zh: `法律未决问题：${id}。` };
}
