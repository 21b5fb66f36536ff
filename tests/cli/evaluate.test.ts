import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dataFolder } from '../dataset.ts';
import { floodgate } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'floodgate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const reversal = ['evaluate', 'h20-reversal-2025-07', '--as-of', '2025-07-25', '--draws', '60', '--workers', '1'];

describe('floodgate evaluate --json', () => {
  it('has every key of the contract', async () => {
    const { status, out } = await floodgate(...reversal, '--json');
    expect(status).toBe(0);
    const result = JSON.parse(out);
    expect(result).toMatchObject({ decision: 'h20-reversal-2025-07', asOf: '2025-07-25', draws: 60, seed: 1 });
    expect(result.digest).toMatch(/^[0-9a-f]{64}$/);
    const outcome = result.outcomes.find(
      (one: { id: string; period: string }) => one.id === 'stock.cn.inference' && one.period === '2026',
    );
    expect(outcome).toMatchObject({ unit: 'H100e', title: { en: expect.any(String), zh: expect.any(String) } });
    for (const side of ['without', 'with', 'difference']) {
      expect(Object.keys(outcome[side])).toEqual(expect.arrayContaining(['p5', 'p50', 'p95', 'mean']));
    }
    expect(outcome.probabilityHigher).toBeGreaterThan(0.5);
    expect(result.drivers[0]).toMatchObject({
      outcome: expect.any(String),
      parameter: expect.any(String),
      totalEffect: expect.any(Number),
    });
    const ids = new Set(result.outcomes.map((one: { id: string }) => one.id));
    for (const id of [
      'stock.us.training',
      'share.cn.training',
      'ratio.us-cn.inference',
      'shipments.h20.cn',
      'production.huawei',
      'forgone.us.training',
      'revenue.nvidia.cn',
      'fee.us-treasury',
      'smuggled.cn',
    ]) {
      expect(ids).toContain(id);
    }
  });

  it('has the same digest with one worker and with two, and another for another seed', async () => {
    // Workers load the build, so this also shows that the build and the sources agree.
    const digest = async (...more: string[]) =>
      JSON.parse((await floodgate(...reversal, '--json', ...more)).out).digest;
    const one = await digest();
    expect(await digest('--workers', '2')).toBe(one);
    expect(await digest('--seed', '2')).not.toBe(one);
  });
});

describe('floodgate evaluate --set', () => {
  it('takes several overrides, by id or by alias, and says which it used', async () => {
    const { status, out } = await floodgate(
      ...reversal,
      '--json',
      '--set',
      'h20-price-china=11000 to 14000',
      'uptake.h20=0.5',
    );
    expect(status).toBe(0);
    expect(JSON.parse(out).overrides).toEqual({ 'h20-price-china': '11000 to 14000', 'uptake.h20': '0.5' });
    const plain = JSON.parse((await floodgate(...reversal, '--json')).out);
    expect(JSON.parse(out).digest).not.toBe(plain.digest);
  });
});

