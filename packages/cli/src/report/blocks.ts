/**
 * A report as plain data, in one language: sections made of blocks. Every form of the report (terminal, HTML, Markdown)
 * prints these same blocks, so no form can say what another does not.
 */
import type { Language } from '@floodgate/engine/core';
import type { Spread } from './number.ts';

export interface Contents {
  language: Language;
  title: string;
  /** What the decision does, in one sentence. */
  answer: string;
  /** What that answer hangs on most; absent where nothing does. */
  hangs?: string;
  sections: Section[];
}

export type SectionId =
  | 'decision'
  | 'outcomes'
  | 'figures'
  | 'clocks'
  | 'drivers'
  | 'method'
  | 'limits'
  | 'assumptions'
  | 'reproduce'
  | 'cite';

export interface Section {
  id: SectionId;
  title: string;
  blocks: Block[];
}

/** A piece of text that may point to its origin. */
export interface Link {
  text: string;
  href?: string;
}

export interface Pair {
  name: string;
  values: Link[];
}

export interface Table {
  caption: string;
  columns: { title: string; numeric: boolean }[];
  rows: string[][];
}

/** One headline outcome in the first and the last year. */
export interface Comparison {
  outcome: string;
  title: string;
  years: ComparisonYear[];
}

export interface ComparisonYear {
  /** `end of 2027`. */
  when: string;
  sentence: string;
  without: Spread;
  with: Spread;
  cells: { without: string; with: string; difference: string; relative: string; higher: string };
}

/** A titled group of name and value, such as an assumption with its estimate, reason and facts. */
export interface Entry {
  id: string;
  title: string;
  pairs: Pair[];
}

export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: Link[] }
  | { kind: 'pairs'; pairs: Pair[] }
  | { kind: 'table'; table: Table }
  | { kind: 'code'; text: string }
  | { kind: 'comparisons'; comparisons: Comparison[]; table: Table; barsNote: string }
  | { kind: 'entries'; entries: Entry[] }
  | ChartBlock;

export interface ChartBlock {
  kind: 'chart';
  id: string;
  title: string;
  /** What a reader who cannot see the chart is told; the table holds its numbers. */
  alternative: string;
  /** What the marks stand for. */
  legend: { with: string; without: string; interval: string };
  source: string;
  note?: string;
  chart: Chart;
  table: Table;
}

export type Chart =
  | { kind: 'difference'; groups: DifferenceGroup[] }
  | { kind: 'stock'; panels: Panel[] }
  | { kind: 'flows'; panels: Panel[] }
  | { kind: 'drivers'; bars: Bar[] };

/** Differences in one unit, on one axis. Values are in percentage points for shares. */
export interface DifferenceGroup {
  unit: string;
  /** What the numbers on the axis are. */
  label: string;
  rows: { label: string; value: string; spread: Spread }[];
}

/** One outcome over the years. */
export interface Panel {
  title: string;
  unit: string;
  points: { year: number; without: Spread; with: Spread }[];
}

export interface Bar {
  label: string;
  /** 0..1. */
  share: number;
  value: string;
}
