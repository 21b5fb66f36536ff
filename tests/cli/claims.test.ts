import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dataset } from '../dataset.ts';
import { floodgate } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'floodgate-claims-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FAST = ['--draws', '100', '--workers', '1'];
const CONTRACT = ['id', 'says', 'verdict', 'probability', 'because', 'facts', 'outcomes'];
const VERDICTS = ['supported', 'partly', 'contested', 'contradicted', 'not-checkable'];

const MINE = `id: mine
says: { en: "Gallium is mostly refined in China.", zh: "镓主要在中国精炼。" }
readings:
  - id: share
    says: { en: "China refines more than nine tenths.", zh: "中国精炼量逾九成。" }
    test:
      test: fact(gallium-china-share) > 0.9
      says: { en: "China's share of refined gallium", zh: "中国占精炼镓的份额" }
    limits: { en: "One source.", zh: "仅一个来源。" }
evidence: { for: [gallium-china-share] }
sensitivity: { en: "On the year.", zh: "取决于年份。" }
recognise:
  - need: [{ en: [gallium], zh: [镓] }]
`;

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The registered claims and one of a user's own, asked once. */
const all = await floodgate('claims', '--claims', written('mine.yaml', MINE), '--json', ...FAST);

describe('floodgate claims', () => {
  it('--json has the keys of the contract for all claims, in both languages, with something to open', () => {
    const { status, out, err } = all;
    expect([status, err]).toEqual([0, '']);
    const answers = JSON.parse(out);
    expect(answers).toHaveLength(24);
    for (const answer of answers) {
      expect(Object.keys(answer).slice(0, CONTRACT.length)).toEqual(CONTRACT);
      expect(VERDICTS).toContain(answer.verdict);
      expect(answer.because.en, answer.id).toMatch(/\w/);
      expect(answer.because.zh, answer.id).toMatch(/\p{Script=Han}/u);
      expect(`${answer.because.en}${answer.because.zh}`, answer.id).not.toMatch(/[{}]|NaN|undefined|Infinity/);
      expect(answer.sources.length, answer.id).toBeGreaterThan(0);
    }
  });

  it('builds its reasons from the numbers that decided', () => {
    const answer = JSON.parse(all.out).find(({ id }: { id: string }) => id === 'C5');
    expect(answer.facts).toContain('idc-huawei-shipments-2025');
    expect(answer.outcomes).toEqual(['production.huawei']);
    expect(answer.because.en).toContain('812,000 cards');
    expect(answer.because.zh).toContain('81.2万张');
  });

  it('shows every claim on three days and stars what time changed', async () => {
    const { out } = await floodgate('claims', ...FAST);
    const rows = out.split('\n');
    expect(rows[0]).toMatch(/2025-07-25 +2025-12-31 +2026-11-23/);
    expect(rows.filter((row) => /^C\d+\*? {2}/.test(row))).toHaveLength(23);
    expect(rows.find((row) => row.startsWith('C5'))).toMatch(/^C5\* +in part .* contradicted 0%/);
    expect(rows.find((row) => row.startsWith('C18'))).toMatch(
      /^C18 .*supported 100% .*supported 100% .*supported 100%/,
    );
  });

  it('shows one in full, also in Chinese, with the day, the readings, the evidence and the sources', async () => {
    const { out } = await floodgate('claims', 'c15', '--lang', 'zh', '--as-of', '2025-07-25', ...FAST);
    expect(out).toContain('截至2025年7月25日');
    expect(out).toContain('[成立 100%]');
    expect(out).toContain('[尚不可知]');
    expect(out).toMatch(/h20-orders-2025-units \(2025-04-23\)/);
    expect(out).toMatch(/https:\/\//);
    expect(out).not.toMatch(/\b(supported|holds|draws|Readings)\b/);
  });

  it('has no message of one language in the other: every unit that it shows has a name', () => {
    const answers = JSON.parse(all.out);
    const units = answers.flatMap(({ readings }: { readings: { grounds: { left: { unit?: string } }[] }[] }) =>
      readings.flatMap(({ grounds }) => grounds.flatMap(({ left }) => left.unit ?? [])),
    );
    const known = (unit: string) =>
      ['day', 'fraction', 'ratio'].includes(unit) ||
      /^(billion |trillion )?USD$/.test(unit) ||
      dataset.messages[`report.unit.${unit}`] !== undefined;
    expect([...new Set<string>(units)].filter((unit) => !known(unit))).toEqual([]);
  });

  it('answers claims of a user beside its own', () => {
    const answer = JSON.parse(all.out).at(-1);
    expect(answer).toMatchObject({ id: 'mine', verdict: 'supported', probability: 1, facts: ['gallium-china-share'] });
  });

  it.each([
    ['an unknown id, with the nearest', ['C33'], /unknown claim "C33".*"C3"/],
    ['a day that is none', ['--as-of', '2025-02-30'], /--as-of/],
    ['too many draws', ['--draws', '1e9'], /--draws/],
    ['a file that is not there', ['--claims', 'nowhere.yaml'], /nowhere\.yaml/],
    ['a language that it does not speak', ['--lang', 'fr'], /en, zh/],
  ])('refuses %s with status 2', async (_, args, message) => {
    const { status, out, err } = await floodgate('claims', ...args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it.each([
    [
      'a fact that does not exist',
      'fact(gallium-china-share)',
      'fact(galium-china-share)',
      /:7:.*nearest: gallium-china-share/,
    ],
    ['a comparison that is none', '> 0.9', '', /:7:.*no comparison/],
    ['a look-up that does not exist', 'fact(gallium-china-share)', 'eval(1)', /:7:.*no look-up "eval"/],
    ['a misspelt key', 'sensitivity:', 'sensitive:', /:11:12: sensitive: Unrecognized key/],
    ['a missing language', ', zh: "取决于年份。" }', ' }', /:11:14: sensitivity\.zh/],
    ['an id that is taken', 'id: mine', 'id: C5', /:1:5: id "C5" is taken/],
    ['a term that the glossary lacks', '[gallium]', '["@galium"]', /no term "galium"/],
    ['a reading with neither test nor needs', / {4}test:\n.*\n.*\n/, '', /either a test or needs/],
  ])("names file, line and column of %s in a user's file", async (_, from, to, message) => {
    const { status, out, err } = await floodgate('claims', '--claims', written('bad.yaml', MINE.replace(from, to)));
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/bad\.yaml:\d+:\d+: /);
    expect(err).toMatch(message);
  });
});