describe('floodgate evaluate --out', () => {
  it('writes the report in every form and nothing else', async () => {
    const target = join(folder, 'report');
    expect((await floodgate(...reversal, '--out', target)).status).toBe(0);
    expect(readdirSync(target).sort()).toEqual([
      'draws.parquet',
      'outcomes.csv',
      'outcomes.parquet',
      'report.html',
      'report.md',
      'run.json',
    ]);
    expect(JSON.parse(readFileSync(join(target, 'run.json'), 'utf8')).digest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('floodgate evaluate, called wrongly', () => {
  const broken = join(folder, 'broken.yaml');
  writeFileSync(broken, 'id: x\ntitle: {en: a, zh: b\nwith: []\n');
  const misspelt = join(folder, 'misspelt.yaml');
  writeFileSync(
    misspelt,
    'id: x\ntitle: {en: a, zh: b}\nsummary: {en: a, zh: b}\nannounced: 2025-07-14\neffective: 2025-07-14\npublished: 2025-07-14\nstatus: taken\nwith: []\nwithout:\n  - withhold: is-informed-2025-40\n    reason: {en: a, zh: b}\nheadline: [stock.cn.training]\nsources: [x]\n',
  );
  const b30a = readFileSync(join(dataFolder, 'decisions/b30a.yaml'), 'utf8').replace('id: b30a', 'id: mine');
  const wrong = (name: string, from: string, to: string) => {
    const path = join(folder, name);
    writeFileSync(path, b30a.replace(from, to));
    return path;
  };
  const file = join(folder, 'a-file');
  writeFileSync(file, '');

  it.each([
    ['an unknown decision', ['evaluate', 'h20-reversal'], /h20-reversal-2025-07/],
    ['an impossible day', [...reversal, '--as-of', '2025-02-30'], /--as-of.*2025-02-30.*YYYY-MM-DD/],
    ['a day before the decision', ['evaluate', 'h20-reversal-2025-07', '--as-of', '2025-07-13'], /2025-07-14/],
    ['malformed YAML', ['evaluate', broken], /broken\.yaml:\d+:\d+: /],
    ['an unknown instrument in a file', ['evaluate', misspelt], /misspelt\.yaml:10:\d+: .*is-informed-2025-04/],
    [
      'an unknown chip in a file',
      ['evaluate', wrong('chip.yaml', 'item in b30a', 'item in b30b')],
      /chip\.yaml:\d+:\d+: no item "b30b" \(nearest: b300?/,
    ],
    [
      'an unknown country in a file',
      ['evaluate', wrong('country.yaml', 'to in CN MO', 'to in XX')],
      /country\.yaml:\d+:\d+: no country "XX"/,
    ],
    [
      'an unknown outcome in a file',
      ['evaluate', wrong('outcome.yaml', 'stock.cn.training', 'stock.cn.foo')],
      /no outcome "stock\.cn\.foo"/,
    ],
    [
      'an unknown source in a file',
      ['evaluate', wrong('source.yaml', 'bloomberg-b30a', 'bloomberg-b31a')],
      /no source "bloomberg-b31a" \(nearest: bloomberg-b30a\)/,
    ],
    ['a file that is not there', ['evaluate', 'nowhere.yaml'], /nowhere\.yaml/],
    ['negative draws', [...reversal, '--draws', '-1'], /--draws.*-1.*1/],
    ['draws that are no number', [...reversal, '--draws', 'many'], /--draws.*many/],
    [
      'an override in the wrong unit',
      [...reversal, '--set', 'price.h20=11000 to 14000 kg'],
      /price\.h20.*kg.*USD\/chip/,
    ],
    ['an override beyond what a share can be', [...reversal, '--set', 'uptake.h20=2'], /uptake\.h20.*between 0 and 1/],
    ['an override with a decimal comma', [...reversal, '--set', 'uptake.h20=0,3'], /uptake\.h20/],
    ['a price of nothing', [...reversal, '--set', 'price.h20=0'], /price\.h20.*> 0/],
    [
      'a day after the data end',
      ['evaluate', 'h20-reversal-2025-07', '--as-of', '2027-01-01'],
      /2027-01-01.*2026-11-23/,
    ],
    ['no workers', [...reversal, '--workers', '0'], /--workers/],
    ['a folder without a name', [...reversal, '--out', ''], /--out/],
    ['an override of an unknown parameter', [...reversal, '--set', 'price.h21=11000'], /price\.h20/],
    ['an override without a value', [...reversal, '--set', 'price.h20'], /PARAMETER=ESTIMATE/],
    ['an unknown baseline', [...reversal, '--baseline', 'embargoo'], /embargo/],
    ['an unknown language', [...reversal, '--lang', 'fr'], /en, zh/],
    ['an unknown flag', [...reversal, '--drawz', '3'], /--draws/],
    ['a file where a folder should be', [...reversal, '--out', file], /a-file/],
    ['a place that holds no folders', [...reversal, '--out', '/proc/floodgate'], /\/proc\/floodgate/],
  ])('refuses %s with status 2, says where and how to mend it, and writes nothing', async (_, args, message) => {
    const target = join(folder, 'untouched');
    const { status, out, err } = await floodgate(...(args.includes('--out') ? args : [...args, '--out', target]));
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(message);
    expect(existsSync(target)).toBe(false);
  });

  it('says it in Chinese too', async () => {
    const { err } = await floodgate('evaluate', 'h20-reversal', '--lang', 'zh');
    expect(err).toMatch(/未知.*h20-reversal-2025-07/);
  });
});
