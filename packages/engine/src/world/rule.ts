/**
 * The law as data: regimes, declared attributes, instruments, dated parameters, country groups and provisions.
 * Everything that an instrument brought names it, so that hiding or withholding the instrument takes all of it away.
 */
import type { Day } from '../core/day.ts';
import type { Text } from '../core/text.ts';
import type { Confidence } from './dataset.ts';

export interface Rulebook {
  regimes: LegalRegime[];
  attributes: Attribute[];
  instruments: Instrument[];
  parameters: LegalParameter[];
  groups: CountryGroup[];
  provisions: Provision[];
}

/** One body of law, such as the US Export Administration Regulations. */
export interface LegalRegime {
  id: string;
  title: Text;
  /** ISO 3166 alpha-2 code of the state, or a group name such as `EU`. */
  jurisdiction: string;
  /** Destinations that this law treats as another one: Hong Kong as China since December 2020. */
  treatedAs: { country: string; as: string; paragraph: string }[];
  /** Which transactions the law reaches at all. */
  reaches: Condition;
}

export type AttributeType = 'number' | 'yes-no' | 'name' | 'country' | 'day';

/** A quantity or quality that a provision may ask about. Derived ones are computed by `rules/metrics`. */
export interface Attribute {
  id: string;
  of: 'item' | 'transaction' | 'end-user';
  type: AttributeType;
  unit?: string;
  title: Text;
  /** The names that it may have; absent: any. */
  among?: string[];
  /** What is taken for granted of a party where nothing is said. */
  assumed?: Assumption;
}

/**
 * `destination` as a value is the country of destination. `says` tells the reader, with `{to}` for it; without it
 * another assumption says so already. `from`, `to`, `kinds`: the questions whose answer says so; absent for all.
 */
export interface Assumption {
  value: string | boolean;
  says?: Text;
  from?: string[];
  to?: string[];
  kinds?: string[];
}

export type InstrumentKind =
  | 'regulation'
  | 'letter'
  | 'licence-decision'
  | 'announcement'
  | 'proclamation'
  | 'guidance'
  | 'framework'
  | 'discouragement'
  | 'hypothetical';

export type InstrumentStatus =
  | 'in-force'
  | 'superseded'
  | 'uncodified'
  | 'suspended'
  | 'rescinded'
  | 'never-enforced'
  | 'proposed';

/** A legal act, or what stands in for one: a letter, a licence decision, an announcement. */
export interface Instrument {
  id: string;
  regime: string;
  title: Text;
  kind: InstrumentKind;
  /** Oldest first; the last one that is published holds. */
  status: { is: InstrumentStatus; published: Day }[];
  /** When the first person was told. */
  announced: Day;
  /** First day on which anybody could know of it: public display for a rule, the company's filing for a letter. */
  published: Day;
  /** First day on which it bound. */
  effective: Day;
  /** First day on which compliance is expected, when later. */
  compliance?: Day;
  /** First day on which it binds no more. An end that another instrument made goes when that instrument goes. */
  ends?: { on: Day; by?: string };
  /** The cited document; `published` is the date printed on it. */
  citation: { title: string; url: string; pinpoint?: string; published: Day };
  source: string;
  confidence: Confidence;
  amends: string[];
  /** What the text, where there is one, leaves open. A condition may ask `open <id>`. */
  questions: { id: string; text: Text }[];
  /** What the text says that no provision here says. */
  notEncoded: Text[];
  note?: Text;
}

/** A legal threshold: one quantity and all its dated values. */
export interface LegalParameter {
  id: string;
  title: Text;
  unit: string;
  values: ParameterValue[];
}

export interface ParameterValue {
  value: number;
  instrument: string;
  /** The instrument's own day, unless given. */
  effective?: Day;
  pinpoint: string;
  confidence?: Confidence;
}

/** Countries that a law names together, with what is known of changes in membership. */
export interface CountryGroup {
  id: string;
  regime: string;
  title: Text;
  source: string;
  /** Members on the first day that the data cover. */
  members: string[];
  changes: MembershipChange[];
  note?: Text;
}

export interface MembershipChange {
  effective: Day;
  published: Day;
  add: string[];
  remove: string[];
  pinpoint: string;
  source: string;
  /** The instrument of this rulebook that made the change, where it is one: withheld with it. */
  instrument?: string;
}

