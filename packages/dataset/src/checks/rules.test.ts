/** One broken law for each thing that can be wrong with it: the problem says the file, the line and the cure. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { collections } from '../collections.ts';
import type { Items } from '../items.ts';
import { formatProblem, type Problem } from '../problems.ts';
import { readCollection } from '../read/collection.ts';
import { ruleProblems } from './rules.ts';

const data = fileURLToPath(new URL('../../../../data/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'floodgate-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));
cpSync(join(data, 'rules'), join(folder, 'rules'), { recursive: true });

const NAMES = ['regimes', 'attributes', 'instruments', 'thresholds', 'countryGroups', 'provisions'] as const;
const sources = readCollection(data, collections.sources, []);

function findProblems(): string[] {
  const problems: Problem[] = [];
  const rules = Object.fromEntries(NAMES.map((name) => [name, readCollection(folder, collections[name], problems)]));
  const found = problems.length > 0 ? problems : ruleProblems({ ...rules, sources } as unknown as Items);
  return found.map(formatProblem);
}

/** The problems of the law with one passage of one file replaced. */
function broken(file: string, passage: string, by: string): string[] {
  const path = join(folder, 'rules/us-ear', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(passage);
  writeFileSync(path, text.replace(passage, by));
  try {
    return findProblems();
  } finally {
    writeFileSync(path, text);
  }
}

describe('the recorded law', () => {
  it('has no problem', () => {
    expect(findProblems()).toEqual([]);
  });
});

describe('a broken law is refused:', () => {
  it.each([
    [
      'an attribute that does not exist',
      'provisions/3a090.yaml',
      'tpp >= {3a090.a.1.tpp}',
      'tp >= {3a090.a.1.tpp}',
      /3a090\.yaml:\d+:\d+: .*no attribute "tp" \(nearest: to\)|no attribute "tp"/,
    ],
    [
      'a threshold that does not exist',
      'provisions/3a090.yaml',
      '{3a090.a.1.tpp}',
      '{3a090.a.9.tpp}',
      /3a090\.yaml:\d+:\d+: no threshold "3a090\.a\.9\.tpp" \(nearest: 3a090\.a\.1\.tpp\)/,
    ],
    [
      'a test that cannot be read',
      'provisions/letters.yaml',
      'maker = nvidia',
      'maker is nvidia',
      /letters\.yaml:\d+:\d+: cannot read "maker is nvidia"/,
    ],
    [
      'a country by name',
      'provisions/letters.yaml',
      'to in CN RU',
      'to in China',
      /"to in China": to is compared with ISO 3166/,
    ],
    [
      'a country group that does not exist',
      'provisions/licence-requirements.yaml',
      'to in D:1 D:4',
      'to in D:9 D:4',
      /no country group "D:9"/,
    ],
    [
      'a provision that does not exist',
      'provisions/exceptions.yaml',
      'meets us-ear.3a090.b',
      'meets us-ear.3a090.d',
      /no provision "us-ear\.3a090\.d" \(nearest: us-ear\.3a090\.[abc]\)/,
    ],
    [
      'an open question that nobody asked',
      'provisions/letters.yaml',
      'open letters-2022.scope',
      'open letters-2022.scop',
      /no question "letters-2022\.scop" \(nearest: letters-2022\.scope\)/,
    ],
    [
      'an instrument that does not exist',
      'provisions/3a090.yaml',
      'instrument: ac-s-2023-10',
      'instrument: ac-s-2023-11',
      /no instrument "ac-s-2023-11" \(nearest: ac-s-2023-10\)/,
    ],
    [
      'a source that does not exist',
      'instruments/ac-s-2023-10.yaml',
      'source: us-88fr73458',
      'source: us-88fr73459',
      /ac-s-2023-10\.yaml:\d+:\d+: no source "us-88fr73459" \(nearest: us-88fr73458\)/,
    ],
    [
      'a word that the schema does not know',
      'provisions/memory.yaml',
      'gives:',
      'give:',
      /memory\.yaml:\d+:\d+: .*Unrecognized key: "give"/,
    ],
    [
      'a review policy that is none',
      'provisions/memory.yaml',
      'presumption-of-denial',
      'presumption-of-refusal',
      /expected one of "none"\|"presumption-of-approval"\|"case-by-case"/,
    ],
    [
      'a classification that gives none',
      'provisions/memory.yaml',
      'gives: { classification: 3A090.c }',
      'gives: {}',
      /a provision of kind classification gives "classification"/,
    ],
    [
      'a provision that rests on itself',
      'provisions/memory.yaml',
      'meets us-ear.3a090.c',
      'meets us-ear.742.6.a.6.memory',
      /rests on itself/,
    ],
    [
      'an end before the beginning',
      'instruments/nvidia-letter-2023-10-23.yaml',
      'effective: 2023-10-23',
      'effective: 2023-12-23',
      /ends 2023-11-17, not after it takes effect \(2023-12-23\)/,
    ],
    [
      'publication before announcement',
      'instruments/is-informed-2025-04.yaml',
      'announced: 2025-04-09',
      'announced: 2025-05-09',
      /published 2025-04-15, before it was announced \(2025-05-09\)/,
    ],
    [
      'a day that is none',
      'instruments/ac-s-2023-10.yaml',
      'effective: 2023-11-17',
      'effective: 2023-11-31',
      /ac-s-2023-10\.yaml:\d+:\d+: effective: /,
    ],
    [
      'a threshold that no provision asks for',
      'parameters/dd.tpp.yaml',
      'id: dd.tpp',
      'id: dd.tpp2',
      /no provision asks for \{dd\.tpp2\}|no threshold "dd\.tpp"/,
    ],
    [
      'a threshold with no value yet',
      'parameters/dd.tpp.yaml',
      'instrument: final-rule-h200-2026-01',
      'effective: 2030-01-01, instrument: final-rule-h200-2026-01',
      /the law of 2026-01-15: no-value/,
    ],
    [
      'the same id twice',
      'provisions/memory.yaml',
      'id: us-ear.740.25',
      'id: us-ear.742.6.b.10.memory',
      /id "us-ear\.742\.6\.b\.10\.memory" is taken already/,
    ],
  ])('%s', (_, file, passage, by, message) => {
    expect(broken(file, passage, by).join('\n')).toMatch(message);
  });
});
