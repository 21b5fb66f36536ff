import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { floodgate } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'floodgate-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const json = async (...args: string[]) => JSON.parse((await floodgate(...args, '--json')).out);

describe('floodgate classify --json', () => {
  it('answers as the contract shows for the H20 in May 2025', async () => {
    const answer = await json('classify', 'h20', '--to', 'CN', '--on', '2025-05-01');
    expect(answer).toMatchObject({
      item: 'h20',
      from: 'US',
      to: 'CN',
      on: '2025-05-01',
      metrics: { tpp: 2368, performanceDensity: 2.91, memoryBandwidthGBs: 4000, ioBandwidthGBs: 900 },
      classification: 'none',
      controlledBy: ['is-informed-2025-04'],
      licence: { required: true, exceptions: [], reviewPolicy: 'presumption-of-denial', cap: null, fee: null },
      missing: [],
    });
    expect(answer.trace).toContainEqual(
      expect.objectContaining({
        rule: 'ac-s-2023-10',
        paragraph: '3A090.a.1',
        test: 'tpp >= 4800',
        value: 2368,
        result: false,
        citation: expect.objectContaining({ title: expect.stringContaining('88 FR 73458'), published: '2023-10-25' }),
      }),
    );
  });

  it('takes today when no day is given, and aliases in either language', async () => {
    const answer = await json('classify', 'A800', '--to', 'CN');
    expect(answer).toMatchObject({ item: 'a800', on: '2026-11-23', classification: '3A090.a' });
  });

  it('says what would settle an answer that cannot be told', async () => {
    const answer = await json('classify', 'mi308x', '--to', 'CN', '--on', '2025-01-01');
    expect(answer).toMatchObject({ classification: 'unknown', licence: { required: null, reviewPolicy: null } });
    expect(answer.missing.length).toBeGreaterThan(0);
  });

  it('says what it assumed of the buyer, and no more once it is told', async () => {
    const silent = await json('classify', 'h100-sxm', '--to', 'SG', '--on', '2024-06-01');
    expect([silent.licence.required, silent.assumptions.length]).toEqual([false, 7]);
    const facts =
      'headquarters=CN,entity-list=false,owned-by-listed=no,military=no,supercomputer=no,unverified-list=no,exporter=other';
    const told = await json('classify', 'h100-sxm', '--to', 'SG', '--on', '2024-06-01', '--end-user', facts);
    expect([told.licence.required, told.assumptions]).toEqual([true, []]);
  });

  it('names the nearest party where a name is not on the list', async () => {
    const misspelt = await floodgate(
      'classify',
      't4',
      '--to',
      'CN',
      '--on',
      '2024-06-01',
      '--end-user',
      'entity=huawey',
    );
    expect([misspelt.status, misspelt.err]).toEqual([2, expect.stringContaining('huawei')]);
  });

  it('reads a server by the chip inside', async () => {
    const server = file('server.yaml', 'kind: computer\ncontains: h100\neccn: 5A992\n');
    const answer = await json('classify', '--spec', server, '--to', 'CN', '--on', '2024-06-01');
    expect([answer.classification, answer.licence.required]).toEqual(['5A992.z', true]);
    const wrong = file('chip-inside.yaml', 'kind: chip\ncontains: h100\n');
    expect((await floodgate('classify', '--spec', wrong, '--to', 'CN')).status).toBe(2);
  });

  it('reads a chip that does not exist from YAML or JSON', async () => {
    const yaml = file(
      'chip.yaml',
      'vendor: NVIDIA\ndesignerCountry: US\ndataCenter: true\nnonPlanar: true\nfp8DenseTflops: 299\ndieAreaMm2: 814\n',
    );
    const same = file(
      'chip.json',
      '{"vendor":"NVIDIA","designerCountry":"US","dataCenter":true,"nonPlanar":true,"fp8DenseTflops":299,"dieAreaMm2":814}',
    );
    for (const path of [yaml, same]) {
      const answer = await json('classify', '--spec', path, '--to', 'CN', '--on', '2024-06-01');
      expect(answer).toMatchObject({ classification: 'none', metrics: { tpp: 2392, performanceDensity: 2.94 } });
    }
  });

  it('knows a memory stack', async () => {
    const answer = await json('classify', 'hbm3', '--to', 'CN', '--on', '2025-05-01');
    expect(answer).toMatchObject({ classification: '3A090.c', licence: { required: true } });
  });

  it('uses only law published by --as-of', async () => {
    const answer = await json('classify', 'h20', '--to', 'CN', '--on', '2025-04-12', '--as-of', '2025-04-14');
    expect(answer.licence.required).toBe(false);
  });
});

