/** The numbers that the requirements of a law test an item against: where the verdict on a chip may change. */
import type { Law, Rule } from '../rules/law.ts';
import type { Compiled } from '../rules/predicate.ts';

/** Thresholds by attribute id, ascending. */
export type Limits = ReadonlyMap<string, readonly number[]>;

/** Of all requirements, or of those of one instrument and what else it enacts; with every provision that they lean on. */
export function limitsOf(law: Law, instrument?: string): Limits {
  const reached = new Set<Rule>();
  const asking = [
    ...law.ofKind('requirement'),
    // A rule may amend a classification on which a recorded requirement leans.
    ...(instrument === undefined ? [] : law.ofKind('classification')),
  ];
  for (const rule of asking) {
    if (instrument === undefined || rule.instrument?.id === instrument) follow(law, rule, reached);
  }
  const found = new Map<string, Set<number>>();
  for (const { compiled } of reached) {
    for (const { tree, threshold } of partsOf(compiled)) {
      if (tree.op !== 'compare' || threshold === undefined) continue;
      found.set(tree.attribute, (found.get(tree.attribute) ?? new Set()).add(threshold.value.approximate));
    }
  }
  return new Map([...found].map(([attribute, values]) => [attribute, [...values].sort((a, b) => a - b)]));
}

function follow(law: Law, rule: Rule, reached: Set<Rule>): void {
  if (reached.has(rule)) return;
  reached.add(rule);
  for (const { tree } of partsOf(rule.compiled)) {
    const leaned = tree.op === 'meets' ? law.byId.get(tree.provision) : undefined;
    if (leaned) follow(law, leaned, reached);
  }
}

function partsOf(compiled: Compiled): Compiled[] {
  return [compiled, ...compiled.parts.flatMap(partsOf)];
}
