export type { Comparator, Language, Mismatch, Quantity, QuantityKind } from './quantities/quantity.ts';
