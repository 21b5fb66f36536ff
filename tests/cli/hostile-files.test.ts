/** Files that nobody means well with: a clear refusal, exit 2, within bounded time. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { floodgate } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'floodgate-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MOST_MS = 10_000;
const MOST_MESSAGE = 10_000;
const many = (count: number, line: (i: number) => string) => Array.from({ length: count }, (_, i) => line(i)).join('');
const laughs = `a: &a [lol, lol]\n${many(20, (i) => {
  const [name, before] = [String.fromCharCode(98 + i), String.fromCharCode(97 + i)];
  return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]\n`;
})}`;
const wide = (test: string) =>
  `instrument: { id: x, title: { en: a, zh: 甲 }, effective: 2025-01-01 }
provisions:
  - { id: x.r, kind: requirement, title: { en: a, zh: 甲 }, paragraph: p, says: { en: a, zh: 甲 }, when: { any: [${test}] } }\n`;

const BOTH: [string, string | Uint8Array, RegExp][] = [
  ['10 MB', 'x'.repeat(10_000_000), /larger than 65536 bytes/],
  ['a billion laughs', laughs, /aliases are not allowed/],
  ['bytes of a program', Uint8Array.from({ length: 4096 }, (_, i) => i % 256), /not UTF-8 text/],
  ['another encoding', Buffer.from('\ufefftpp: 4000\n', 'utf16le'), /not UTF-8 text/],
  ['control characters', 'vendor: "a\u0000b"\n', /not UTF-8 text/],
  ['open brackets', '['.repeat(60_000), /nests (too deeply|deeper)/],
  ['nested maps', `${'{"attributes":'.repeat(2000)}1${'}'.repeat(2000)}`, /nests (too deeply|deeper)/],
  ['indented maps', many(300, (i) => `${' '.repeat(i)}a:\n`), /nests (too deeply|deeper)/],
  ['thousands of keys', many(5000, (i) => `k${i}: 1\n`), /k0|instrument/],
  ['a key of the language', '__proto__: { tpp: 5000 }\nconstructor: x\n', /__proto__|instrument/],
  ['a tag that means code', 'tpp: !!js/function "x"\n', /tpp|instrument/],
  ['two documents', 'tpp: 1\n---\ntpp: 2\n', /multiple documents/],
  ['nothing', '', /expected object/],
];

const SPEC: typeof BOTH = [
  ['1e400', 'tpp: 1e400\n', /tpp/],
  ['a negative rate', 'tpp: -1\n', /tpp.*>=0/],
  ['no number', 'dieAreaMm2: .nan\n', /dieAreaMm2.*NaN/],
  ['infinity within bounds', 'tpp: { low: 1, high: .inf }\n', /tpp/],
  ['a number in an attribute', 'attributes: { meanVoltageV: 1e99 }\n', /meanVoltageV/],
  ['attributes that no law asks about', `attributes:\n${many(4000, (i) => `  k${i}: 1\n`)}`, /no attribute "k0"/],
  ['a long name', `vendor: ${'x'.repeat(60_000)}\n`, /vendor.*<=80/],
];

const SUPPOSE: typeof BOTH = [
  [
    'a threshold of 1e400',
    'instrument: { id: x, title: { en: a, zh: 甲 }, effective: 2025-01-01 }\nparameters: [{ id: x.t, value: 1e400, pinpoint: p }]\n',
    /value/,
  ],
  [
    'a threshold that is no number',
    'instrument: { id: x, title: { en: a, zh: 甲 }, effective: 2025-01-01 }\nparameters: [{ id: x.t, value: .nan, pinpoint: p }]\n',
    /value/,
  ],
  [
    'a negative threshold',
    'instrument: { id: x, title: { en: a, zh: 甲 }, effective: 2025-01-01 }\nparameters: [{ id: x.t, value: -5, pinpoint: p }]\n',
    /value/,
  ],
  ['thousands of tests of what is not there', wide('meets nothing, '.repeat(3000)), /no provision "nothing"/],
];

async function refused(args: string[], content: string | Uint8Array, message: RegExp): Promise<void> {
  const path = join(folder, 'hostile.yaml');
  writeFileSync(path, content);
  const start = performance.now();
  const { status, out, err } = await floodgate(...args, path);
  expect([status, out]).toEqual([2, '']);
  expect(err).toMatch(message);
  expect(err.length).toBeLessThan(MOST_MESSAGE);
  expect(performance.now() - start).toBeLessThan(MOST_MS);
}

describe('--spec refuses', () => {
  it.each([...BOTH, ...SPEC])('%s', (_, content, message) =>
    refused(['classify', '--to', 'CN', '--spec'], content, message));
});

describe('--suppose refuses', () => {
  it.each([...BOTH, ...SUPPOSE])('%s', (_, content, message) =>
    refused(['timeline', 'h20', '--to', 'CN', '--suppose'], content, message));
});

describe('--suppose bears', () => {
  it('as many tests as a file may hold', async () => {
    const path = join(folder, 'wide.yaml');
    writeFileSync(path, wide('"tpp >= 2400", '.repeat(3500)));
    const start = performance.now();
    const { status } = await floodgate(
      'classify',
      'h20',
      '--to',
      'CN',
      '--on',
      '2025-06-01',
      '--suppose',
      path,
      '--json',
    );
    expect(status).toBe(0);
    expect(performance.now() - start).toBeLessThan(MOST_MS);
  });
});
