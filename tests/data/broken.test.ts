import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileDataset, DatasetError } from '@floodgate/dataset';
import { afterEach, describe, expect, it } from 'vitest';
import { dataFolder } from '../dataset.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** What is wrong with the data once one file of it is changed. */
function problemsAfter(file: string, change: (text: string) => string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'floodgate-data-'));
  folders.push(folder);
  const top = file.split('/')[0];
  for (const entry of readdirSync(dataFolder)) {
    if (entry === top) cpSync(join(dataFolder, entry), join(folder, entry), { recursive: true });
    else symlinkSync(join(dataFolder, entry), join(folder, entry));
  }
  const original = readFileSync(join(dataFolder, file), 'utf8');
  const changed = change(original);
  expect(changed, 'the change must change something').not.toBe(original);
  writeFileSync(join(folder, file), changed);
  try {
    compileDataset(folder);
  } catch (error) {
    if (error instanceof DatasetError) return error.message.split('\n');
    throw error;
  }
  return [];
}

const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const append = (line: string) => (text: string) => `${text.trimEnd()}\n${line}\n`;

const SOURCE = 'sources/bloomberg-b30a.yaml';
const FACTS = 'facts/yield.csv';
const PARAMETERS = 'parameters/stock.yaml';
const fact = 'x-fact,yield,x,x,,,1,2,3,fraction,2025-01-01,';

describe('a broken data file is refused with its place, what is wrong and what is allowed', () => {
  it.each<[string, string, (text: string) => string, RegExp]>([
    [
      'an impossible day',
      SOURCE,
      replace(/published: .*/, 'published: 2025-02-30'),
      /bloomberg-b30a\.yaml:\d+:12: published: .*date/,
    ],
    [
      'a value outside the allowed ones',
      SOURCE,
      replace(/kind: .*/, 'kind: rumour'),
      /bloomberg-b30a\.yaml:\d+:7: kind: .*official.*press/,
    ],
    ['an unknown key', SOURCE, append('colour: red'), /bloomberg-b30a\.yaml:\d+:\d+: colour: /],
    ['a key written twice', SOURCE, append('id: again'), /bloomberg-b30a\.yaml:\d+:\d+: .*unique/],
    ['malformed YAML', SOURCE, append('title: "unclosed'), /bloomberg-b30a\.yaml:\d+:\d+: /],
    [
      'aliases, by which a small file becomes a huge one',
      SOURCE,
      replace(/title: .*/, 'note: &a x\ntitle: *a'),
      /bloomberg-b30a\.yaml:.*alias/,
    ],
    [
      'a row with too many cells',
      FACTS,
      append(`${fact}epoch-ai-chip-counts,analyst,low,,,,,too,many`),
      /yield\.csv:\d+:\d+: .*[Cc]olumn/,
    ],
    [
      'a number with a unit',
      FACTS,
      append(fact.replace(',2,', ',2 nm,').concat('epoch-ai-chip-counts,analyst,low,,,,')),
      /yield\.csv:\d+:8: mid: .*plain number/,
    ],
    [
      'an interval in disorder',
      FACTS,
      append(fact.replace('1,2,3', '3,2,1').concat('epoch-ai-chip-counts,analyst,low,,,,')),
      /yield\.csv:\d+:7: low <= mid <= high/,
    ],
    [
      'a source that does not exist',
      FACTS,
      append(`${fact}epoch-ai-chip-count,analyst,low,,,,`),
      /yield\.csv:\d+:12: no source "epoch-ai-chip-count" \(nearest: epoch-ai-chip-counts\)/,
    ],
    [
      'a fact older than its source',
      FACTS,
      append(`${fact.replace('2025-01-01', '1999-01-01')}epoch-ai-chip-counts,analyst,low,,,,`),
      /yield\.csv:\d+:11: published 1999-01-01, before its source/,
    ],
    [
      'a conflict that nobody settled',
      FACTS,
      append(`${fact.replace('2025-01-01', '2026-06-30')}epoch-ai-chip-counts,analyst,low,x-question,no,because,`),
      /x-question" has 0 preferred rows/,
    ],
    [
      'a preference without a reason',
      FACTS,
      append(`${fact.replace('2025-01-01', '2026-06-30')}epoch-ai-chip-counts,analyst,low,x-question,yes,,`),
      /yield\.csv:\d+:17: .*says why/,
    ],
    [
      'an id that is taken',
      FACTS,
      (text) => append(text.trim().split('\n')[1])(text),
      /yield\.csv:\d+:1: id ".*" is taken already by facts\/yield\.csv:2/,
    ],
    [
      'an unreadable estimate',
      PARAMETERS,
      replace(/estimate: .*/, 'estimate: "a lot"'),
      /stock\.yaml:\d+:\d+: cannot read "a lot" as an estimate/,
    ],
    [
      'an estimate in another unit',
      PARAMETERS,
      replace(/estimate: .*/, 'estimate: "5 to 9 kg"'),
      /stock\.yaml:\d+:\d+: .*wrong-unit/,
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
      'a string in one language only',
      'i18n/kinds.yaml',
      append('kind.tonne: { en: tonne }'),
      /kinds\.yaml:\d+:\d+: kind\.tonne\.zh/,
    ],
    [
      'a chip without a source',
      'chips/chips.csv',
      replace(/tomshardware-h20-l20-l2/, 'tomshardware-h20-l20-l3'),
      /chips\.csv:\d+:\d+: no source "tomshardware-h20-l20-l3"/,
    ],
  ])('%s', (_, file, change, message) => {
    expect(problemsAfter(file, change).join('\n')).toMatch(message);
  });

  it('names every problem, not only the first', () => {
    const problems = problemsAfter(SOURCE, (text) =>
      replace(/kind: .*/, 'kind: rumour')(replace(/published: .*/, 'published: soon')(text)),
    );
    expect(problems).toHaveLength(2);
  });

  it('refuses a file too large to be data', () => {
    expect(problemsAfter(SOURCE, (text) => `${text}# ${'x'.repeat(1_100_000)}\n`).join()).toMatch(/at most 1000000/);
  });
});
