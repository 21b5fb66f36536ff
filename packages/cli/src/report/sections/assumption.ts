/** One uncertain input of the model, with what it rests on. */

import { summary } from '@floodgate/engine/core';
import type { Fact } from '@floodgate/engine/world';
import type { Entry, Link, Pair } from '../blocks.ts';

import { formatEstimate, formatRange } from '../number.ts';
import { citeSource, type Scene } from '../scene.ts';
import type { Words } from '../words.ts';

export interface Assumption {
  id: string;
  title: string;
  unit: string;
  estimate: string;
  known?: string;
  reason: string;
  facts: string[];
  sources: string[];
}

type Column = Scene['report']['run']['plan']['columns'][number];

/** Every column of the plan, in its order. */
export function assumptionsOf(scene: Scene): Assumption[] {
  return scene.report.run.plan.columns.map((column) => assumptionOf(scene, column));
}

/** An assumption as a title with its estimate, reason, facts and sources. */
export function entryOf({ report, words }: Scene, assumption: Assumption): Entry {
  const facts = report.world.facts.filter((fact) => assumption.facts.includes(fact.id));
  const sources = report.world.sources.filter((source) => assumption.sources.includes(source.id));
  const pair = (key: string, ...values: Link[]): Pair => ({ name: words.say(`assumption.${key}`), values });
  const known = assumption.known ? [{ text: words.day(assumption.known) }] : [];
  return {
    id: assumption.id,
    title: assumption.title,
    pairs: [
      pair('estimate', { text: assumption.estimate }),
      pair('known', ...known),
      pair('reason', { text: assumption.reason }),
      pair('facts', ...facts.map((fact) => citeFact(report.world, words, fact))),
      pair('sources', ...sources.map((source) => citeSource(words, source))),
    ].filter(({ values }) => values.length > 0),
  };
}

function assumptionOf(scene: Scene, column: Column): Assumption {
  const { report, words } = scene;
  const override = report.run.evaluation.overrides[column.id];
  const described = describeColumn(scene, column.id);
  const estimate = formatEstimate(summary(column.estimate), column.unit, words);
  return {
    id: column.id,
    unit: column.unit,
    ...described,
    estimate,
    ...(override !== undefined && {
      known: undefined,
      reason: words.say('assumption.set', { text: override }),
      facts: [],
      sources: [],
    }),
  };
}

type Described = Pick<Assumption, 'title' | 'known' | 'reason' | 'facts' | 'sources'>;

/** Columns are parameters of the dataset, a chip's worth, or counts of a chip's shipments. */
function describeColumn(scene: Scene, id: string): Described {
  const { report, words } = scene;
  const parameter = report.world.parameters.find((one) => one.id === id);
  if (parameter) {
    const { known, facts } = parameter;
    const unsourced = facts.length === 0 ? ` ${words.say('assumption.judgement')}` : '';
    return { title: words.text(parameter.title), known, reason: parameter.reason + unsourced, facts, sources: [] };
  }
  return id.startsWith('capability.') ? describeCapability(scene, id) : describeShipments(scene, id);
}

/** `capability.training.CHIP`. */
function describeCapability({ report, words }: Scene, id: string): Described {
  const [, kind, chip] = /^capability\.(training|inference)\.(.+)$/.exec(id)!;
  const row = report.world.chips.find((one) => one.id === chip);
  return {
    title: words.say(`assumption.${kind}`, { chip: row ? words.text(row.name) : chip }),
    reason: words.say('assumption.capability'),
    facts: [],
    sources: row?.sources ?? [],
  };
}

/** `shipments.CHIP.PERIOD`. */
function describeShipments({ report, words }: Scene, id: string): Described {
  const [, chip, period] = /^shipments\.(.+)\.(\d{4}(?:Q\d)?)$/.exec(id)!;
  const shipment = report.world.shipments.find((one) => one.chip === chip && one.period === period);
  const row = report.world.chips.find((one) => one.id === chip);
  return {
    title: words.say('assumption.shipments', { chip: row ? words.text(row.name) : chip, period }),
    known: shipment?.known,
    reason: shipment?.reason ?? '',
    facts: shipment?.facts ?? [],
    sources: [],
  };
}

/** The day is the fact's own: a database publishes many. */
export function citeFact({ sources }: Scene['report']['world'], words: Words, fact: Fact): Link {
  const source = sources.find((one) => one.id === fact.source);
  const cited = source ? citeSource(words, { ...source, published: fact.published }) : { text: fact.source };
  const { subject, quantity } = fact;
  return {
    text: words.say('fact', { subject, quantity, value: factValue(words, fact), source: cited.text }),
    href: cited.href,
  };
}

/** A fact as it was published: its middle where it gives one, else the bound or bounds that it gives. */
function factValue(words: Words, { low, mid, high, unit }: Fact): string {
  const one = (value: number) => formatEstimate({ p5: value, p50: value, p95: value }, unit, words);
  if (mid !== undefined) return formatEstimate({ p5: low ?? mid, p50: mid, p95: high ?? mid }, unit, words);
  if (low !== undefined && high !== undefined) return formatRange(low, high, unit, words);
  return low !== undefined ? `≥ ${one(low)}` : high !== undefined ? `≤ ${one(high)}` : '–';
}
