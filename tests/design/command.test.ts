import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { floodgate } from '../cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'floodgate-design-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rule = 'docs/examples/design-2022-10.yaml';

/** The example with one thing changed, in a file of its own. */
function changed(name: string, from: string | RegExp, to: string): string {
  const path = join(folder, `${name}.yaml`);
  writeFileSync(path, readFileSync(rule, 'utf8').replace(from, to));
  return path;
}

describe('floodgate design', () => {
  it('says in both languages what is caught, what flows, what passes and where the frontier is', async () => {
    const english = await floodgate('design', rule);
    expect(english).toMatchObject({ status: 0, err: '' });
    expect(english.out).toContain('○a800');
    expect(english.out).toMatch(/h800 +to China/);
    expect(english.out).toContain('█');
    const chinese = await floodgate('design', rule, '--lang', 'zh');
    expect(chinese.out).toContain('2022年10月规则');
    expect(chinese.out).toContain('总处理性能');
    expect(chinese.out).not.toMatch(/design\.\w+/);
  });

  it('prints one JSON document, of one objective where one is asked for', async () => {
    const { out } = await floodgate('design', rule, '--objective', 'training', '--json');
    const result = JSON.parse(out);
    expect(result).toMatchObject({ rule: 'example-2022-10', on: '2022-10-07', from: 'US', to: 'CN' });
    expect(result.passing.map(({ objective }: { objective: string }) => objective)).toEqual(['training']);
    expect(result.frontier.map(({ attribute }: { attribute: string }) => attribute)).toEqual(
      expect.arrayContaining(['tpp', 'aggregateIoGBs']),
    );
  });

  it('writes a picture for each attribute that the rule tests', async () => {
    const out = join(folder, 'pictures');
    expect((await floodgate('design', rule, '--out', out)).status).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['design.json', 'frontier-aggregateIoGBs.svg', 'frontier-tpp.svg']);
    expect(readFileSync(join(out, 'frontier-tpp.svg'), 'utf8')).toMatch(/^<svg[^>]* xmlns=/);
  });
});

describe('floodgate design refuses', () => {
  it.each([
    ['a misspelt key, with its place', 'key', /kind: requirement/, 'kimd: requirement', /key\.yaml:\d+:\d+: .*kimd/],
    ['a reading that there is not', 'reading', 'reading: alone', 'reading: lonely', /reading\.yaml:\d+:\d+/],
    [
      'an instrument that there is not',
      'none',
      'reading: alone',
      'reading: { replaces: [ac-s-2022-1] }',
      /nearest: ac-s-2022-10/,
    ],
    ['a threshold that nothing sets', 'threshold', '{example-2022-10.tpp}', '{nothing}', /no threshold "nothing"/],
    ['an attribute that no item has', 'attribute', 'tpp >=', 'colour >=', /cannot be applied: .*colour/],
  ])('%s', async (_title, name, from, to, message) => {
    const { status, out, err } = await floodgate('design', changed(name, from, to));
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(message);
  });

  it('an objective and a file that there are not', async () => {
    expect(await floodgate('design', rule, '--objective', 'mining')).toMatchObject({ status: 2 });
    expect(await floodgate('design', 'nowhere.yaml')).toMatchObject({ status: 2 });
  });
});
