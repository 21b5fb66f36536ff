/** The part of the law as Cedar policies, parsed once; every shipment is one call with its item and its places. */
import { createRequire } from 'node:module';

const LISTED = 'resource.classed && context.to.listed && !context.to.partner';
const BUYER = 'resource.classed && context.headquarters.denied && !context.headquarters.partner';
const DENIED = '(context.to.denied || context.headquarters.denied)';
const NOTE_2 = '(!resource.dataCenter && resource.tpp.lessThan(decimal("4800.0")))';
const A = `(resource.tpp.greaterThanOrEqual(decimal("4800.0")) || (resource.tpp.greaterThanOrEqual(decimal("1600.0")) && resource.density.greaterThanOrEqual(decimal("5.92"))))`;
const B = `(resource.density.lessThan(decimal("5.92")) && ((resource.tpp.greaterThanOrEqual(decimal("2400.0")) && resource.density.greaterThanOrEqual(decimal("1.6"))) || (resource.tpp.greaterThanOrEqual(decimal("1600.0")) && resource.density.greaterThanOrEqual(decimal("3.2")))))`;
const CLASSED = `(!${NOTE_2} && (${A} || ${B}))`;
const REQUIRED = `((${LISTED}) || (${BUYER}))`.replaceAll('resource.classed', CLASSED);

/** A policy that forbids speaks of what applies; its id is the answer. */
const POLICIES = {
  allowed: 'permit(principal, action, resource);',
  '3A090.a': `forbid(principal, action, resource) when { !${NOTE_2} && ${A} };`,
  '3A090.b': `forbid(principal, action, resource) when { !${NOTE_2} && !${A} && ${B} };`,
  'presumption-of-denial': `forbid(principal, action, resource) when { ${REQUIRED} && ${DENIED} };`,
  'presumption-of-approval': `forbid(principal, action, resource) when { ${REQUIRED} && !${DENIED} };`,
};

/** @param {ReturnType<typeof import('../shipments.js').partOfTheLaw>} part */
export function openCedar({ chips, places }) {
  const cedar = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs');
  const parsed = cedar.preparsePolicySet('law', { staticPolicies: POLICIES });
  if (parsed.type !== 'success') throw new Error(`Cedar refuses the policies: ${JSON.stringify(parsed)}`);
  const decimal = (/** @type {number} */ value) => ({ __extn: { fn: 'decimal', arg: value.toFixed(4) } });
  const items = new Map(
    chips.map(({ id, tpp, density, dataCenter }) => [
      id,
      { uid: { type: 'Item', id }, attrs: { tpp: decimal(tpp), density: decimal(density), dataCenter }, parents: [] },
    ]),
  );
  const flags = new Map(places.map(({ code, ...rest }) => [code, rest]));
  return (/** @type {import('../shipments.js').Shipment} */ { item, to, headquarters }) => {
    const entity = items.get(item);
    const answer = cedar.statefulIsAuthorized({
      principal: { type: 'Exporter', id: 'any' },
      action: { type: 'Action', id: 'export' },
      resource: entity?.uid,
      context: { to: flags.get(to), headquarters: flags.get(headquarters ?? to) },
      preparsedPolicySetId: 'law',
      entities: [entity],
    });
    if (answer.type !== 'success') throw new Error(`Cedar fails: ${JSON.stringify(answer)}`);
    return answerFrom(answer.response.diagnostics.reason);
  };
}

/** @param {string[]} applying @returns {[string, boolean, string]} */
export function answerFrom(applying) {
  const policy = applying.find((id) => id.startsWith('presumption'));
  return [applying.find((id) => id.startsWith('3A090')) ?? 'none', policy !== undefined, policy ?? 'none'];
}
