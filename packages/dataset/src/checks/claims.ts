/** Claims: every test can be read and asks only for what exists; every name leads somewhere; every claim can be sourced. */
import { ClaimError, FIGURES, type Parameter, parseClaimTest, referencesOf } from '@floodgate/engine/claims';
import { InputError, nearest } from '@floodgate/engine/core';
import type { Claim } from '@floodgate/engine/world';
import { countryCodes } from '../country-codes.ts';
import type { Items } from '../items.ts';
import type { Problem } from '../problems.ts';
import { type Item, problemAt } from '../read/collection.ts';

/** Ids by what stands at a place of a look-up; a kind without a list takes any number or day. */
export type Known = Partial<Record<Parameter | 'source' | 'term', ReadonlySet<string>>>;

type Fault = { path: PropertyKey[]; message: string };

export function claimProblems(items: Items): Problem[] {
  const known = knownOf(items);
  const decisions = new Set(items.decisions.map(({ value }) => value.id));
  return [
    ...items.claims.flatMap((item) =>
      faultsOf(item.value, known).map(({ path, message }) => problemAt(item, path, message)),
    ),
    ...items.verdicts.flatMap((item) =>
      faultOf(decisions, 'decision', item.value.decision, ['decision']).map((fault) =>
        problemAt(item, fault.path, fault.message),
      ),
    ),
  ];
}

function knownOf(items: Items): Known {
  const ids = (collection: Item<{ id: string }>[]) => collection.map(({ value }) => value.id);
  const messages = items.messages.flatMap(({ value }) => Object.keys(value));
  return knownIds({
    chips: ids(items.chips),
    goods: ids(items.goods),
    facts: items.facts.map(({ value }) => value),
    products: items.products.map(({ value }) => value.chip),
    parameters: items.parameters.flatMap(({ value }) => value.map(({ id }) => id)),
    thresholds: ids(items.thresholds),
    instruments: ids(items.instruments),
    workloads: ids(items.workloads),
    sources: ids(items.sources),
    terms: ids(items.glossary),
    messages,
  });
}

/** What there is to ask for, from whatever holds the data. */
export function knownIds(data: {
  chips: string[];
  goods: string[];
  facts: { id: string; question?: string | undefined }[];
  products: string[];
  parameters: string[];
  thresholds: string[];
  instruments: string[];
  workloads: string[];
  sources: string[];
  terms: string[];
  messages: string[];
}): Known {
  const outcomes = data.messages.flatMap((key) => /^outcome\.(.+\..+)$/.exec(key)?.[1] ?? []);
  return {
    fact: new Set(data.facts.map(({ id }) => id)),
    question: new Set(data.facts.flatMap(({ question }) => question ?? [])),
    chip: new Set(data.chips),
    item: new Set([...data.chips, ...data.goods]),
    figure: new Set(FIGURES),
    index: new Set(['training', 'inference']),
    workload: new Set(data.workloads),
    study: new Set(['dense-grouped-query', 'mixture-latent']),
    outcome: new Set([...outcomes, ...data.products.map((chip) => `shipments.${chip}.cn`)]),
    parameter: new Set(data.parameters),
    threshold: new Set(data.thresholds),
    instrument: new Set(data.instruments),
    country: new Set(countryCodes()),
    source: new Set(data.sources),
    term: new Set(data.terms),
  };
}

/** Everything that a claim says wrong, with the path to the part of it. */
export function faultsOf(claim: Claim, known: Known): Fault[] {
  const { evidence, statedIn } = claim;
  return [
    ...(['for', 'against'] as const).flatMap((side) =>
      evidence[side].flatMap((id, i) => faultOf(known.fact, 'fact', id, ['evidence', side, i])),
    ),
    ...statedIn.flatMap((id, i) => faultOf(known.source, 'source', id, ['statedIn', i])),
    ...claim.readings.flatMap((reading, i) =>
      reading.test === undefined
        ? []
        : testFaults(() => parseClaimTest(reading.test as never), ['readings', i, 'test'], known),
    ),
    ...duplicateReadings(claim),
    ...wordFaults(claim, known),
    ...(evidence.for.length + evidence.against.length + statedIn.length === 0
      ? [{ path: ['evidence'], message: 'a claim names at least one fact or source that a reader can open' }]
      : []),
  ];
}

function testFaults(parse: () => ReturnType<typeof parseClaimTest>, path: PropertyKey[], known: Known): Fault[] {
  try {
    return referencesOf(parse()).flatMap(({ parameter, id }) => faultAt(parameter, id, path, known));
  } catch (error) {
    if (error instanceof ClaimError) return [{ path, message: error.message }];
    if (error instanceof InputError)
      return [{ path, message: `${error.code}: ${Object.values(error.fields).join(', ')}` }];
    throw error;
  }
}

const FORMS: Partial<Record<Parameter, [RegExp, string]>> = {
  number: [/^\d+$/, 'a whole number'],
  year: [/^20\d\d$/, 'a year such as 2026'],
  day: [/^\d{4}-\d{2}-\d{2}$/, 'a day, YYYY-MM-DD'],
};

function faultAt(parameter: Parameter, id: string, path: PropertyKey[], known: Known): Fault[] {
  const form = FORMS[parameter];
  if (form) return form[0].test(id) ? [] : [{ path, message: `"${id}" is not ${form[1]}` }];
  return faultOf(known[parameter], parameter, id, path);
}

function faultOf(known: ReadonlySet<string> | undefined, kind: string, id: string, path: PropertyKey[]): Fault[] {
  if (known === undefined || known.has(id)) return [];
  const near = nearest(id, known);
  return [{ path, message: `no ${kind} "${id}"${near === '' ? '' : ` (nearest: ${near})`}` }];
}

function duplicateReadings({ readings }: Claim): Fault[] {
  return readings.flatMap(({ id }, i) =>
    readings.findIndex((one) => one.id === id) < i
      ? [{ path: ['readings', i, 'id'], message: `reading "${id}" is there twice` }]
      : [],
  );
}

function wordFaults({ recognise }: Claim, known: Known): Fault[] {
  return recognise.flatMap(({ need, unless }, i) =>
    [...need, ...(unless ? [unless] : [])]
      .flatMap(({ en, zh }) => [...en, ...zh])
      .flatMap((word) => (word.startsWith('@') ? faultOf(known.term, 'term', word.slice(1), ['recognise', i]) : [])),
  );
}
