/** Destinations that no provision ever tells apart: one question asked of each class answers for every country. */
import type { Rulebook } from '../world/rule.ts';
import { countriesOn } from './law.ts';
import { prepare } from './prepare.ts';
import { nodesOf } from './tree.ts';

/**
 * Splits countries (ISO 3166 alpha-2) into classes such that on every day since the first change of law the members of a
 * class stand in the same groups and are named by the same tests. The first member is the alphabetically first; classes
 * come in the order of their first members.
 */
export function destinationClasses(rulebook: Rulebook, countries: readonly string[]): string[][] {
  const sets = countrySets(rulebook);
  const classes = new Map<string, string[]>();
  for (const country of [...countries].sort()) {
    const signature = sets.map((set) => (set.has(country) ? '1' : '0')).join('');
    classes.set(signature, [...(classes.get(signature) ?? []), country]);
  }
  return [...classes.values()];
}

/** Every set of countries that some test of the law names, as it stood on each day of change. */
function countrySets(rulebook: Rulebook): ReadonlySet<string>[] {
  const prepared = prepare(rulebook);
  const seen = new Map<string, ReadonlySet<string>>();
  const look = (regimeId: string, tree: Parameters<typeof nodesOf>[0]) => {
    const regime = rulebook.regimes.find(({ id }) => id === regimeId);
    for (const node of nodesOf(tree)) {
      if (node.op !== 'member' || prepared.attributes.get(node.attribute)?.type !== 'country') continue;
      for (const day of prepared.days) {
        const set = countriesOn(rulebook, regime, node.names, node.groups, day);
        seen.set([...set].sort().join(), set);
      }
    }
  };
  for (const { id } of rulebook.regimes) look(id, prepared.reachOf(id));
  for (const { regime, versions } of rulebook.provisions) {
    for (const version of versions) look(regime, prepared.treeOf(version));
  }
  return [...seen.values()];
}
