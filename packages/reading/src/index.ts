export { type CheckWorthy, checkWorthy } from './claims/check-worthy.ts';
export { type ClaimLink, linkClaims, type Pair } from './claims/link-claims.ts';
export type { Term } from './claims/term.ts';
export type { Comparator, Language, Mismatch, Quantity, QuantityKind } from './quantities/quantity.ts';
