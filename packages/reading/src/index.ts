export type { Layout } from './align/layout.ts';
export type { Role } from './blocks/block.ts';
export { type CheckWorthy, checkWorthy } from './claims/check-worthy.ts';
export { type ClaimLink, linkClaims, type Pair, recognisersOf } from './claims/link-claims.ts';
export { compareQuantities } from './compare/compare-quantities.ts';
export { type LoadedText, loadText, MOST_BYTES } from './load/load-text.ts';
export type { Comparator, Language, Mismatch, Quantity, QuantityKind } from './quantities/quantity.ts';
export { type ReadingContext, readQuantities } from './quantities/read-quantities.ts';
export type { Term } from './quantities/subject.ts';
export { type ReadingOptions, readText } from './read-text.ts';
export type {
  Found,
  FoundClaim,
  FoundMismatch,
  FoundQuantity,
  Paragraph,
  Reading,
  Span,
  Unclaimed,
} from './reading.ts';