describe('floodgate classify from China', () => {
  it('finds a material by its id, its symbol or its Chinese name', async () => {
    for (const name of ['gallium', 'Ga', '金属镓']) {
      const answer = await json('classify', name, '--from', 'CN', '--to', 'US', '--on', '2025-06-01');
      expect(answer).toMatchObject({
        item: 'gallium',
        controlledBy: ['cn-23-2023'],
        licence: { required: true, reviewPolicy: 'presumption-of-denial', termsBy: ['cn-46-2024'] },
      });
    }
  });

  it('gives the reasons of Chinese law alone', async () => {
    const { trace } = await json('classify', 'germanium', '--from', 'CN', '--to', 'US', '--on', '2025-06-01');
    expect(trace.filter(({ provision }: { provision: string }) => provision.startsWith('us-ear'))).toEqual([]);
  });

  it('names what is officially discouraged, and asks for no licence because of it', async () => {
    const answer = await json('classify', 'h20', '--to', 'CN', '--on', '2025-09-01');
    expect(answer.discouragedBy).toEqual(['cn-h20-summons-2025', 'cn-h20-guidance-2025']);
    expect(answer.controlledBy).toEqual(['is-informed-2025-04']);
    expect(answer.notes).toContainEqual(expect.objectContaining({ instrument: 'cn-h20-guidance-2025' }));
  });

  it('does not know a suspension before it was published', async () => {
    const answer = await json(
      'classify',
      'holmium',
      '--from',
      'CN',
      '--to',
      'US',
      '--on',
      '2025-12-01',
      '--as-of',
      '2025-10-20',
    );
    expect(answer.licence.required).toBe(true);
  });
});

describe('floodgate timeline', () => {
  it('tells the story of the H20', async () => {
    const stretches = await json('timeline', 'h20', '--to', 'CN');
    const story = stretches.map((one: { from: string; because: string; licence: { reviewPolicy: string } }) => [
      one.from,
      one.licence.reviewPolicy,
      one.because,
    ]);
    expect(story).toEqual([
      ['2024-02-01', 'none', 'ac-s-2023-10'],
      ['2025-04-09', 'presumption-of-denial', 'is-informed-2025-04'],
      ['2025-07-14', 'case-by-case', 'h20-mi308-reversal-2025-07'],
      ['2025-08-08', 'case-by-case', 'h20-licences-2025-08'],
      ['2025-08-11', 'case-by-case', 'revenue-share-15-2025-08'],
      ['2026-01-15', 'case-by-case', 'final-rule-h200-2026-01'],
    ]);
    expect(stretches.map((one: { until: string | null }) => one.until)).toEqual([
      ...story.slice(1).map(([from]: string[]) => from),
      null,
    ]);
  });

  it('is told in words too, in both languages', async () => {
    expect((await floodgate('timeline', 'h20', '--to', 'CN')).out).toContain('presumption of denial');
    expect((await floodgate('timeline', 'h20', '--to', 'CN', '--lang', 'zh')).out).toContain('推定拒绝');
  });
});

