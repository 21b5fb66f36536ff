/** The part of the law as rules of json-rules-engine, made once; every shipment is one run with its facts. */
import { answerFrom } from './cedar.js';

/** @param {ReturnType<typeof import('../shipments.js').partOfTheLaw>} part */
export async function openJsonRules({ chips, places }) {
  const { Engine } = await import('json-rules-engine');
  const is = (/** @type {string} */ fact, /** @type {string} */ operator, /** @type {unknown} */ value) => ({
    fact,
    operator,
    value,
  });
  const listed = places.filter((one) => one.listed && !one.partner).map(({ code }) => code);
  const buyers = places.filter((one) => one.denied && !one.partner).map(({ code }) => code);
  const denied = places.filter((one) => one.denied).map(({ code }) => code);
  const beyondNote2 = { any: [is('dataCenter', 'equal', true), is('tpp', 'greaterThanInclusive', 4800)] };
  const a = {
    any: [
      is('tpp', 'greaterThanInclusive', 4800),
      { all: [is('tpp', 'greaterThanInclusive', 1600), is('density', 'greaterThanInclusive', 5.92)] },
    ],
  };
  const b = {
    all: [
      is('density', 'lessThan', 5.92),
      {
        any: [
          { all: [is('tpp', 'greaterThanInclusive', 2400), is('density', 'greaterThanInclusive', 1.6)] },
          { all: [is('tpp', 'greaterThanInclusive', 1600), is('density', 'greaterThanInclusive', 3.2)] },
        ],
      },
    ],
  };
  const required = {
    all: [beyondNote2, { any: [a, b] }, { any: [is('to', 'in', listed), is('headquarters', 'in', buyers)] }],
  };
  const denies = { any: [is('to', 'in', denied), is('headquarters', 'in', denied)] };
  const engine = new Engine();
  const add = (/** @type {string} */ type, /** @type {any[]} */ ...all) =>
    engine.addRule({ conditions: { all }, event: { type } });
  add('3A090.a', beyondNote2, a);
  add('3A090.b', beyondNote2, { not: a }, b);
  add('presumption-of-denial', required, denies);
  add('presumption-of-approval', required, { not: denies });
  const byId = new Map(chips.map(({ id, ...rest }) => [id, rest]));
  return async (/** @type {import('../shipments.js').Shipment} */ { item, to, headquarters }) => {
    const { events } = await engine.run({ ...byId.get(item), to, headquarters: headquarters ?? to });
    return answerFrom(events.map(({ type }) => type));
  };
}
