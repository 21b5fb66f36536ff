/** In which order the provisions must be worked out: each after those that it rests on. */
import type { Law } from '../law.ts';
import { RuleError } from '../rule-error.ts';
import { nodesOf } from '../tree.ts';

/** Ids of provisions, those that rest on none first. Throws RuleError `cycle` when one rests on itself. */
export function layersOf(laws: readonly Law[]): string[][] {
  const needs = new Map<string, Set<string>>();
  for (const law of laws) {
    for (const { id, compiled } of law.rules) {
      const own = needs.get(id) ?? new Set<string>();
      needs.set(id, own);
      for (const node of nodesOf(compiled.tree)) if (node.op === 'meets') own.add(node.provision);
    }
  }
  const layers: string[][] = [];
  const done = new Set<string>();
  while (done.size < needs.size) {
    const ready = [...needs.keys()].filter(
      (id) => !done.has(id) && [...needs.get(id)!].every((other) => done.has(other) || !needs.has(other)),
    );
    if (ready.length === 0) throw new RuleError('cycle', { provision: [...needs.keys()].find((id) => !done.has(id))! });
    for (const id of ready) done.add(id);
    layers.push(ready);
  }
  return layers;
}