/**
 * A boolean expression. A string is one test: `tpp >= {3a090.a.1.tpp}`, `to in D:1 D:4`, `to in CN MO`, `dataCenter = yes`,
 * `item in h20 mi308x`, `released <= 2026-01-15`, `meets us-ear.3a090.a`, `open letters-2025-04.numbers`, `never`.
 */
export type Condition =
  | string
  | { test: string; paragraph?: string; says?: Text }
  | { all: Condition[]; paragraph?: string; says?: Text }
  | { any: Condition[]; paragraph?: string; says?: Text }
  | { not: Condition; paragraph?: string; says?: Text };

/** An exception with its legal name: the rule does not apply where this does. */
export interface LabelledException {
  label: Text;
  paragraph: string;
  if: Condition;
}

export type ReviewPolicy =
  | 'none'
  | 'presumption-of-approval'
  | 'case-by-case'
  | 'presumption-of-denial'
  | 'policy-of-denial';

/**
 * `classification`: the item falls under a paragraph of the list. `requirement`: this transaction needs a licence.
 * `exception`: a licence exception is open. `terms`: how an application is judged and what is asked in return.
 * `charge`: money taken elsewhere than in the licence, such as a tariff. `discouragement`: officials tell buyers not to
 * buy; no licence follows from it. `suspension`: something that other provisions name as an exception; by itself nothing.
 * `definition`: a term that other provisions rest on; by itself nothing.
 * `notice`: what a text that does not bind says of the transaction.
 */
export type ProvisionKind =
  | 'classification'
  | 'requirement'
  | 'exception'
  | 'terms'
  | 'charge'
  | 'discouragement'
  | 'suspension'
  | 'definition'
  | 'notice';

export interface Provision {
  id: string;
  regime: string;
  kind: ProvisionKind;
  title: Text;
  /** Oldest first: the last that has started is the law of the day. */
  versions: ProvisionVersion[];
}

export interface ProvisionVersion {
  instrument: string;
  /** The instrument's own days, unless given. */
  effective?: Day;
  until?: Day;
  /** Where this part became known later than the rest of the instrument. */
  published?: Day;
  paragraph: string;
  /** What the text says, in our words. */
  says: Text;
  when: Condition;
  unless: LabelledException[];
  gives: Gives;
  /** Provisions of the same kind that yield to this one where both apply; `*` means every other. */
  overrides: string[];
  confidence?: Confidence;
}

/** What follows when a provision applies. */
export interface Gives {
  /** Paragraph of the list, for a classification. */
  classification?: string;
  /** Code of the licence exception. */
  exception?: string;
  reviewPolicy?: ReviewPolicy;
  /** What an applicant or an exporter must still show, or a warning that belongs to the answer. */
  conditions?: ConditionToShow[];
  cap?: Cap;
  fee?: Fee;
  /** Whether any licence is known to have been issued. */
  licencesIssued?: boolean;
  /** For an exception: the requirements that it sets aside. It is open only where no other requirement applies. */
  overcomes?: string[];
  /** For an exception that any buyer may use: what it means for ordinary trade. Absent for special purposes. */
  trade?: 'free' | 'case-by-case';
}

export interface ConditionToShow {
  id: string;
  /** Where it became known later than the instrument. */
  published?: Day;
  text: Text;
}

/** Ceiling on a quantity: at most `share` of the volume named by `of`. */
export interface Cap {
  share: number;
  of: 'us-volume';
  measure: 'tpp';
  text: Text;
}

/** Money taken: `share` of the revenue or of the import value. */
export interface Fee {
  share: number;
  of: 'revenue' | 'import-value';
  codified: boolean;
  text: Text;
}

/** A hypothetical act: an instrument with its provisions and thresholds, added to a rulebook by `enact`. */
export interface Enactment {
  instrument: Instrument;
  provisions: EnactedProvision[];
  parameters: { id: string; value: number; pinpoint: string }[];
}

/** A provision with one version, that of the enacting instrument; an existing id gives that provision a new version. */
export type EnactedProvision = Omit<Provision, 'versions' | 'regime'> &
  Omit<ProvisionVersion, 'instrument' | 'effective' | 'until' | 'published'>;
