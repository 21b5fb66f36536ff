/** A stress test in the terminal: what is caught and missed, the flows, the best that passes, the frontier as bars. */
import type { Frontier, Passing, Reading, StressTest } from '@floodgate/engine/design';
import type { Enactment } from '@floodgate/engine/world';
import { formatNumber } from '../report/number.ts';
import { shareBar } from '../report/terminal-bars.ts';
import { hang, pad, wrap } from '../report/terminal-text.ts';
import type { Words } from '../report/words.ts';
import { plainTable } from './table.ts';
import type { Fields } from './translate.ts';

type Say = (key: string, fields?: Fields) => string;

export interface DesignView {
  result: StressTest;
  reading: Reading;
  enactment: Enactment;
  words: Words;
  say: Say;
}

const WIDTH = 100;
const BAR = 32;
const DAY = 10;
const COUNT = 9;

export function designView(view: DesignView): string {
  const sections = [
    heading(view),
    datesSection(view),
    flowsSection(view),
    passingSection(view),
    ...frontierSections(view),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function heading({ result, reading, enactment, words, say }: DesignView): string[] {
  const how = typeof reading === 'string' ? reading : 'replaces';
  const names = typeof reading === 'string' ? '' : reading.replaces.join(', ');
  return [
    say('design.title', { title: words.text(enactment.instrument.title), from: result.from, to: result.to }),
    ...wrap(say(`design.reading.${how}`, { names }), WIDTH),
  ];
}

function datesSection({ result, reading, say }: DesignView): string[] {
  const heads = ['caught', 'missed', 'unknown'].map((key) => pad(say(`design.dates.column.${key}`), COUNT, 'left'));
  const lines = result.dates.flatMap((date, i) => {
    const counts = [date.caught, date.missed, date.unknown].map(({ length }) => String(length).padStart(COUNT));
    const appeared = i === 0 ? say('design.dates.before', { n: date.appeared.length }) : appearedOn(date);
    return hang(`${date.on}${counts.join('')}  `, appeared, WIDTH);
  });
  const last = result.dates.at(-1);
  if (last === undefined) return [];
  const list = (key: string, ids: string[]) => (ids.length === 0 ? [] : wrap(say(key, { ids: ids.join(', ') }), WIDTH));
  return [
    say('design.dates.title'),
    `${pad(say('design.dates.column.day'), DAY)}${heads.join('')}`,
    ...lines,
    ...list('design.dates.missed', last.missed),
    ...list('design.dates.unknown', last.unknown),
    ...(reading === 'alone' ? [] : [say('design.dates.by-rule', { n: last.byRule.length, of: last.caught.length })]),
  ];
}

function appearedOn({ appeared, caught, missed }: StressTest['dates'][number]): string {
  return appeared.map((id) => `${caught.includes(id) ? '●' : missed.includes(id) ? '○' : '?'}${id}`).join('  ');
}

function flowsSection({ result, words, say }: DesignView): string[] {
  const number = (value: number) => (value === 0 ? '-' : formatNumber(value, words.language));
  const rows = result.flowTotals.map(({ chip, counted, caught, missed, unknown }) => [
    chip,
    say(`design.flows.${counted}`),
    spanOf(result, chip),
    number(caught),
    number(missed),
    number(unknown),
  ]);
  const head = ['chip', 'counted', 'periods', 'caught', 'missed', 'unknown'].map((key) =>
    say(`design.flows.column.${key}`),
  );
  return [say('design.flows.title'), plainTable([head, ...rows]).trimEnd()];
}

function spanOf({ flows }: StressTest, chip: string): string {
  const periods = flows.filter((flow) => flow.chip === chip).map(({ period }) => period);
  return periods.length === 1 ? periods[0] : `${periods[0]}–${periods.at(-1)}`;
}

function passingSection({ result, words, say }: DesignView): string[] {
  const title = say('design.passing.title', { on: words.day(result.on) });
  if (result.passing.length === 0) return [title, say('design.passing.none')];
  const number = (value: number) => formatNumber(value, words.language);
  const rows = result.passing.map(({ objective, value, unbounded, chip, metrics, indices }) => [
    objectiveName(objective, say),
    number(value),
    number(unbounded),
    number(indices.training?.mid ?? 0),
    number(indices.inference?.mid ?? 0),
    shown(metrics.tpp, words),
    shown(metrics.performanceDensity, words),
    shown(metrics.memoryBandwidthGBs, words),
    shown(metrics.ioBandwidthGBs, words),
    String(chip.memoryGB),
  ]);
  const columns = [
    'objective',
    'value',
    'unbounded',
    'training',
    'inference',
    'tpp',
    'density',
    'memory',
    'io',
    'capacity',
  ];
  return [
    title,
    plainTable([columns.map((key) => say(`design.passing.column.${key}`)), ...rows]).trimEnd(),
    ...wrap(bodyOf(result.passing[0], words, say), WIDTH),
    ...wrap(regionOf(result, words, say), WIDTH),
    ...wrap(say('design.passing.note'), WIDTH),
  ];
}

function shown(value: Passing['metrics']['tpp'], { language }: Words): string {
  return typeof value === 'number'
    ? new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', { maximumFractionDigits: 6 }).format(value)
    : '?';
}

function bodyOf({ objective, chip }: Passing, words: Words, say: Say): string {
  const rate = (value: unknown) =>
    typeof value === 'number' ? formatNumber(value, words.language, { digits: 4 }) : '-';
  return say('design.passing.body', {
    objective: objectiveName(objective, say),
    fp16: rate(chip.fp16DenseTflops),
    fp8: rate(chip.fp8DenseTflops),
    dies: chip.computeDies ?? 1,
    area: rate(chip.dieAreaMm2),
    stacks: chip.memoryStacks ?? 0,
    power: rate(chip.powerW),
  });
}

function regionOf({ region }: StressTest, words: Words, say: Say): string {
  const bound = ({ value, from }: { value: number; from: string }) =>
    `${formatNumber(value, words.language, { digits: 4 })} (${from})`;
  return say('design.passing.region', {
    fp16: region.rates.fp16DenseTflops ? bound(region.rates.fp16DenseTflops) : '-',
    area: bound(region.areaMm2),
    die: bound(region.dieAreaMm2),
    density: bound(region.tppPerMm2),
    stacks: bound(region.memoryStacks),
    stackGB: bound(region.stackGB),
    stackGBs: bound(region.stackGBs),
    io: bound(region.ioBandwidthGBs),
    power: bound(region.powerW),
  });
}

/** The index of a kind by name; a workload by its id. */
function objectiveName(objective: string, say: Say): string {
  return objective === 'training' || objective === 'inference' ? say(`design.objective.${objective}`) : objective;
}

function frontierSections({ result, words, say }: DesignView): string[][] {
  return result.frontier.map((frontier) => [
    say('design.frontier.title', {
      objective: say(`design.objective.${frontier.objective}`),
      attribute: say(`design.attribute.${frontier.attribute}`),
    }),
    ...bars(frontier, words, say),
  ]);
}

function bars({ points, limits }: Frontier, words: Words, say: Say): string[] {
  const most = Math.max(...points.map(({ best }) => best ?? 0));
  const rows = points.map(({ value, best }) => [
    `${limits.includes(value) ? '>' : ' '} ${shown(Math.round(value * 100) / 100, words)}`,
    best === null ? say('design.frontier.none') : `${shareBar(best / most, BAR)} ${formatNumber(best, words.language)}`,
  ]);
  return plainTable(rows).trimEnd().split('\n');
}
