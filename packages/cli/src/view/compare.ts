/** A comparison of chips for the terminal: indices, one row for each workload, and the region in words. */
import type { ChipComparison, Comparison, InferenceComparison, Region } from '@floodgate/engine/capability';
import type { Language } from '@floodgate/engine/core';
import type { World } from '@floodgate/engine/world';
import Table from 'cli-table3';
import colours from 'picocolors';
import type { Context } from '../context.ts';
import type { Fields } from './translate.ts';

export interface ComparisonView {
  comparison: Comparison;
  world: Pick<World, 'chips' | 'llms' | 'workloads'>;
  language: Language;
  say: Context['say'];
}

type Say = (key: string, fields?: Fields) => string;

export function comparisonView(view: ComparisonView): string {
  return view.comparison.chips.map((chip) => chipView(view, chip)).join('\n');
}

function chipView(view: ComparisonView, chip: ChipComparison): string {
  const say: Say = (key, fields) => view.say(view.language, key, fields);
  const against = view.world.chips.find((candidate) => candidate.id === view.comparison.against);
  const names = { chip: chip.name[view.language], against: against?.name[view.language] ?? view.comparison.against };
  return [
    colours.bold(say('compare.title', names)),
    '',
    ...indexLines(view, say, chip),
    '',
    ...trainingLines(view, say, chip),
    inferenceTable(view, say, chip),
    ...notes(view, chip),
    ...valueLines(view, say, chip),
    ...regionLines(view, say, chip, names),
    ...latencyLines(view, say, chip),
    '',
  ].join('\n');
}

function indexLines({ language }: ComparisonView, say: Say, { indices }: ChipComparison): string[] {
  return (['training', 'inference'] as const).map((kind) => {
    const mid = kind === 'training' ? indices.trainingH100e : indices.inferenceH100e;
    const range = indices[kind];
    const name = say(`compare.index.${kind}`);
    if (mid === null || range === null) return `${name}  — ${indices.why[kind]?.[language] ?? ''}`;
    const index = say('compare.index', { mid: short(mid), p5: short(range.p5), p95: short(range.p95) });
    const { low, high } = indices.sensitivity[kind] ?? { low: mid, high: mid };
    return `${name}  ${index}; ${say('compare.sensitivity', { low: short(low), high: short(high) })}`;
  });
}

function trainingLines({ language, world }: ComparisonView, say: Say, { training }: ChipComparison): string[] {
  if (!training) return [];
  const rows = training.workloads.map((row) => [
    titleOf(world, language, row.workload),
    training.precision,
    count(row.chips),
    count(row.effectiveTflops),
    `${(100 * row.mfu).toFixed(0)}%`,
    count(row.days),
    say(`compare.bound.${row.bound}`),
    ratio(row.relative),
  ]);
  const head = ['training', 'format', 'chips', 'tflops', 'mfu', 'days', 'bound', 'relative'];
  return [
    table(
      head.map((name) => say(`compare.column.${name}`)),
      rows,
    ),
    '',
  ];
}

function inferenceTable({ language, world }: ComparisonView, say: Say, { inference }: ChipComparison): string {
  const head = ['inference', 'format', 'chips', 'batch', 'output', 'ttft', 'tpot', 'bounds', 'relative'];
  const rows = inference
    .filter((row) => row.outputTokensPerSecondPerChip !== null)
    .map((row) => [titleOf(world, language, row.workload), ...inferenceCells(say, row)]);
  return rows.length === 0
    ? ''
    : table(
        head.map((name) => say(`compare.column.${name}`)),
        rows,
      );
}

function inferenceCells(say: Say, row: InferenceComparison): string[] {
  return [
    row.precision ?? '',
    count(row.chips),
    count(row.batch),
    count(row.outputTokensPerSecondPerChip),
    `${(row.ttftSeconds ?? 0).toFixed(2)}${row.meetsLimit === false ? '*' : ''}`,
    (1000 * (row.tpotSeconds ?? 0)).toFixed(1),
    row.phases ? say('compare.phases', boundsOf(say, row.phases)) : '',
    ratio(row.relative),
  ];
}

function boundsOf(say: Say, { prefill, decode }: NonNullable<InferenceComparison['phases']>): Fields {
  return { prefill: say(`compare.bound.${prefill}`), decode: say(`compare.bound.${decode}`) };
}

