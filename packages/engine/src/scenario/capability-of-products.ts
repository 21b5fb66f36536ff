/** What each product is worth, as uncertain H100-equivalents: the capability model's median and 90% interval. */

import { capabilityIndices } from '../capability/index.ts';
import { log } from '../core/elementary.ts';
import { InputError } from '../core/errors.ts';
import type { Estimate } from '../core/estimate.ts';
import type { Text } from '../core/text.ts';
import type { CapabilityEstimate } from '../supply/index.ts';
import type { World } from '../world/world.ts';

/** Standard deviations from the median to the 95th percentile. */
const Z95 = 1.6448536269514722;

/** By chip. Throws `no-capability`, with the reason, for a product whose capability cannot be told. */
export function capabilityOfProducts(world: World): Map<string, CapabilityEstimate> {
  const found = new Map<string, CapabilityEstimate>();
  for (const { chip } of world.products) {
    const { training, inference, why } = capabilityIndices(world, chip);
    if (!training || !inference) {
      const { en, zh } = (why.training ?? why.inference) as Text;
      throw new InputError('no-capability', { chip, en, zh });
    }
    found.set(chip, { training: lognormal(training), inference: lognormal(inference) });
  }
  return found;
}

function lognormal({ mid, p5, p95 }: { mid: number; p5: number; p95: number }): Estimate {
  return p5 < p95
    ? { kind: 'lognormal', mean: log(mid), deviation: (log(p95) - log(p5)) / (2 * Z95) }
    : { kind: 'fixed', value: mid };
}
