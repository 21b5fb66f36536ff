/** The report on a terminal: wrapped text, tables and bars in at most a hundred columns. */
import pc from 'picocolors';
import stringWidth from 'string-width';
import type { Block, Comparison, Contents, Entry, Link, Pair, Section, Table } from './blocks.ts';
import { createContents } from './contents.ts';
import type { ReportInput } from './input.ts';
import { shareBar, spreadBar } from './terminal-bars.ts';
import { hang, pad, textTable, wrap } from './terminal-text.ts';
import { createWords, type Words } from './words.ts';

const MOST_COLUMNS = 100;
const LEAST_COLUMNS = 60;
const BAR_COLUMNS = 28;
const LEAST_BAR = 8;
/** Inputs told with their facts, and facts of each, unless all are asked for. */
const BRIEF_ENTRIES = 5;
const BRIEF_FACTS = 2;

export interface Page {
  width: number;
  colours: Pick<typeof pc, 'bold' | 'dim' | 'cyan' | 'green'>;
  explain: boolean;
  words: Words;
}

/** The report as text for standard output. `explain` adds every input with its estimate, facts and reason. */
export function terminalReport(report: ReportInput, explain: boolean): string {
  const { isTTY, columns } = process.stdout;
  const width = isTTY && columns ? Math.min(Math.max(columns, LEAST_COLUMNS), MOST_COLUMNS) : MOST_COLUMNS;
  const words = createWords(report.dataset.messages, report.language);
  return printContents(createContents(report, report.language), { width, colours: pc, explain, words });
}

/** Contents as lines of at most `page.width` columns. */
export function printContents(contents: Contents, page: Page): string {
  const { bold, cyan } = page.colours;
  const lines = [
    ...wrap(contents.title, page.width).map((line) => bold(line)),
    '',
    ...wrap(contents.answer, page.width).map((line) => cyan(line)),
    ...(contents.hangs ? wrap(contents.hangs, page.width) : []),
    ...contents.sections.filter((section) => isShown(section, page)).flatMap((section) => printSection(section, page)),
  ];
  return `${lines.join('\n')}\n`;
}

/** Charts over the years need a picture; every input is shown when asked for. */
function isShown({ id }: Section, { explain }: Page): boolean {
  return id !== 'figures' && (id !== 'assumptions' || explain);
}

function printSection({ id, title, blocks }: Section, page: Page): string[] {
  const rule = page.colours.dim('─'.repeat(Math.max(0, page.width - stringWidth(title) - 1)));
  const full = id === 'assumptions' || page.explain;
  const bodies = blocks.map((block) => printBlock(block, page, full)).filter((lines) => lines.length > 0);
  return [
    '',
    `${page.colours.bold(title)} ${rule}`,
    ...bodies.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines])),
  ];
}

function printBlock(block: Block, page: Page, full: boolean): string[] {
  switch (block.kind) {
    case 'text':
      return wrap(block.text, page.width);
    case 'heading':
      return wrap(block.text, page.width).map((line) => page.colours.bold(line));
    case 'code':
      // Never wrapped: a broken call cannot be pasted.
      return [`  ${page.colours.green(block.text)}`];
    case 'list':
      return block.items.flatMap((item) => printLink('• ', item, page));
    case 'pairs':
      return printPairs(block.pairs, page, '');
    case 'table':
      return printTable(block.table, page);
    case 'comparisons':
      return [
        ...block.comparisons.flatMap((one) => printComparison(one, page)),
        ...printBarsNote(block.barsNote, page),
      ];
    case 'entries':
      return printEntries(block.entries, page, full);
    case 'chart':
      return block.chart.kind === 'drivers' ? printBars(block.title, block.chart.bars, page) : [];
  }
}

function printLink(label: string, { text, href }: Link, { width, colours }: Page): string[] {
  const indent = ' '.repeat(stringWidth(label));
  return [...hang(label, text, width), ...(href ? [indent + colours.dim(href)] : [])];
}

function printPairs(pairs: Pair[], page: Page, indent: string): string[] {
  const column = Math.max(...pairs.map(({ name }) => stringWidth(name)));
  return pairs.flatMap(({ name, values }) =>
    values.flatMap((value, i) => printLink(`${indent}${pad(i === 0 ? name : '', column)}  `, value, page)),
  );
}

function printTable({ caption, columns, rows }: Table, { width, colours }: Page): string[] {
  const head = columns.map((column) => column.title);
  const lines = textTable(
    [head, ...rows],
    columns.map((column) => column.numeric),
    width,
  );
  return [...wrap(caption, width).map((line) => colours.bold(line)), ...lines];
}

/** Bars of the last year, then each year in words. */
function printComparison({ title, years }: Comparison, { width, colours, words }: Page): string[] {
  const [last] = years;
  const heading = words.say('heading', { title, when: last.when });
  const most = Math.max(last.without.p95, last.with.p95);
  const names = [words.say('column.without'), words.say('column.with')];
  const column = Math.max(...names.map((name) => stringWidth(name)));
  const values = Math.max(stringWidth(last.cells.without), stringWidth(last.cells.with));
  const room = Math.max(LEAST_BAR, Math.min(BAR_COLUMNS, width - column - values - 6));
  const bar = (name: string, spread: typeof last.with, value: string) =>
    `  ${pad(name, column)}  ${colours.cyan(spreadBar(spread, most, room))}  ${value}`;
  return [
    ...wrap(heading, width).map((line) => colours.bold(line)),
    ...(most > 0 ? [bar(names[0], last.without, last.cells.without), bar(names[1], last.with, last.cells.with)] : []),
    ...years.flatMap((year) => hang('  ', year.sentence, width)),
    '',
  ];
}

function printBarsNote(note: string, { width, colours }: Page): string[] {
  return wrap(note, width).map((line) => colours.dim(line));
}

function printBars(title: string, bars: { label: string; share: number; value: string }[], page: Page): string[] {
  const lines = bars.flatMap(({ label, share, value }) =>
    hang(`  ${page.colours.cyan(shareBar(share, BAR_COLUMNS))} ${pad(value, 4, 'left')}  `, label, page.width),
  );
  return [...wrap(title, page.width).map((line) => page.colours.bold(line)), ...lines];
}

function printEntries(entries: Entry[], page: Page, full: boolean): string[] {
  const shown = full ? entries : entries.slice(0, BRIEF_ENTRIES).map((entry) => brief(entry));
  const left = entries.length - shown.length;
  return [
    ...shown.flatMap(({ id, title, pairs }) => [
      ...hang('• ', `${title} [${id}]`, page.width),
      ...printPairs(pairs, page, '  '),
    ]),
    ...(left > 0 ? wrap(page.words.say('terminal.more', { count: left }), page.width) : []),
  ];
}

function brief({ pairs, ...entry }: Entry): Entry {
  return { ...entry, pairs: pairs.map(({ name, values }) => ({ name, values: values.slice(0, BRIEF_FACTS) })) };
}
