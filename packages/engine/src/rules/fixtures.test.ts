/** Bucket B: the engine on tiny invented laws. A failure is a bug of the engine, never a question of law. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Attribute, Instrument, Provision, ProvisionVersion, Rulebook } from '../world/rule.ts';
import { checkLaw } from './check-law.ts';
import { classify } from './classify.ts';
import { changeDays } from './flow-terms.ts';
import { itemOf } from './item.ts';
import { RuleError } from './rule-error.ts';

const ATTRIBUTES: Attribute[] = [
  { id: 'weight', of: 'item', type: 'number', unit: 'kg', title: { en: 'weight', zh: '重量' } },
  { id: 'heavy', of: 'item', type: 'yes-no', title: { en: 'heavy', zh: '重' } },
  { id: 'fragile', of: 'item', type: 'yes-no', title: { en: 'fragile', zh: '易碎' } },
  { id: 'name', of: 'item', type: 'name', title: { en: 'name', zh: '名称' } },
  { id: 'to', of: 'transaction', type: 'country', title: { en: 'destination', zh: '目的地' } },
];

interface Invented {
  instruments?: Partial<Instrument>[];
  parameters?: { id: string; values: { value: number; instrument: string; effective?: string }[] }[];
  groups?: Partial<Rulebook['groups'][number]>[];
  treatedAs?: Rulebook['regimes'][number]['treatedAs'];
  provisions: (Partial<Provision> & Partial<ProvisionVersion>)[];
}

const TEXT = { en: 'invented', zh: '虚构' };

/** A rulebook from the little that a fixture says: one act from 2000 unless it names others. */
function invent({
  instruments = [{ id: 'act', effective: '2000-01-01' }],
  parameters = [],
  groups = [],
  treatedAs = [],
  provisions,
}: Invented): Rulebook {
  const complete = (version: Partial<ProvisionVersion>, provision: Partial<ProvisionVersion>): ProvisionVersion => ({
    instrument: provision.instrument ?? instruments[0].id ?? '',
    paragraph: '1',
    says: TEXT,
    when: 'never',
    unless: [],
    gives: {},
    overrides: [],
    ...version,
  });
  return {
    regimes: [{ id: 'land', title: TEXT, jurisdiction: 'LA', treatedAs, reaches: 'always' }],
    attributes: ATTRIBUTES,
    instruments: instruments.map((one) => ({
      regime: 'land',
      title: TEXT,
      kind: 'regulation',
      status: [{ is: 'in-force', published: one.effective ?? '' }],
      announced: one.effective ?? '',
      published: one.effective ?? '',
      citation: { title: one.id ?? '', url: '', published: '' },
      source: 's',
      confidence: 'high',
      amends: [],
      questions: [],
      notEncoded: [],
      ...one,
    })) as Instrument[],
    parameters: parameters.map(({ id, values }) => ({
      id,
      title: TEXT,
      unit: '',
      values: values.map((value) => ({ pinpoint: '1', ...value })),
    })),
    groups: groups.map((group) => ({
      regime: 'land',
      title: TEXT,
      source: 's',
      members: [],
      changes: [],
      ...group,
    })) as Rulebook['groups'],
    provisions: provisions.map(({ id, kind, versions, ...flat }) => ({
      id: id ?? '',
      regime: 'land',
      kind: kind ?? 'requirement',
      title: TEXT,
      versions: (versions ?? [flat]).map((version) => complete(version, flat)),
    })),
  };
}

function read(folder: 'good' | 'bad') {
  const dir = fileURLToPath(new URL(`./fixtures/${folder}/`, import.meta.url));
  return readdirSync(dir).map((file) => [file.replace('.yaml', ''), parse(readFileSync(dir + file, 'utf8'))] as const);
}

function ask(rulebook: Rulebook, one: { item?: object; to?: string; on?: string; suppose?: Record<string, boolean> }) {
  const item = itemOf({ attributes: one.item as never });
  const suppose = new Map(Object.entries(one.suppose ?? {}));
  return classify(rulebook, item, { from: 'LA', to: one.to ?? 'FR', on: one.on ?? '2015-01-01' }, { suppose });
}

/** The parts of an answer that a fixture's case asks about. */
function told(answer: ReturnType<typeof ask>) {
  return {
    classification: answer.classification,
    required: answer.licence.required,
    reviewPolicy: answer.licence.reviewPolicy,
    conditions: answer.licence.conditions.map(({ id }) => id),
    missing: answer.missing.map(({ fact }) => fact),
  };
}

describe.each(read('good'))('the invented law "%s"', (_, { law, cases, changes }) => {
  const rulebook = invent(law);

  it('is sound, and changes on the days that it says', () => {
    expect(checkLaw(rulebook)).toEqual([]);
    if (changes) expect(changeDays(rulebook)).toEqual(changes);
  });

  it.each(cases.map((one: object) => [JSON.stringify(one), one]))('answers %s', (_name, one) => {
    const { item: _item, to: _to, on: _on, suppose: _suppose, provisions, ...wanted } = one as Record<string, unknown>;
    if (provisions) {
      // A provision is asked for its own verdict, whatever the others say.
      for (const [id, result] of Object.entries(provisions)) {
        const alone = { ...rulebook, provisions: rulebook.provisions.filter((provision) => provision.id === id) };
        const answer = ask(alone, one as never);
        expect([id, answer.trace.find((entry) => entry.depth === 0)?.result]).toEqual([id, result]);
      }
    }
    if (Object.keys(wanted).length > 0) expect(told(ask(rulebook, one as never))).toMatchObject(wanted);
  });
});

describe.each(read('bad'))('the invented law "%s"', (_, { law, item, error, problem }) => {
  it('is refused, and the refusal says what and where', () => {
    const rulebook = invent(law);
    if (problem) {
      expect(checkLaw(rulebook).map(({ message }) => message)).toEqual([problem]);
      return;
    }
    const refusal = catching(() => ask(rulebook, { item, on: '2000-01-01' }));
    expect(refusal).toBeInstanceOf(RuleError);
    expect(refusal).toMatchObject(error);
  });
});

function catching(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}
