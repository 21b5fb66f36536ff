/** Compiles the data folder into one dataset, or says everything that is wrong with it. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset, Parameter } from '@floodgate/engine/world';
import { checkAll } from './checks/all.ts';
import { collections } from './collections.ts';
import type { Items } from './items.ts';
import { DatasetError, type Problem } from './problems.ts';
import { type Item, readCollection } from './read/collection.ts';

/** Day up to which the data were kept. */
const CUTOFF = '2026-11-23';

/** Throws DatasetError with every problem found. */
export function compileDataset(dataDir: string): Dataset {
  const problems: Problem[] = [];
  const items = Object.fromEntries(
    Object.entries(collections).map(([name, collection]) => [name, readCollection(dataDir, collection, problems)]),
  ) as unknown as Items;
  // Checks across rows assume that each row is sound: a missing file would hide behind a hundred dangling references.
  if (problems.length === 0) problems.push(...checkAll(items));
  if (problems.length > 0) throw new DatasetError(problems);
  return assemble(dataDir, items);
}

function assemble(dataDir: string, items: Items): Dataset {
  const values = <T>(collection: Item<T>[]) => collection.map((item) => item.value);
  return {
    cutoff: CUTOFF,
    hash: hashFolder(dataDir),
    sources: values(items.sources),
    chips: values(items.chips),
    memory: values(items.memory),
    goods: values(items.goods),
    facts: values(items.facts),
    parameters: items.parameters.flatMap(sectorParameters),
    products: values(items.products),
    shipments: values(items.shipments),
    decisions: values(items.decisions),
    claims: values(items.claims).sort(byNumber),
    verdicts: items.verdicts[0].value,
    messages: Object.assign({}, ...values(items.messages)),
    glossary: values(items.glossary),
    rules: {
      regimes: values(items.regimes),
      attributes: values(items.attributes).flat(),
      instruments: values(items.instruments),
      parameters: values(items.thresholds),
      groups: values(items.countryGroups),
      provisions: values(items.provisions).flat(),
    },
    llms: values(items.llms),
    workloads: values(items.workloads),
    efficiencies: values(items.efficiencies),
    measurements: values(items.measurements),
  };
}

/** `C9` before `C10`. */
function byNumber(a: { id: string }, b: { id: string }): number {
  return a.id.localeCompare(b.id, 'en', { numeric: true });
}

/** The sector of a parameter is the name of its file. */
function sectorParameters(item: Items['parameters'][number]): Parameter[] {
  const sector = item.file.replace(/^.*\//, '').replace(/\.yaml$/, '');
  return item.value.map((parameter) => ({ sector, ...parameter }));
}

/** sha256 over the paths and contents of all files, in order of path: the version of the data. */
function hashFolder(dataDir: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(csv|yaml)$/.test(name),
  );
  for (const file of files.map((name) => name.replaceAll('\\', '/')).sort()) {
    hash
      .update(`${file}\n`)
      .update(readFileSync(join(dataDir, file)))
      .update('\n');
  }
  return hash.digest('hex');
}