describe('floodgate classify in words', () => {
  it('argues in English and in Chinese', async () => {
    const call = ['classify', 'a30', '--to', 'CN', '--on', '2024-01-01', '--explain'];
    const english = (await floodgate(...call)).out;
    expect(english).toContain('3A090.b.1');
    expect(english).toMatch(/density at least 3\.2.*3\.196/);
    const chinese = (await floodgate(...call, '--lang', 'zh')).out;
    expect(chinese).toMatch(/性能密度不低于3\.2/);
    expect(chinese).toContain('推定拒绝');
  });
});

describe('the argument of --explain', () => {
  const explain = async (...more: string[]) =>
    (await floodgate('classify', 'h100', '--to', 'CN', '--on', '2024-06-01', '--explain', ...more)).out;

  it('says of every line whether it applies or is met, and what the item has', async () => {
    const english = await explain();
    expect(english).toContain('applies: 3A090.a (ac-s-2023-10): ');
    expect(english).toContain('the exception does not apply: Note 2 to 3A090\n');
    expect(english).toContain('not met: total processing performance below 4800 (here: 15832)');
    expect(english).toContain('met: destination in D:1, D:4, D:5, MO (here: CN)');
    expect(english).toContain('met: is subject to the US Export Administration Regulations');
    expect(english).toContain('us-ear.742.6.a.6.uae, which is not in force');
    expect(english).not.toMatch(/\((yes|no)\)$/m);
    const chinese = await explain('--lang', 'zh');
    expect(chinese).toContain('例外不适用：');
    expect(chinese).toContain('未满足：总处理性能低于4800（本例：15832）');
    for (const line of chinese.slice(chinese.indexOf('论证')).split('\n')) {
      if (line.trim() !== '') expect(line).toMatch(/\p{Script=Han}/u);
    }
  });

  it('says of what is missing which test needs it, in both languages', async () => {
    const { missing } = await json('classify', 'mi308x', '--to', 'CN', '--on', '2025-01-01');
    for (const { text, because } of missing) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(because.length).toBeGreaterThan(0);
      for (const { paragraph, says } of because) {
        expect(paragraph).toMatch(/3A090/);
        expect(says.en).not.toBe(says.zh);
      }
    }
    const { out } = await floodgate('classify', 'mi308x', '--to', 'CN', '--on', '2025-01-01', '--lang', 'zh');
    expect(out).toMatch(/用于判断：3A090\.b\.1：性能密度不低于1\.6/);
  });

  it('has its version in JSON', async () => {
    const { traceVersion } = await json('classify', 'h100', '--to', 'CN', '--on', '2024-06-01');
    expect(traceVersion).toBe('floodgate.trace/1');
  });
});

describe('a timeline in words', () => {
  it('never says the same twice in a row: what changed is named', async () => {
    for (const [item, to] of [
      ['h20', 'CN'],
      ['h100', 'AE'],
      ['h200', 'CN'],
      ['a800', 'MO'],
    ]) {
      const { out } = await floodgate('timeline', item, '--to', to);
      const rows = out
        .split('\n')
        .flatMap((line) => /^\S+ +\S+ {2,}(.*?) {2,}(.*?)(?: {2,}|$)/.exec(line)?.slice(1).join(' ') ?? []);
      expect(rows.length).toBeGreaterThan(2);
      expect(rows.filter((row, i) => row === rows[i - 1])).toEqual([]);
    }
    expect((await floodgate('timeline', 'h20', '--to', 'CN')).out).toContain('+licences-2025.unpublished');
  });
});

describe('a warning on standard error', () => {
  it.each([
    ['2021-12-31', /whole from 2022-01-01/],
    ['2026-11-24', /kept up to 2026-11-23/],
  ])('is given for %s, which the data do not hold whole', async (on, warning) => {
    const { status, out, err } = await floodgate('classify', 'h100', '--to', 'CN', '--on', on, '--json');
    expect(status).toBe(0);
    expect(err).toMatch(warning);
    expect(JSON.parse(out).on).toBe(on);
  });

  it.each(['2022-01-01', '2026-11-23'])('is not given for %s', async (on) => {
    expect((await floodgate('classify', 'h100', '--to', 'CN', '--on', on)).err).toBe('');
  });
});

