/** Estimates: readable in their unit, never made before the last of their facts was published, in order of date. */
import { InputError, parseEstimate } from '@floodgate/engine/core';
import type { Items } from '../items.ts';
import type { Problem } from '../problems.ts';
import { type Item, problemAt } from '../read/collection.ts';

interface Claim {
  item: Item<unknown>;
  path: PropertyKey[];
  estimate: string;
  unit: string;
  known: string;
  facts: string[];
}

export function estimateProblems(items: Items): Problem[] {
  const published = new Map(items.facts.map((item) => [item.value.id, item.value.published]));
  return [...claims(items).flatMap((claim) => claimProblems(claim, published)), ...orderProblems(items)];
}

function claims(items: Items): Claim[] {
  const parameters = items.parameters.flatMap((item) =>
    item.value.flatMap((parameter, i) =>
      parameter.vintages.map((vintage, j) => ({ item, path: [i, 'vintages', j], unit: parameter.unit, ...vintage })),
    ),
  );
  const shipments = items.shipments.map((item) => ({
    item,
    path: ['units'],
    estimate: item.value.units,
    unit: 'chips',
    known: item.value.known,
    facts: item.value.facts,
  }));
  return [...parameters, ...shipments];
}

function claimProblems(claim: Claim, published: Map<string, string>): Problem[] {
  const problems: Problem[] = [];
  try {
    parseEstimate(claim.estimate, claim.unit, '');
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(
      problemAt(
        claim.item,
        claim.path,
        `cannot read "${claim.estimate}" as an estimate in ${claim.unit} (${error.code}); write such as "8 to 14"`,
      ),
    );
  }
  for (const fact of claim.facts) {
    const day = published.get(fact);
    if (day !== undefined && day > claim.known) {
      problems.push(problemAt(claim.item, claim.path, `known ${claim.known}, but rests on ${fact}, published ${day}`));
    }
  }
  return problems;
}

function orderProblems(items: Items): Problem[] {
  return items.parameters.flatMap((item) =>
    item.value.flatMap((parameter, i) =>
      parameter.vintages.flatMap((vintage, j) =>
        j > 0 && vintage.known <= parameter.vintages[j - 1].known
          ? [problemAt(item, [i, 'vintages', j, 'known'], `vintages of ${parameter.id} must be in order of date`)]
          : [],
      ),
    ),
  );
}
