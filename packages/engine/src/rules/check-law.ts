/** Holds a rulebook against itself: the law of every stretch of days can be made, and no provision rests on itself. */
import type { Rulebook } from '../world/rule.ts';
import { BEGINNING } from './dates.ts';
import { lawOn } from './law.ts';
import { prepare } from './prepare.ts';
import { RuleError } from './rule-error.ts';
import { nodesOf } from './tree.ts';

export interface LawProblem {
  provision: string;
  message: string;
}

export function checkLaw(rulebook: Rulebook): LawProblem[] {
  const cycle = findCycle(rulebook);
  if (cycle) return [cycle];
  for (const day of [BEGINNING, ...prepare(rulebook).days]) {
    try {
      for (const rule of lawOn(rulebook, day).rules) rule.compiled;
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      return [{ provision: error.fields.provision ?? '', message: `the law of ${day}: ${error.message}` }];
    }
  }
  return [];
}

/** A chain of `meets` that comes back to where it began, over all versions together. */
function findCycle(rulebook: Rulebook): LawProblem | undefined {
  const prepared = prepare(rulebook);
  const next = new Map(
    rulebook.provisions.map(({ id, versions }) => [
      id,
      versions.flatMap((version) =>
        nodesOf(prepared.treeOf(version)).flatMap((node) => (node.op === 'meets' ? [node.provision] : [])),
      ),
    ]),
  );
  const done = new Set<string>();
  const visit = (id: string, path: string[]): LawProblem | undefined => {
    if (path.includes(id))
      return { provision: id, message: `rests on itself: ${[...path.slice(path.indexOf(id)), id].join(' → ')}` };
    if (done.has(id)) return undefined;
    for (const other of next.get(id) ?? []) {
      const found = visit(other, [...path, id]);
      if (found) return found;
    }
    done.add(id);
    return undefined;
  };
  for (const id of next.keys()) {
    const found = visit(id, []);
    if (found) return found;
  }
  return undefined;
}
