/** Every id that a row names exists; the problem gives the nearest one that does. */
import { nearest } from '@floodgate/engine/core';
import type { Decision } from '@floodgate/engine/world';
import type { Items } from '../items.ts';
import type { Problem } from '../problems.ts';
import { type Item, problemAt } from '../read/collection.ts';

export type Reference = { path: PropertyKey[]; id: string | undefined };

export function referenceProblems(items: Items): Problem[] {
  const ids = (collection: Item<{ id: string }>[]) => new Set(collection.map((item) => item.value.id));
  const sources = ids(items.sources);
  const chips = ids(items.chips);
  const facts = ids(items.facts);
  return [
    ...check(items.chips, sources, 'source', (chip) => list('sources', chip.sources)),
    ...check(items.chips, chips, 'chip', (chip) => [{ path: ['china_variant_of'], id: chip.chinaVariantOf }]),
    ...check(items.memory, sources, 'source', (stack) => list('sources', stack.sources)),
    ...check(items.goods, sources, 'source', (goods) => list('sources', goods.sources)),
    ...check(items.facts, sources, 'source', (fact) => [{ path: ['source'], id: fact.source }]),
    ...check(items.glossary, sources, 'source', (term) => [{ path: ['source'], id: term.source }]),
    ...check(items.decisions, sources, 'source', (decision) => list('sources', decision.sources)),
    ...check(items.products, chips, 'chip', (product) => [{ path: ['chip'], id: product.chip }]),
    ...check(items.products, sources, 'source', (product) => list('sources', product.sources)),
    ...check(items.llms, sources, 'source', (llm) => [{ path: ['source'], id: llm.source }]),
    ...check(items.workloads, ids(items.llms), 'language model', (workload) => [{ path: ['llm'], id: workload.llm }]),
    ...check(items.workloads, sources, 'source', (workload) => list('sources', workload.sources)),
    ...check(items.efficiencies, chips, 'chip', (efficiency) => list('chips', efficiency.chips)),
    ...check(items.efficiencies, sources, 'source', (efficiency) => list('sources', efficiency.sources)),
    ...check(items.decisions, ids(items.instruments), 'instrument', withheld),
    ...check(items.shipments, chips, 'chip', (shipment) => [{ path: ['chip'], id: shipment.chip }]),
    ...check(items.shipments, facts, 'fact', (shipment) => list('facts', shipment.facts)),
    ...check(items.parameters, facts, 'fact', (document) =>
      document.flatMap((parameter, i) =>
        parameter.vintages.flatMap((vintage, j) => list2([i, 'vintages', j, 'facts'], vintage.facts)),
      ),
    ),
  ];
}

/** Instruments that a decision would withhold: a misspelt one would withhold nothing and say nothing. */
export function withheld(decision: Pick<Decision, 'with' | 'without'>): Reference[] {
  return (['with', 'without'] as const).flatMap((side) =>
    decision[side].flatMap((step, i) =>
      'withhold' in step ? [{ path: [side, i, 'withhold'], id: step.withhold }] : [],
    ),
  );
}

function list(field: string, ids: string[]): Reference[] {
  return ids.map((id) => ({ path: [field], id }));
}

function list2(path: PropertyKey[], ids: string[]): Reference[] {
  return ids.map((id, index) => ({ path: [...path, index], id }));
}

function check<T>(
  items: Item<T>[],
  known: Set<string>,
  kind: string,
  references: (value: T) => Reference[],
): Problem[] {
  return items.flatMap((item) =>
    references(item.value).flatMap(({ path, id }) => {
      if (id === undefined || known.has(id)) return [];
      const near = nearest(id, known);
      return [problemAt(item, path, `no ${kind} "${id}"${near === '' ? '' : ` (nearest: ${near})`}`)];
    }),
  );
}
