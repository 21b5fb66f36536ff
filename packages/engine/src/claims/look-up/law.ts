/** What the law of a day says, as far as it was known; a day that has not come says nothing yet. */
import type { Day } from '../../core/day.ts';
import { type Answer, classify, type Item, itemOf, itemOfGoods } from '../../rules/index.ts';
import type { LegalParameter } from '../../world/rule.ts';
import type { World } from '../../world/world.ts';
import { dayNumber } from '../day-number.ts';
import { constantDraws } from '../draws.ts';
import type { Setting } from '../setting.ts';
import { type Citation, type Origin, originOf, unknown, type Value } from '../value.ts';

export function licenceRequired(setting: Setting, ...asked: string[]): Value {
  return nameOf(setting, asked, ({ licence: { required } }) =>
    required === null ? null : required ? 'required' : 'not-required',
  );
}

export function reviewPolicyOf(setting: Setting, ...asked: string[]): Value {
  return nameOf(setting, asked, ({ licence }) => licence.reviewPolicy);
}

export function classificationOf(setting: Setting, ...asked: string[]): Value {
  return nameOf(setting, asked, ({ classification }) => (classification === 'unknown' ? null : classification));
}

function nameOf(setting: Setting, [id, from, to, on]: string[], read: (answer: Answer) => string | null): Value {
  const { world } = setting;
  if (on > world.asOf) return unknown('to-come');
  const item = findItem(world, id);
  if (!item) return unknown('unpublished');
  const answer = classify(world.rules, item, { from, to, on });
  const name = read(answer);
  const origin = originOfAnswer(world, answer);
  return name === null ? { kind: 'unknown', why: 'open', origin } : { kind: 'name', name, origin };
}

function findItem(world: World, id: string): Item | undefined {
  const chip = world.chips.find((one) => one.id === id);
  if (chip) return itemOf(chip);
  const goods = world.goods.find((one) => one.id === id);
  return goods && itemOfGoods(goods);
}

/** The instruments that decide; where none does, the texts that were asked and said no. */
function originOfAnswer(world: World, { controlledBy, licence, trace }: Answer): Origin {
  const deciding = [...new Set([...controlledBy, ...licence.termsBy])];
  const cited = deciding.flatMap((id) => citationOf(world, id) ?? []);
  return originOf({ citations: cited.length > 0 ? cited : trace.map(({ citation }) => citation).slice(0, 3) });
}

function citationOf(world: World, id: string): Citation | undefined {
  return world.rules.instruments.find((one) => one.id === id)?.citation;
}

export function instrumentPublished(setting: Setting, id: string): Value {
  return dayOf(setting, id, (instrument) => instrument.published);
}

export function instrumentEffective(setting: Setting, id: string): Value {
  return dayOf(setting, id, (instrument) => instrument.effective);
}

function dayOf(setting: Setting, id: string, read: (one: { published: Day; effective: Day }) => Day): Value {
  const instrument = setting.world.rules.instruments.find((one) => one.id === id);
  if (!instrument) return unknown('unpublished');
  const draws = constantDraws(setting.draws, dayNumber(read(instrument)));
  return { kind: 'quantity', draws, unit: 'day', origin: originOf({ citations: [instrument.citation] }) };
}

export function legalThreshold(setting: Setting, id: string, on: string): Value {
  const { world } = setting;
  if (on > world.asOf) return unknown('to-come');
  const parameter = world.rules.parameters.find((one) => one.id === id);
  const value = parameter && valueOn(world, parameter, on);
  if (!parameter || !value) return unknown('unpublished');
  const citation = citationOf(world, value.instrument);
  const origin = originOf({ citations: citation ? [citation] : [] });
  return { kind: 'quantity', draws: constantDraws(setting.draws, value.value), unit: parameter.unit, origin };
}

/** The last value that holds on the day. */
function valueOn(world: World, { values }: LegalParameter, on: Day) {
  const effective = (value: LegalParameter['values'][number]) =>
    value.effective ?? world.rules.instruments.find((one) => one.id === value.instrument)?.effective ?? '';
  return values
    .filter((value) => effective(value) <= on)
    .sort((a, b) => (effective(a) < effective(b) ? -1 : 1))
    .at(-1);
}
