/** A chip that does not exist: the four quantities that law and capability turn on, and the chip that they make. */
import { REFERENCE_CHIP } from '../capability/index.ts';
import type { Chip } from '../world/dataset.ts';
import { FORMATS, type Region } from './region.ts';

/** A point of the region. */
export interface Sketch {
  tpp: number;
  areaMm2: number;
  memoryBandwidthGBs: number;
  /** Chip-to-chip, both directions together. */
  ioBandwidthGBs: number;
}

export const SKETCH_ID = 'design';

/**
 * The chip of a sketch. Every format runs at the rate that uses up the processing performance, as far as a real part
 * has had it. It carries as much memory as the stacks hold, the least host interface and the maker of the reference
 * chip.
 */
export function chipOf(sketch: Sketch, region: Region, reference: Chip): Chip {
  const stacks = region.memoryStacks.value;
  const rates = FORMATS.flatMap(({ rate, bits }) => {
    const bound = region.rates[rate];
    return bound ? [[rate, Math.min(bound.value, sketch.tpp / bits)]] : [];
  });
  return {
    id: SKETCH_ID,
    vendor: reference.vendor,
    name: { en: 'hypothetical chip', zh: '假想芯片' },
    aliases: [],
    published: region.on,
    released: region.on,
    designerCountry: reference.designerCountry,
    nonPlanar: true,
    dieAreaMm2: sketch.areaMm2,
    computeDies: Math.ceil(sketch.areaMm2 / region.dieAreaMm2.value),
    ...Object.fromEntries(rates),
    memoryGB: stacks * region.stackGB.value,
    memoryStacks: stacks,
    memoryBandwidthGBs: sketch.memoryBandwidthGBs,
    ioBandwidthGBs: sketch.ioBandwidthGBs,
    hostBandwidthGBs: region.hostBandwidthGBs.value,
    powerW: Math.ceil(sketch.tpp / region.tppPerW.value),
    dataCenter: true,
    sources: [],
    confidence: 'low',
    note: `A point of what could be built on ${region.on}; maker and software of the ${REFERENCE_CHIP}.`,
  };
}
