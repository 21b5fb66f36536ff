/**
 * How a maker's flagship sales divide over its products on sale. A new product ramps up over a year, an old one runs out
 * over its last three quarters; the shares of a maker sum to one in every quarter in which it sells anything.
 */
import type { Plan } from './plan.ts';

const RAMP_UP_QUARTERS = 4;
const RAMP_DOWN_QUARTERS = 3;

export function fillMix(plan: Plan): void {
  const { products, quarters, mix } = plan;
  for (let t = 0; t < quarters; t++) {
    const totals = new Map<number, number>();
    products.forEach((product, p) => {
      if (product.china || !product.allied) return;
      const weight = rampWeight(
        t - product.firstQuarter,
        product.lastQuarter - t,
        product.lastQuarter === quarters - 1,
      );
      mix[p * quarters + t] = weight;
      totals.set(product.maker, (totals.get(product.maker) ?? 0) + weight);
    });
    products.forEach((product, p) => {
      const total = totals.get(product.maker) ?? 0;
      if (total > 0) mix[p * quarters + t] /= total;
    });
  }
}

function rampWeight(age: number, left: number, stillOnSale: boolean): number {
  if (age < 0 || left < 0) return 0;
  const up = Math.min(1, (age + 1) / RAMP_UP_QUARTERS);
  return stillOnSale ? up : Math.min(up, (left + 1) / RAMP_DOWN_QUARTERS);
}
