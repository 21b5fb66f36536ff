/**
 * The shared inputs of allied chips and how much of each one package takes. Counts follow from geometry: the number of
 * whole rectangles of an area on a 300 mm wafer.
 */
import type { Product } from '../world/dataset.ts';

/** Leading-edge logic of the 5 nm and the 3 nm class (wafers), advanced packaging (wafers), high-bandwidth memory (GB). */
export const INPUTS = ['logic-n5', 'logic-n3', 'packaging', 'hbm'] as const;
export const INPUT_COUNT = INPUTS.length;

const WAFER_DIAMETER_MM = 300;
/** Footprint of one HBM stack on the interposer (11 x 11 mm, JEDEC HBM3 outline). */
const HBM_STACK_MM2 = 121;
/** Interposer area over what stands on it. Reproduces the 29 H100 packages per wafer that the trade press counts. */
const INTERPOSER_OVERHEAD = 1.05;

/**
 * Whole dies of an area on a wafer, before yield. Method: de Vries, "Investigation of gross die per wafer formulas",
 * IEEE Trans. Semiconductor Manufacturing 18(1), 2005, eq. 1.
 */
export function grossDiesPerWafer(areaMm2: number): number {
  const radius = WAFER_DIAMETER_MM / 2;
  return Math.max(0, (Math.PI * radius * radius) / areaMm2 - (Math.PI * WAFER_DIAMETER_MM) / Math.sqrt(2 * areaMm2));
}

/** What one good package of a product takes of each input, in the order of INPUTS, before yields. */
export function inputsPerChip(product: Product): number[] {
  const wafers = product.diesPerPackage / grossDiesPerWafer(product.dieAreaMm2);
  const interposerMm2 =
    INTERPOSER_OVERHEAD * (product.dieAreaMm2 * product.diesPerPackage + HBM_STACK_MM2 * product.hbmStacks);
  return [
    product.logicNode === 'n5' ? wafers : 0,
    product.logicNode === 'n3' ? wafers : 0,
    product.hbmStacks > 0 ? 1 / grossDiesPerWafer(interposerMm2) : 0,
    product.hbmGB,
  ];
}
