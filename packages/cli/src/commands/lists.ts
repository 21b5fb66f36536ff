/** `floodgate decisions | parameters | facts | chips | sources [show ID]`: what there is, and one of it with its sources. */
import { type Language, unknownId } from '@floodgate/engine/core';
import { itemMetrics } from '@floodgate/engine/rules';
import { createWorld, findChip, type Source, type World } from '@floodgate/engine/world';
import type { Command } from 'commander';
import { type Context, parseLanguage, readAsOf, toJson } from '../context.ts';
import { plainTable } from '../view/table.ts';

interface Options {
  asOf?: string;
  lang: string;
  json?: boolean;
}

interface Row {
  id: string;
  aliases?: string[];
}

/** One kind of thing that can be listed. */
interface Listing {
  name: string;
  description: string;
  rows(context: Context, world: World): Row[];
  /** Columns of the printed table. */
  columns(row: never, language: Language): string[];
  /** The ids of the sources and facts on which one rests. */
  origins(row: never, world: World): { sources: string[]; facts: string[] };
}

export function registerLists(program: Command, context: Context): void {
  for (const listing of LISTINGS) {
    program
      .command(listing.name)
      .description(listing.description)
      .argument('[show]', 'the word "show", to print one')
      .argument('[id]', 'which one')
      .option('--as-of <date>', 'only what was published by this day')
      .option('--lang <language>', 'en or zh', 'en')
      .option('--json', 'print one JSON document')
      .addHelpText(
        'after',
        `\nExamples:\n  floodgate ${listing.name}\n  floodgate ${listing.name} show ${EXAMPLES[listing.name]} --json`,
      )
      .action((show: string | undefined, id: string | undefined, options: Options) =>
        list(context, listing, show, id, options),
      );
  }
}

const EXAMPLES: Record<string, string> = {
  decisions: 'h20-reversal-2025-07',
  parameters: 'uptake.h20',
  facts: 'nvidia-h20-q1fy26',
  chips: 'h20',
  sources: 'epoch-ai-chip-counts',
};

function list(
  context: Context,
  listing: Listing,
  show: string | undefined,
  id: string | undefined,
  options: Options,
): void {
  const language = parseLanguage(options.lang);
  const asOf = readAsOf(context, options.asOf);
  const world = createWorld(context.dataset, asOf);
  const rows = listing.rows(context, world);
  if (show === undefined) {
    context.write(options.json ? toJson(rows) : plainTable(rows.map((row) => listing.columns(row as never, language))));
    return;
  }
  if (show !== 'show' || id === undefined)
    throw unknownId(
      listing.name,
      id ?? show,
      rows.map((row) => row.id),
    );
  const row = findRow(listing, rows, world, id);
  const { sources, facts } = listing.origins(row as never, world);
  const known = world.facts.filter((fact) => facts.includes(fact.id));
  const cards = findSources(world, [...sources, ...known.map((fact) => fact.source)]);
  context.write(toJson({ ...row, facts: known.length > 0 ? known : undefined, sources: cards }));
}

/** Chips and parameters answer to their aliases too. */
function findRow(listing: Listing, rows: Row[], world: World, id: string): Row {
  const key = listing.name === 'chips' ? findChip(world, id).id : id;
  const row = rows.find((one) => one.id === key || (listing.name === 'parameters' && one.aliases?.includes(key)));
  if (!row)
    throw unknownId(
      listing.name,
      id,
      rows.map((one) => one.id),
    );
  return row;
}

function findSources(world: World, ids: string[]): Source[] {
  return [...new Set(ids)].flatMap((id) => world.sources.find((source) => source.id === id) ?? []);
}

const LISTINGS: Listing[] = [
  {
    name: 'decisions',
    description: 'list the decisions that can be evaluated',
    rows: (context, world) => context.dataset.decisions.filter((decision) => decision.published <= world.asOf),
    columns: (row: { id: string; effective: string; title: Record<Language, string> }, language) => [
      row.id,
      row.effective,
      row.title[language],
    ],
    origins: (row: { sources: string[] }) => ({ sources: row.sources, facts: [] }),
  },
  {
    name: 'parameters',
    description: 'list the uncertain inputs of the model with their estimates',
    rows: (_, world) => [...world.parameters],
    columns: (row: World['parameters'][number], language) => [
      row.id,
      row.estimate,
      row.unit,
      row.known,
      row.title[language],
    ],
    origins: (row: World['parameters'][number]) => ({ sources: [], facts: row.facts }),
  },
  {
    name: 'facts',
    description: 'list the published numbers that the model rests on',
    rows: (_, world) => [...world.facts],
    columns: (row: World['facts'][number]) => [
      row.id,
      [row.low, row.mid, row.high].map((value) => value ?? '').join(' / '),
      row.unit,
      row.published,
      `${row.subject}: ${row.quantity}`,
    ],
    origins: (row: World['facts'][number]) => ({ sources: [row.source], facts: [] }),
  },
  {
    name: 'chips',
    description: 'list the chips with their derived processing performance and density',
    rows: (_, world) => world.chips.map((chip) => ({ ...chip, metrics: itemMetrics(chip) })),
    columns: (row: World['chips'][number] & { metrics: { tpp: unknown; performanceDensity: unknown } }, language) => [
      row.id,
      row.name[language],
      row.released ?? '',
      `TPP ${showQuantity(row.metrics.tpp)}`,
      `PD ${showQuantity(row.metrics.performanceDensity)}`,
    ],
    origins: (row: World['chips'][number]) => ({ sources: row.sources, facts: [] }),
  },
  {
    name: 'sources',
    description: 'list the documents and datasets that the numbers come from',
    rows: (_, world) => [...world.sources],
    columns: (row: Source) => [row.id, row.published, row.publisher, row.title],
    origins: () => ({ sources: [], facts: [] }),
  },
];

function showQuantity(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object' && value !== null && 'low' in value && 'high' in value)
    return `${value.low} to ${value.high}`;
  return '?';
}
