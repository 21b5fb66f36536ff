/** Reads claims that a user wrote, by the same schema as those in `data/claims`: one, or a list of them. */
import type { Claim, Dataset } from '@floodgate/engine/world';
import { z } from 'zod';
import { faultsOf, knownIds } from './checks/claims.ts';
import { DatasetError } from './problems.ts';
import { issueProblem } from './read/collection.ts';
import { readYaml } from './read/yaml.ts';
import { claimSchema } from './schemas/claim.ts';

const MOST_CLAIMS = 500;

/** Throws DatasetError with file, line, column and what is allowed. JSON is YAML. */
export function parseClaims(text: string, file: string, dataset: Dataset): Claim[] {
  const placed = readYaml(text, file);
  const single = !Array.isArray(placed.value);
  const fail = (problems: { path: PropertyKey[]; message: string }[]) =>
    new DatasetError(problems.map(({ path, message }) => ({ file, ...placed.locate(path), message })));
  const result = single
    ? claimSchema.transform((claim) => [claim]).safeParse(placed.value)
    : z.array(claimSchema).min(1).max(MOST_CLAIMS).safeParse(placed.value);
  if (!result.success) throw new DatasetError(result.error.issues.map((issue) => issueProblem(issue, file, placed)));
  const claims = result.data as Claim[];
  const known = knownOf(dataset);
  const at = (i: number, path: PropertyKey[]) => (single ? path : [i, ...path]);
  const faults = claims.flatMap((claim, i) => [
    ...faultsOf(claim, known).map(({ path, message }) => ({ path: at(i, path), message })),
    ...takenId(claim, claims.slice(0, i), dataset).map((message) => ({ path: at(i, ['id']), message })),
  ]);
  if (faults.length > 0) throw fail(faults);
  return claims;
}

function takenId({ id }: Claim, before: readonly Claim[], { claims }: Dataset): string[] {
  return [...claims, ...before].some((one) => one.id === id) ? [`id "${id}" is taken already`] : [];
}

function knownOf(dataset: Dataset) {
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  return knownIds({
    chips: ids(dataset.chips),
    goods: ids(dataset.goods),
    facts: dataset.facts,
    products: dataset.products.map(({ chip }) => chip),
    parameters: ids(dataset.parameters),
    thresholds: ids(dataset.rules.parameters),
    instruments: ids(dataset.rules.instruments),
    workloads: ids(dataset.workloads),
    sources: ids(dataset.sources),
    terms: ids(dataset.glossary),
    messages: Object.keys(dataset.messages),
  });
}
