/** Speculative decoding: a step verifies some drafted tokens of each sequence and keeps a part of them. */
import type { Measurement } from '../world/index.ts';
import { type Position, quantityAt, type Selection } from './constants.ts';

export interface Speculation {
  /** Rows that the model computes for each sequence in a step: the last token and the drafts. */
  verified: number;
  /** Tokens that a sequence gains in a step. */
  accepted: number;
}

export const NO_SPECULATION: Speculation = { verified: 1, accepted: 1 };

/** The stated acceptance (`1.8-1.9`) comes before the estimate for its kind. */
export function speculationOf(row: Measurement, selection: Selection, position?: Position): Speculation {
  if (!isSpeculative(row)) return NO_SPECULATION;
  const drafted = quantityAt(selection, 'drafted-tokens', position) ?? 1;
  const accepted = statedAcceptance(row) ?? quantityAt(selection, 'accepted-tokens', position) ?? 1;
  return { verified: 1 + drafted, accepted: Math.min(accepted, 1 + drafted) };
}

export function isSpeculative({ speculation = '' }: Measurement): boolean {
  return speculation !== '' && speculation !== 'none';
}

function statedAcceptance({ accept_length = '' }: Measurement): number | undefined {
  const numbers = accept_length.match(/\d+(\.\d+)?/g)?.map(Number);
  return numbers && numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
