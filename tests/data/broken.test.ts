import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileDataset, DatasetError } from '@floodgate/dataset';
import { beforeAll, describe, expect, it } from 'vitest';
import { dataFolder } from '../dataset.ts';

/** What is wrong with the data once some of its files are changed. */
function problemsAfter(changes: readonly [file: string, change: (text: string) => string][]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'floodgate-data-'));
  try {
    cpSync(dataFolder, folder, { recursive: true });
    for (const [file, change] of changes) {
      const original = readFileSync(join(folder, file), 'utf8');
      const changed = change(original);
      expect(changed, `the change of ${file} must change something`).not.toBe(original);
      writeFileSync(join(folder, file), changed);
    }
    compileDataset(folder);
  } catch (error) {
    if (error instanceof DatasetError) return error.message.split('\n');
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
  return [];
}

const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const append = (line: string) => (text: string) => `${text.trimEnd()}\n${line}\n`;

const source = (name: string) => `sources/${name}.yaml`;
/** A row of facts that is right but for what a test changes in it. */
const fact = (id: string) => `${id},yield,x,x,,,1,2,3,fraction,2025-01-01,`;
const later = (id: string) => fact(id).replace('2025-01-01', '2026-06-30');

type Case = [what: string, file: string, change: (text: string) => string, problem: RegExp];

/** Files that cannot be read, each on its own. */
const UNREADABLE: Case[] = [
  [
    'an impossible day',
    source('bloomberg-b30a'),
    replace(/published: .*/, 'published: 2025-02-30'),
    /bloomberg-b30a\.yaml:\d+:12: published: .*date/,
  ],
  [
    'a value outside the allowed ones',
    source('ai-2027-compute'),
    replace(/kind: .*/, 'kind: rumour'),
    /ai-2027-compute\.yaml:\d+:7: kind: .*official.*press/,
  ],
  ['an unknown key', source('aiinframap-hbm'), append('colour: red'), /aiinframap-hbm\.yaml:\d+:\d+: colour: /],
  ['a key written twice', source('aiwiki-mi355x'), append('id: again'), /aiwiki-mi355x\.yaml:\d+:\d+: .*unique/],
  ['malformed YAML', source('aiwiki-tpu'), append('title: "unclosed'), /aiwiki-tpu\.yaml:\d+:\d+: /],
  [
    'aliases, by which a small file becomes a huge one',
    source('amd-mi100'),
    replace(/title: .*/, 'note: &a x\ntitle: *a'),
    /amd-mi100\.yaml:.*alias/,
  ],
  [
    'a file too large to be data',
    source('amd-cdna3-whitepaper'),
    append(`# ${'x'.repeat(1_100_000)}`),
    /amd-cdna3-whitepaper\.yaml:.*at most 1000000/,
  ],
  [
    'a row with too many cells',
    'facts/hbm.csv',
    append(`${fact('x-cells')}epoch-ai-chip-counts,analyst,low,,,,,too,many`),
    /hbm\.csv:\d+:\d+: .*[Cc]olumn/,
  ],
  [
    'a number with a unit',
    'facts/yield.csv',
    append(fact('x-unit').replace(',2,', ',2 nm,').concat('epoch-ai-chip-counts,analyst,low,,,,')),
    /yield\.csv:\d+:8: mid: .*plain number/,
  ],
  [
    'a string in one language only',
    'i18n/kinds.yaml',
    append('kind.tonne: { en: tonne }'),
    /kinds\.yaml:\d+:\d+: kind\.tonne\.zh/,
  ],
];

/** Files that can be read and contradict themselves or each other. */
const CONTRADICTORY: Case[] = [
  [
    'an interval in disorder',
    'facts/price.csv',
    append(later('x-order').replace('1,2,3', '3,2,1').concat('epoch-ai-chip-counts,analyst,low,,,,')),
    /price\.csv:\d+:7: low <= mid <= high/,
  ],
  [
    'a preference without a reason',
    'facts/sales.csv',
    append(`${later('x-reason')}epoch-ai-chip-counts,analyst,low,y-question,yes,,`),
    /sales\.csv:\d+:17: .*says why/,
  ],
  [
    'a source that does not exist',
    'facts/yield.csv',
    append(`${fact('x-source')}epoch-ai-chip-count,analyst,low,,,,`),
    /yield\.csv:\d+:12: no source "epoch-ai-chip-count" \(nearest: epoch-ai-chip-counts\)/,
  ],
  [
    'a fact older than its source',
    'facts/yield.csv',
    append(`${fact('x-older').replace('2025-01-01', '1999-01-01')}epoch-ai-chip-counts,analyst,low,,,,`),
    /yield\.csv:\d+:11: published 1999-01-01, before its source/,
  ],
  [
    'a conflict that nobody settled',
    'facts/yield.csv',
    append(`${later('x-conflict')}epoch-ai-chip-counts,analyst,low,x-question,no,because,`),
    /x-question" has 0 preferred rows/,
  ],
  [
    'an id that is taken',
    'facts/hbm.csv',
    (text) => append(text.trim().split('\n')[1])(text),
    /hbm\.csv:\d+:1: id ".*" is taken already by facts\/hbm\.csv:2/,
  ],
  [
    'an unreadable estimate',
    'parameters/stock.yaml',
    replace(/estimate: .*/, 'estimate: "a lot"'),
    /stock\.yaml:\d+:\d+: cannot read "a lot" as an estimate/,
  ],
  [
    'an estimate in another unit',
    'parameters/prices.yaml',
    replace(/estimate: .*/, 'estimate: "5 to 9 kg"'),
    /prices\.yaml:\d+:\d+: .*wrong-unit/,
  ],
  [
    'an estimate older than its facts',
    'parameters/smuggling.yaml',
    replace(/- known: 2025-06-11/, '- known: 2025-01-01'),
    /smuggling\.yaml:\d+:\d+: known 2025-01-01, but rests on/,
  ],
  [
    'an instrument that does not exist',
    'decisions/fee-2025-08.yaml',
    replace('withhold: revenue-share-15', 'withhold: revenue-share-51'),
    /fee-2025-08\.yaml:\d+:\d+: no instrument .*nearest: revenue-share-15-2025-08/,
  ],
  [
    'a chip without a source',
    'chips/chips.csv',
    replace(/tomshardware-h20-l20-l2/, 'tomshardware-h20-l20-l3'),
    /chips\.csv:\d+:\d+: no source "tomshardware-h20-l20-l3"/,
  ],
];

describe.each([
  ['that cannot be read', UNREADABLE],
  ['that contradict each other', CONTRADICTORY],
])('of files %s, broken all at once,', (_, cases) => {
  let problems: string[];
  beforeAll(() => {
    problems = problemsAfter(cases.map(([, file, change]) => [file, change]));
  });

  it.each(cases)('%s is refused with its place, what is wrong and what is allowed', (...one) => {
    expect(problems.filter((problem) => one[3].test(problem))).not.toEqual([]);
  });

  it('every problem is named, and no other', () => {
    expect(problems.filter((problem) => !cases.some(([, , , known]) => known.test(problem)))).toEqual([]);
  });
});
