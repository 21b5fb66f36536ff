/** How far the law of a policy lets each product flow to China: what the rules say, times the share of licences granted. */
import { NVIDIA, type Permissions, type Plan } from './plan.ts';

/** Fills the share of a product's wanted volume that may flow, [product][quarter]: free days, and licensed days x approval. */
export function fillOpenness(plan: Plan, permissions: Permissions, sample: Float64Array, open: Float64Array): void {
  for (let p = 0; p < plan.products.length; p++) {
    const { approval } = plan.products[p];
    const granted = approval < 0 ? 0 : sample[approval];
    for (let i = p * plan.quarters; i < (p + 1) * plan.quarters; i++) {
      open[i] = permissions.free[i] + permissions.licensed[i] * granted;
    }
  }
}

/** Fills the share that a product makes up of all flagships sold on the open market, [product][quarter]. */
export function fillFlagshipShares(plan: Plan, sample: Float64Array, shares: Float64Array): void {
  const nvidia = sample[plan.scalars['maker-share.nvidia']];
  const amd = sample[plan.scalars['maker-share.amd']];
  for (let p = 0; p < plan.products.length; p++) {
    const product = plan.products[p];
    const flagship = product.allied && !product.china && !product.own;
    const maker = product.maker === NVIDIA ? nvidia : amd;
    for (let i = p * plan.quarters; i < (p + 1) * plan.quarters; i++) {
      shares[i] = flagship ? (plan.mix[i] * maker) / (nvidia + amd) : 0;
    }
  }
}
