/** A proposed rule, how it is read beside the recorded law, and the law of a day in which it stands. */
import { type Day, InputError } from '../core/index.ts';
import { factsOf } from '../rules/facts.ts';
import { enact, type Item, RuleError, withhold } from '../rules/index.ts';
import { type Law, lawOn } from '../rules/law.ts';
import { resolve } from '../rules/resolve.ts';
import type { Enactment, Rulebook } from '../world/rule.ts';

/**
 * `joins`: the rule is added to the law recorded for a day. `alone`: it stands in place of everything that its regime
 * had enacted. A list: it stands in place of these instruments; the rest goes on.
 */
export type Reading = 'joins' | 'alone' | { replaces: string[] };

export interface Proposal {
  enactment: Enactment;
  reading: Reading;
  /** The recorded law. */
  rulebook: Rulebook;
  /** ISO 3166 alpha-2. */
  from: string;
  to: string;
}

/** Whether the rule, with what law stands beside it, asks for a licence; null where it cannot be told. */
export interface Verdict {
  required: boolean | null;
  /** Whether the proposed instrument itself is among those that ask. */
  byRule: boolean;
}

/**
 * The law of a day as if the rule took effect on that day. Throws InputError `bad-rule` when the rule cannot be read or
 * points at what is not there.
 */
export function lawWith({ enactment, reading, rulebook }: Proposal, on: Day): Law {
  const { ends, ...instrument } = enactment.instrument;
  const dated = { ...enactment, instrument: { ...instrument, announced: on, published: on, effective: on } };
  return naming(instrument.id, () => lawOn(enact(standing(rulebook, reading, instrument.regime), dated), on));
}

/** The recorded law with the rule, on the rule's own day. Throws InputError `bad-rule`. */
export function rulebookWith({
  enactment,
  reading,
  rulebook,
}: Pick<Proposal, 'enactment' | 'reading' | 'rulebook'>): Rulebook {
  const { id, regime, effective } = enactment.instrument;
  return naming(id, () => {
    const law = enact(standing(rulebook, reading, regime), enactment);
    // What a threshold or group points at is looked up when a law is made, not when it is written.
    lawOn(law, effective);
    return law;
  });
}

/** What the rules engine refuses, as an error that names the proposed rule and gives the particulars. */
function naming<T>(instrument: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof RuleError) && !(error instanceof InputError && error.code === 'bad-enactment')) throw error;
    const { why = error.code, instrument: _, ...particulars } = error.fields;
    const detail = Object.entries(particulars).map(([name, value]) => `${name}: ${value}`);
    throw new InputError('bad-rule', { instrument, why, detail: detail.join(', ') });
  }
}

/** The recorded law without what the rule stands in place of. */
function standing(rulebook: Rulebook, reading: Reading, regime: string): Rulebook {
  if (reading === 'joins') return rulebook;
  const gone =
    reading === 'alone'
      ? rulebook.instruments.filter((instrument) => instrument.regime === regime).map(({ id }) => id)
      : reading.replaces;
  return gone.reduce(withhold, rulebook);
}

export function verdictOn(proposal: Proposal, law: Law, item: Item, on: Day): Verdict {
  const facts = factsOf(law, item, { from: proposal.from, to: proposal.to, on }, new Map());
  const { active, undecided } = resolve(law, 'requirement', facts);
  return {
    required: active.length > 0 ? true : undecided.length > 0 ? null : false,
    byRule: active.some((rule) => rule.instrument?.id === proposal.enactment.instrument.id),
  };
}

/** First day of a period such as `2024` or `2024Q3`. */
export function startOfPeriod(period: string): Day {
  const month = period.length > 4 ? 3 * Number(period.slice(5)) - 2 : 1;
  return `${period.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}
