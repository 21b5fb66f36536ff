/** A text as it was read: its paragraphs in pairs, what they say in figures, and where the two languages differ. */
import type { Layout } from './align/layout.ts';
import type { Role } from './blocks/block.ts';
import type { TextFormat } from './blocks/blocks.ts';
import type { CheckWorthy } from './claims/check-worthy.ts';
import type { ClaimLink } from './claims/link-claims.ts';
import type { Mismatch, Quantity } from './quantities/quantity.ts';

/** UTF-16 units, `start` inclusive, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/**
 * Something found in a paragraph. `text`, `start` and `end` are those of the file, so that
 * `text === file.slice(start, end)`; `inParagraph` is the same place in the paragraph's own `en` or `zh`, where entities and
 * markup are gone.
 */
export type Found<T> = Omit<T, 'start' | 'end' | 'text'> & Span & { text: string; inParagraph: Span };

export type FoundQuantity = Found<Quantity>;
export type FoundClaim = Found<ClaimLink>;
/** A sentence that is worth a check and makes no registered claim. */
export type Unclaimed = Found<CheckWorthy>;

export interface FoundMismatch {
  kind: Mismatch['kind'];
  en: FoundQuantity | null;
  zh: FoundQuantity | null;
}

export interface Paragraph {
  /** Null where the text has no counterpart in that language; joined by an empty line where two paragraphs answer one. */
  en: string | null;
  zh: string | null;
  /** Text in neither language. */
  other: string | null;
  role: Role;
  /** 0..1: how sure the pairing is; null where nothing is paired. */
  score: number | null;
  /** Where each side stands in the file. */
  places: { en: Span | null; zh: Span | null; other: Span | null };
  quantities: FoundQuantity[];
  mismatches: FoundMismatch[];
  claims: FoundClaim[];
  unclaimed: Unclaimed[];
}

export interface Reading {
  paragraphs: Paragraph[];
  format: TextFormat | 'docx';
  encoding: string;
  layout: Layout;
  /** The day against which `yesterday` and 下个月 are read, and who gave it. */
  published: string | null;
  publishedBy: 'caller' | 'text' | 'nobody';
  /** The decoded file, or the text taken out of a DOCX: what offsets count in. */
  file: string;
}
