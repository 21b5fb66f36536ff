/** Lays a plan and its samples out as the doubles that `future.c` reads, in the order in which it reads them. */

/** @typedef {import('../packages/engine/dist/supply/index.js').Plan} Plan */

/** The order of the names in `future.c`. */
const PATHS = [
  'hyperscaler-capex',
  'china-accelerator-budget',
  'packaging-capacity',
  'hbm-output',
  'logic-n5-capacity',
  'logic-n3-capacity',
  'smic-advanced-wafers',
  'huawei-assembly',
  'chinese-hbm-stacks',
  'other-chinese-output',
];
const SCALARS = [
  'other-buyers',
  'accelerator-share-of-capex',
  'maker-share.nvidia',
  'maker-share.amd',
  'maker-share.google',
  'maker-share.aws',
  'us-share.open',
  'us-share.own',
  'china-share-when-free',
  'hbm-share-accelerators',
  'logic-yield',
  'packaging-yield',
  'observed-slack',
  'china-order-protection',
  'huawei-share-of-smic',
  'smic-die-yield',
  'ascend-package-yield',
  'tsmc-die-bank',
  'hbm-stack-bank',
  'ascend-price',
  'other-chinese-price',
  'smuggled-units',
  'smuggling-elasticity',
  'remote-share',
  'chip-life',
  'chip-life-shape',
];

/**
 * The file's numbers. `samples` is [draw][column]. Throws when the engine's future has a quantity that `future.c` has
 * not, or the other way round.
 * @param {Plan} plan
 * @param {Float64Array} samples
 */
export function planFile(plan, samples) {
  checkNames('paths', Object.keys(plan.paths), PATHS);
  checkNames('scalars', Object.keys(plan.scalars), SCALARS);
  const paths = /** @type {Record<string, Plan['paths'][keyof Plan['paths']]>} */ (plan.paths);
  const scalars = /** @type {Record<string, number>} */ (plan.scalars);
  const numbers = concatenate([
    [plan.quarters, plan.firstUnseen, plan.firstYear, plan.lastYear],
    [plan.columns.length, plan.products.length, samples.length / plan.columns.length],
    ...plan.products.map(productNumbers),
    plan.inputsPerChip,
    plan.observedColumn,
    plan.observedShare,
    plan.uptakeColumn,
    plan.mix,
    ...plan.permissions.flatMap((_, policy) => policyNumbers(plan, policy)),
    ...PATHS.map((name) => pathNumbers(paths[name])),
    SCALARS.map((name) => scalars[name]),
    samples,
  ]);
  if (!numbers.every(Number.isFinite)) throw new Error("future.c reads something that the engine's plan does not hold");
  return numbers;
}

/** @param {Plan['products'][number]} product */
function productNumbers(product) {
  return [
    product.maker,
    Number(product.allied),
    Number(product.china),
    Number(product.own),
    product.diesPerPackage,
    product.hbmStacks,
    product.firstQuarter,
    product.lastQuarter,
    product.price,
    product.training,
    product.inference,
    product.approval,
    product.inventory,
    product.restartLag,
    product.capVolume,
  ];
}

/**
 * @param {Plan} plan
 * @param {number} policy
 */
function policyNumbers(plan, policy) {
  const { free, licensed, fee, capped } = plan.permissions[policy];
  return [[Number(isHistory(plan, policy))], free, licensed, fee, capped, plan.smugglingScale[policy]];
}

/**
 * A policy that is the recorded law itself is not run again.
 * @param {Plan} plan
 * @param {number} policy
 */
export function isHistory(plan, policy) {
  return plan.permissions[policy] === plan.permissions[0] && plan.smugglingScale[policy] === plan.smugglingScale[0];
}

/** @param {Plan['paths'][keyof Plan['paths']]} path */
function pathNumbers({ growth, anchors }) {
  return [growth, anchors.length, ...anchors.map(({ quarter }) => quarter), ...anchors.map(({ column }) => column)];
}

/**
 * @param {string} what
 * @param {string[]} engine
 * @param {string[]} here
 */
function checkNames(what, engine, here) {
  const strange = [...engine.filter((name) => !here.includes(name)), ...here.filter((name) => !engine.includes(name))];
  if (strange.length > 0) throw new Error(`future.c and the engine differ in their ${what}: ${strange.join(', ')}`);
}

/** @param {ArrayLike<number>[]} parts */
function concatenate(parts) {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
