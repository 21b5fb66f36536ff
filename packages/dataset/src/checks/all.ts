/** What one row alone cannot show: ids are unique, references lead somewhere, dates are in order, conflicts are settled. */

import type { Items } from '../items.ts';
import type { Problem } from '../problems.ts';
import { type Item, problemAt } from '../read/collection.ts';
import { claimProblems } from './claims.ts';
import { estimateProblems } from './estimates.ts';
import { factProblems } from './facts.ts';
import { referenceProblems } from './references.ts';
import { ruleProblems } from './rules.ts';

export function checkAll(items: Items): Problem[] {
  return [
    ...duplicateProblems(items),
    ...referenceProblems(items),
    ...factProblems(items),
    ...estimateProblems(items),
    ...ruleProblems(items),
    ...claimProblems(items),
  ];
}

function duplicateProblems(items: Items): Problem[] {
  return Object.values(items).flatMap((collection) => {
    const seen = new Map<string, Item<unknown>>();
    return (collection as Item<unknown>[]).flatMap((item) => {
      const id = (item.value as { id?: unknown }).id;
      if (typeof id !== 'string') return [];
      const first = seen.get(id);
      seen.set(id, first ?? item);
      return first
        ? [problemAt(item, ['id'], `id "${id}" is taken already by ${first.file}:${first.placed.locate(['id']).line}`)]
        : [];
    });
  });
}