/** Output for each watt and dollar, over the workloads: where power or price is unpublished it says so. */
function valueLines(
  { language, world }: ComparisonView,
  say: Say,
  { inference, powerW, launchPriceUsd }: ChipComparison,
): string[] {
  const rows = inference.flatMap((row) => {
    const { outputTokensPerSecondPerWatt: watt, outputTokensPerSecondPerThousandUsd: dollar } = row;
    if (watt === null && dollar === null) return [];
    return [[titleOf(world, language, row.workload), '', watt === null ? '—' : watt.toFixed(2), count(dollar) || '—']];
  });
  if (rows.length === 0) return [];
  const head = [say('compare.column.inference'), '', say('compare.column.per-watt'), say('compare.column.per-dollar')];
  const basis = say('compare.basis', {
    power: powerW === null ? say('compare.unpublished') : `${count(powerW)} W`,
    price: launchPriceUsd === null ? say('compare.unpublished') : `${count(launchPriceUsd)} USD`,
  });
  return ['', table(head, rows), basis];
}

/** Where the order of the two turns with the speed promised to each user. */
function latencyLines({ language, world }: ComparisonView, say: Say, { latency }: ChipComparison): string[] {
  if (latency.length === 0) return [];
  const lines = latency.map(({ workload, tpotSeconds, relative, turnsAt }) => {
    const known = tpotSeconds.flatMap((seconds, i) => (relative[i] === null ? [] : [{ seconds, ratio: relative[i] }]));
    const fields = {
      workload: titleOf(world, language, workload),
      tight: 1000 * known[0].seconds,
      atTight: ratio(known[0].ratio),
      loose: 1000 * known[known.length - 1].seconds,
      atLoose: ratio(known[known.length - 1].ratio),
      turn: 1000 * (turnsAt ?? 0),
    };
    return `- ${say(turnsAt === null ? 'compare.latency.steady' : 'compare.latency.turns', fields)}`;
  });
  return ['', colours.bold(say('compare.latency.title')), ...lines];
}

/** Why a workload has no figures, and what the star means. */
function notes({ language, say, world }: ComparisonView, { inference }: ChipComparison): string[] {
  const reasons = inference.flatMap((row) =>
    row.why ? [`${titleOf(world, language, row.workload)}: ${row.why[language]}`] : [],
  );
  const star = inference.some((row) => row.meetsLimit === false) ? [say(language, 'compare.misses')] : [];
  return [...new Set([...reasons, ...star])];
}

function regionLines(view: ComparisonView, say: Say, chip: ChipComparison, names: Fields): string[] {
  if (chip.region.length === 0) return [];
  return [
    '',
    colours.bold(say('compare.region.title', names)),
    ...chip.region.flatMap((region) => regionWords(view, say, region)),
  ];
}

/** The region in sentences: where decode is ahead, by context, and how prefill compares. */
function regionWords({ world }: ComparisonView, say: Say, region: Region): string[] {
  const model = world.llms.find((llm) => llm.id === region.llm)?.name ?? region.llm;
  const decode = region.crossover.map(({ context, aheadUpTo, fits }) => {
    const held = Math.min(fits.chip, fits.against);
    const fields = { context: count(context), batch: count(aheadUpTo), held: count(held), alone: count(fits.chip) };
    if (held === 0) return say(`compare.region.${fits.chip > 0 ? 'alone' : 'none'}`, fields);
    if (aheadUpTo === 0) return say('compare.region.behind', fields);
    return say(`compare.region.${aheadUpTo >= held ? 'ahead' : 'turns'}`, fields);
  });
  return [
    `- ${say(`compare.region.${region.study}`, { model, chips: region.chips })}`,
    ...decode.map((line) => `    ${line}`),
    `    ${say('compare.region.prefill', { ratio: ratio(region.prefill) })}`,
  ];
}

function titleOf(world: ComparisonView['world'], language: Language, id: string): string {
  return world.workloads.find((workload) => workload.id === id)?.title[language] ?? id;
}

/** No lines: they would take half of the screen. */
const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  right: '',
  'right-mid': '',
  'mid-mid': '',
  middle: ' ',
  mid: '',
};

function table(head: string[], rows: string[][]): string {
  const colAligns = head.map((_, i) => (i < 2 ? ('left' as const) : ('right' as const)));
  const drawn = new Table({ head, chars: NO_LINES, style: { head: [], border: [] }, colAligns });
  drawn.push(...rows);
  return drawn.toString();
}

/** Whole numbers with separators; small ones with one digit. */
function count(value: number | null): string {
  if (value === null) return '';
  const digits = value < 10 && !Number.isInteger(value) ? 1 : 0;
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

function short(value: number): string {
  return value.toFixed(2);
}

function ratio(value: number | null): string {
  return value === null ? '—' : `${value.toFixed(2)}×`;
}
