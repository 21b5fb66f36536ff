/** Takes instruments out of a rulebook with everything that hangs on them. */
import type { Day } from '../core/day.ts';
import type { Instrument, ProvisionVersion, Rulebook } from './rule.ts';

/** The law as anybody could know it on a day: nothing published later is in it, nor anything that such a thing did. */
export function rulebookAsOf(rulebook: Rulebook, asOf: Day): Rulebook {
  const hidden = rulebook.instruments.filter((instrument) => instrument.published > asOf);
  const known = withoutInstruments(rulebook, new Set(hidden.map((instrument) => instrument.id)));
  return {
    ...known,
    instruments: known.instruments.map((instrument) => ({
      ...instrument,
      status: instrument.status.filter((status) => status.published <= asOf),
    })),
    provisions: known.provisions
      .map((provision) => ({
        ...provision,
        versions: provision.versions
          .filter((version) => (version.published ?? asOf) <= asOf)
          .map((version) => versionAsOf(version, asOf)),
      }))
      .filter((provision) => provision.versions.length > 0),
    groups: known.groups.map((group) => ({
      ...group,
      changes: group.changes.filter((change) => change.published <= asOf),
    })),
  };
}

/** A version without what became known of its practice later; the version itself when there is nothing to leave out. */
function versionAsOf(version: ProvisionVersion, asOf: Day): ProvisionVersion {
  const { conditions } = version.gives;
  const known = conditions?.filter(({ published = asOf }) => published <= asOf);
  return known?.length === conditions?.length
    ? version
    : { ...version, gives: { ...version.gives, conditions: known ?? [] } };
}

/**
 * The rulebook in which these instruments never were: their provisions and values are gone, what they replaced goes on,
 * and what they ended does not end.
 */
export function withoutInstruments(rulebook: Rulebook, ids: ReadonlySet<string>): Rulebook {
  if (ids.size === 0) return rulebook;
  const stays = ({ instrument }: { instrument: string }) => !ids.has(instrument);
  return {
    ...rulebook,
    instruments: rulebook.instruments
      .filter((instrument) => !ids.has(instrument.id))
      .map((instrument) => withoutReferences(instrument, ids)),
    parameters: rulebook.parameters
      .map((parameter) => ({ ...parameter, values: parameter.values.filter(stays) }))
      .filter((parameter) => parameter.values.length > 0),
    groups: rulebook.groups.map((group) => ({
      ...group,
      changes: group.changes.filter(({ instrument = '' }) => !ids.has(instrument)),
    })),
    provisions: rulebook.provisions
      .map((provision) => ({ ...provision, versions: provision.versions.filter(stays) }))
      .filter((provision) => provision.versions.length > 0),
  };
}

function withoutReferences(instrument: Instrument, ids: ReadonlySet<string>): Instrument {
  const { ends, ...rest } = instrument;
  const amends = instrument.amends.filter((id) => !ids.has(id));
  return ends === undefined || (ends.by !== undefined && ids.has(ends.by))
    ? { ...rest, amends }
    : { ...rest, amends, ends };
}
