import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataset } from '../dataset.ts';
import { floodgate } from './run.ts';

const TEXT = `July 24, 2025

In April the United States told Nvidia that it could no longer sell the H20 to China, and in mid-July it said that licences would be granted.

4月，美国通知英伟达不得再向中国出售H20，7月中旬又表示许可证将会发放。

A <b>senior</b> official told Congress that Huawei can make no more than 200,000 AI chips a year in China.

一位高级官员对国会表示，华为每年在中国最多只能制造30万枚人工智能芯片。
`;
let place: string;
let file: string;

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'floodgate-read-'));
  file = join(place, 'op-ed.txt');
  writeFileSync(file, TEXT);
});
afterAll(() => rmSync(place, { recursive: true }));

describe('floodgate read', () => {
  it('prints the JSON of the contract, offsets counting in the file', async () => {
    const { status, out } = await floodgate('read', file, '--json', '--draws', '250');
    expect(status).toBe(0);
    const reading = JSON.parse(out);
    expect(reading.file).toMatchObject({ layout: 'alternating', published: '2025-07-24', publishedBy: 'text' });
    expect(reading.summary).toMatchObject({ paired: 2, mismatches: 1 });
    const [, , made] = reading.paragraphs;
    expect(made.mismatches).toMatchObject([
      { kind: 'number', en: { text: '200,000', value: 200000 }, zh: { text: '30万', value: 300000 } },
    ]);
    for (const { text, start, end } of reading.paragraphs.flatMap(
      ({ quantities }: { quantities: object[] }) => quantities,
    )) {
      expect(TEXT.slice(start, end)).toBe(text);
    }
    expect(made.claims).toContain('C5');
    expect(reading.summary.claims.C5).toBe(1);
    const ids = (day: { claims: { id: string }[] }) => day.claims.map(({ id }) => id);
    expect(ids(reading.verdicts.now)).toContain('C5');
    expect(reading.verdicts.whenPublished.asOf).toBe('2025-07-24');
  });

  it('writes four files, of which the page needs no script and no network', async () => {
    const out = join(place, 'out');
    const { status, err } = await floodgate('read', file, '--out', out, '--lang', 'zh', '--draws', '250');
    expect(status).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['quantities.csv', 'reading.html', 'reading.json', 'reading.md']);
    expect(err).toContain('reading.html');
    const html = readFileSync(join(out, 'reading.html'), 'utf8');
    const { document } = parseHTML(html);
    expect(document.querySelectorAll('script, link, img, iframe, object, embed, video, audio')).toHaveLength(0);
    expect(html).not.toMatch(/url\(|@import| on\w+=/i);
    const targets = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href')!);
    expect(targets.filter((target) => !/^(https?:\/\/|#)/.test(target))).toEqual([]);
    expect(targets.filter((target) => target.startsWith('#') && !document.getElementById(target.slice(1)))).toEqual([]);
    // Text of the file is text, whatever it looks like.
    expect(html).toContain('A &lt;b&gt;senior&lt;/b&gt; official');
    expect(document.querySelectorAll('.pair')).toHaveLength(3);
    expect(document.querySelectorAll('.differences > li')).toHaveLength(1);
    expect(document.querySelectorAll('mark.differs').length).toBeGreaterThanOrEqual(2);
    expect(document.querySelector('#show-zh')!.hasAttribute('checked')).toBe(true);
    expect(readFileSync(join(out, 'reading.md'), 'utf8')).toContain('A \\<b\\>senior');
    expect(readFileSync(join(out, 'quantities.csv'), 'utf8')).toMatch(/"200,000",\d+,\d+,number,200000/);
  });

  it('resolves words such as yesterday against --published', async () => {
    const undated = join(place, 'undated.txt');
    writeFileSync(undated, 'It was announced yesterday.\n');
    const dates = async (...options: string[]) =>
      JSON.parse((await floodgate('read', undated, '--json', ...options)).out).paragraphs[0].quantities[0].date;
    expect(await dates()).toBeNull();
    expect(await dates('--published', '2025-07-15')).toEqual({ from: '2025-07-14', until: '2025-07-14' });
  });

  it('refuses with a reason, in the language asked for, and writes nothing', async () => {
    const binary = join(place, 'binary.txt');
    writeFileSync(binary, Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 37) & 255)));
    const out = join(place, 'nothing');
    expect(await floodgate('read', binary, '--out', out)).toMatchObject({
      status: 2,
      out: '',
      err: expect.stringContaining('binary.txt" is not text'),
    });
    expect((await floodgate('read', binary, '--lang', 'zh')).err).toContain('不是可读的文本');
    expect((await floodgate('read', join(place, 'none.txt'))).err).toContain('no such file');
    expect((await floodgate('read', file, '--published', 'July')).status).toBe(2);
    expect((await floodgate('read', file, '--draws', '0')).status).toBe(2);
    expect((await floodgate('read', file, '--claims', join(place, 'none.yaml'))).status).toBe(2);
    expect(existsSync(out)).toBe(false);
  });
});

it('every reason for which a text is refused has its words', () => {
  const folder = fileURLToPath(new URL('../../packages/reading/src/', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  const source = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const codes = [...source.matchAll(/'(unreadable-[a-z-]+)'/g)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(10);
  for (const code of [...codes, 'unreadable-pdf', 'unreadable-doc', 'unreadable-rtf']) {
    expect(dataset.messages[`error.${code}`], code).toBeDefined();
  }
});
