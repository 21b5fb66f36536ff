/** Every chip × every class of destinations × every day on which the answer changes, as text that a person can review. */
import {
  classify,
  destinationClasses,
  type Item,
  itemOf,
  membersOn,
  type Stretch,
  timeline,
} from '@floodgate/engine/rules';
import { countryCodes } from '../../packages/dataset/src/country-codes.ts';
import { dataset } from '../dataset.ts';

const POLICIES = {
  none: 'no licence',
  'presumption-of-approval': 'presumed approved',
  'case-by-case': 'case by case',
  'presumption-of-denial': 'presumed denied',
  'policy-of-denial': 'denied',
};

export interface Cell {
  item: Item;
  to: string;
  stretches: Stretch[];
}

export interface Destinations {
  /** The country that stands for its class. */
  to: string;
  title: string;
  countries: string[];
  /** One for each chip, from 2022-01-01 on, whether or not the chip was on sale. */
  cells: Cell[];
}

const { rules: rulebook, chips } = dataset;
// A day of launch is no change of law: the matrix asks of every chip on every day.
const items = chips.map((chip) => ({ ...itemOf(chip), since: null }));

/** Shipments from the United States to civil buyers at home in the destination. */
export function lawMatrix(): Destinations[] {
  return destinationClasses(rulebook, countryCodes(), { from: 'US', kind: 'chip' }).map((countries) => ({
    to: countries[0],
    title: titleOf(countries),
    countries,
    cells: items.map((item) => ({
      item,
      to: countries[0],
      stretches: timeline(rulebook, item, { from: 'US', to: countries[0] }),
    })),
  }));
}

/** What an answer lacks: a requirement that no instrument makes, or a doubt without the facts that would settle it. */
export function unexplained({ item, to, stretches }: Cell): string[] {
  return stretches.flatMap(({ from: on }) => {
    const { licence, classification, possible, controlledBy, missing, trace } = classify(rulebook, item, {
      from: 'US',
      to,
      on,
    });
    const open = licence.required === null || licence.reviewPolicy === null || classification === 'unknown';
    const lacks = [
      ...(trace.length === 0 ? ['a trace'] : []),
      ...(trace.some(({ citation }) => !citation?.url) ? ['a citation'] : []),
      ...(licence.required && controlledBy.length === 0 ? ['an instrument'] : []),
      ...(open && missing.length === 0 ? ['what would settle it'] : []),
      ...(classification === 'unknown' && possible.length < 2 ? ['what the class may be'] : []),
    ];
    return lacks.map((what) => `${item.id} to ${to} on ${on}: without ${what}`);
  });
}

/** The page of one class: chips with the same answers on all days stand together. */
export function pageOf({ title, countries, cells }: Destinations): string {
  const blocks = new Map<string, string[]>();
  for (const { item, stretches } of cells) {
    const answers = stretches.map((stretch) => `    ${stretch.from}  ${wordsOf(stretch)}`).join('\n');
    blocks.set(answers, [...(blocks.get(answers) ?? []), item.id]);
  }
  const body = [...blocks].map(([answers, ids]) => `${wrapped(ids)}\n${answers}\n`).join('\n');
  return `${title}\n${wrapped(countries)}\n\n${body}`;
}

/** Counts of chips by answer in each class of destinations on some days, for the page in the docs. */
export function summaryOf(matrix: readonly Destinations[], days: readonly string[]): string {
  const head = `| destinations | ${days.join(' | ')} |\n| --- |${days.map(() => ' --- |').join('')}`;
  const rows = matrix.map(
    ({ title, countries, cells }) =>
      `| ${title}${countries.length > 1 ? ` (${countries.length})` : ''} | ${days.map((day) => countsOn(cells, day)).join(' | ')} |`,
  );
  return [head, ...rows].join('\n');
}

/** On each day of change: how many chips changed their answer, where, and the instrument. */
export function changesOf(matrix: readonly Destinations[]): string {
  const changes = new Map<string, Map<string, { chips: Set<string>; classes: Set<string> }>>();
  for (const { title, cells } of matrix) {
    for (const { item, stretches } of cells) {
      for (const { from, because } of stretches.slice(1)) {
        const onDay = changes.get(from) ?? new Map();
        const change = onDay.get(because ?? '') ?? { chips: new Set(), classes: new Set() };
        change.chips.add(item.id);
        change.classes.add(title);
        changes.set(from, onDay.set(because ?? '', change));
      }
    }
  }
  const rows = [...changes]
    .sort()
    .flatMap(([day, byInstrument]) =>
      [...byInstrument].map(
        ([instrument, { chips, classes }]) =>
          `| ${day} | ${instrument} | ${chips.size} | ${classes.size > 4 ? `${classes.size} classes` : [...classes].join('; ')} |`,
      ),
    );
  return ['| day | instrument | chips | destinations |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function countsOn(cells: readonly Cell[], day: string): string {
  const counts = { free: 0, licence: 0, open: 0 };
  for (const { stretches } of cells) {
    const required = stretches.findLast(({ from }) => from <= day)?.licence.required;
    counts[required === false ? 'free' : required ? 'licence' : 'open']++;
  }
  return `${counts.licence} / ${counts.open} / ${counts.free}`;
}

function wordsOf({ classification, licence, charges, because }: Stretch): string {
  const { required, reviewPolicy, exceptions, cap, fee } = licence;
  const parts = [
    classification === 'none' ? 'unlisted' : classification === 'unknown' ? 'class cannot be told' : classification,
    required === false
      ? 'free'
      : required === null
        ? 'licence cannot be told'
        : `licence, ${reviewPolicy === null ? 'policy cannot be told' : POLICIES[reviewPolicy]}`,
    ...(exceptions.length > 0 ? [`or ${exceptions.map(({ code }) => code).join(' ')}`] : []),
    ...(cap ? [`cap ${cap.share}`] : []),
    ...(fee ? [`fee ${fee.share}`] : []),
    ...charges.map((charge) => `charge ${charge}`),
  ];
  return `${parts.join('; ')}${because ? `  [${because}]` : ''}`;
}

/** Groups of countries that the first member stands in today, or its own code. */
function titleOf(countries: readonly string[]): string {
  const groups = rulebook.groups
    .filter((group) => membersOn(group, '2026-11-23').has(countries[0]))
    .map(({ id }) => id);
  const treated = rulebook.regimes
    .flatMap(({ treatedAs }) => treatedAs)
    .find(({ country }) => country === countries[0]);
  const names = groups.length > 0 ? groups.join(' ') : 'no group';
  return countries.length === 1 ? `${countries[0]} (${treated ? `as ${treated.as}` : names})` : names;
}

function wrapped(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    if (lines[lines.length - 1].length + word.length > 118) lines.push('');
    lines[lines.length - 1] += lines[lines.length - 1] ? ` ${word}` : word;
  }
  return lines.join('\n');
}
