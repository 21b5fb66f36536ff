/** A policy is a rulebook transformed: an instrument withheld, or one that never was, enacted. */
import { InputError } from '../core/errors.ts';
import type { EnactedProvision, Enactment, Provision, ProvisionVersion, Rulebook } from '../world/rule.ts';
import { withoutInstruments } from '../world/rulebook-as-of.ts';
import { prepare } from './prepare.ts';
import { RuleError } from './rule-error.ts';

/** The law in which an instrument never took effect: what it replaced goes on. Nothing changes where it is not known. */
export function withhold(rulebook: Rulebook, instrument: string): Rulebook {
  if (!rulebook.instruments.some(({ id }) => id === instrument)) return rulebook;
  return withoutInstruments(rulebook, new Set([instrument]));
}

/**
 * The law with a hypothetical instrument added. A provision or threshold whose id exists gets a new version from the
 * instrument's effective day. `enactment` has the shape of the schema `enactment`. Throws InputError `bad-enactment`
 * when its conditions cannot be read.
 */
export function enact(rulebook: Rulebook, enactment: unknown): Rulebook {
  const { instrument, provisions, parameters } = enactment as Enactment;
  if (rulebook.instruments.some(({ id }) => id === instrument.id)) {
    throw new InputError('bad-enactment', { instrument: instrument.id, why: 'id-taken' });
  }
  const enacted = {
    ...rulebook,
    instruments: [...rulebook.instruments, instrument],
    parameters: parameters.reduce((all, value) => addValue(all, value, instrument.id), rulebook.parameters),
    provisions: provisions.reduce(
      (all, provision) => addProvision(all, provision, instrument.id, instrument.regime),
      rulebook.provisions,
    ),
  };
  try {
    prepare(enacted);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    throw new InputError('bad-enactment', { instrument: instrument.id, why: error.code, ...error.fields });
  }
  return enacted;
}

function addValue(
  parameters: Rulebook['parameters'],
  { id, value, pinpoint }: Enactment['parameters'][number],
  instrument: string,
): Rulebook['parameters'] {
  const dated = { value, instrument, pinpoint };
  return parameters.some((parameter) => parameter.id === id)
    ? parameters.map((parameter) =>
        parameter.id === id ? { ...parameter, values: [...parameter.values, dated] } : parameter,
      )
    : [...parameters, { id, title: { en: id, zh: id }, unit: '', values: [dated] }];
}

function addProvision(
  provisions: Provision[],
  { id, kind, title, ...rule }: EnactedProvision,
  instrument: string,
  regime: string,
): Provision[] {
  const version: ProvisionVersion = { ...rule, instrument };
  return provisions.some((provision) => provision.id === id)
    ? provisions.map((provision) =>
        provision.id === id ? { ...provision, versions: [...provision.versions, version] } : provision,
      )
    : [...provisions, { id, regime, kind, title, versions: [version] }];
}