describe('floodgate rules', () => {
  it('finds a provision by the end of its id, in any case', async () => {
    const full = await json('rules', 'show', 'us-ear.3a090.a');
    expect(await json('rules', 'show', '3A090.a')).toEqual(full);
  });

  it('asks which of several is meant', async () => {
    const { status, err } = await floodgate('rules', 'show', 'tpp');
    expect(status).toBe(2);
    expect(err).toMatch(/3a090\.a\.1\.tpp, /);
  });

  it('lists the instruments and shows each with what it brought and its source', async () => {
    const instruments = await json('rules');
    expect(instruments.map(({ id }: { id: string }) => id)).toContain('is-informed-2025-04');
    const one = await json('rules', 'show', 'final-rule-h200-2026-01');
    expect(one.thresholds.map(({ id }: { id: string }) => id)).toEqual(['dd.memory', 'dd.tpp']);
    expect(one.sources[0].url).toMatch(/^https:/);
  });

  it('shows nothing that was published later', async () => {
    const instruments = await json('rules', '--as-of', '2025-07-25');
    expect(instruments.map(({ id }: { id: string }) => id)).not.toContain('h20-licences-2025-08');
  });
});

describe('a wrong question exits with 2 and names the cure:', () => {
  it.each([
    ['an unknown item', ['classify', 'h2O0', '--to', 'CN'], /h20/],
    ['no item', ['classify', '--to', 'CN'], /--spec/],
    ['two items', ['classify', 'h100', '--spec', 'chip.yaml', '--to', 'CN'], /two items: "h100" and --spec chip\.yaml/],
    ['an unknown country', ['classify', 'h20', '--to', 'UK'], /"GB"/],
    ['a country by name', ['classify', 'h20', '--to', 'China'], /"CN"/],
    ['no destination', ['classify', 'h20'], /--to/],
    ['a day that is none', ['classify', 'h20', '--to', 'CN', '--on', '2025-02-30'], /2025-02-30/],
    [
      'an unknown fact about the buyer',
      ['classify', 'h20', '--to', 'CN', '--end-user', 'headquarter=CN'],
      /headquarters/,
    ],
    [
      'a fact that is neither true nor false',
      ['classify', 'h20', '--to', 'CN', '--end-user', 'military=maybe'],
      /true, false/,
    ],
    ['an unknown rule', ['rules', 'show', 'ac-s-2023-11'], /ac-s-2023-10/],
    ['a language that is none', ['timeline', 'h20', '--to', 'CN', '--lang', 'fr'], /en, zh/],
  ])('%s', async (_, args, cure) => {
    const { status, out, err } = await floodgate(...args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(cure);
  });

  it.each([
    ['a word that is not known', 'tpp: 4000\nspeed: 3\n', /:2:\d+: .*speed/],
    ['a number that is text', 'tpp: fast\n', /tpp/],
    ['bounds the wrong way round', 'tpp: { low: 10, high: 5 }\n', /low <= high/],
    ['an absurd number', 'tpp: 1e99\n', /tpp/],
    ['an alias bomb', 'a: &a [x, x]\nb: &b [*a, *a]\nvendor: *b\n', /alias/],
    ['no map at all', '- 1\n- 2\n', /object/],
    ['unreadable text', 'tpp: [1,\n', /:\d+:\d+: /],
  ])('a specification with %s', async (_, text, message) => {
    const path = file('bad.yaml', text);
    const { status, out, err } = await floodgate('classify', '--spec', path, '--to', 'CN');
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('a specification too large to read', async () => {
    const path = file('large.yaml', `vendor: ${'x'.repeat(10_000_000)}\n`);
    const { status, err } = await floodgate('classify', '--spec', path, '--to', 'CN');
    expect(status).toBe(2);
    expect(err).toMatch(/larger than/);
  });
});
