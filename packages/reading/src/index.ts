export { type CheckWorthy, checkWorthy } from './claims/check-worthy.ts';
export { type ClaimLink, linkClaims, type Pair, recognisersOf } from './claims/link-claims.ts';
export { compareQuantities } from './compare/compare-quantities.ts';
export type { Comparator, Language, Mismatch, Quantity, QuantityKind } from './quantities/quantity.ts';
export { type ReadingContext, readQuantities } from './quantities/read-quantities.ts';
export type { Term } from './quantities/subject.ts';
