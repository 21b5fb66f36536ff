/** Sizes and axes that charts share. Charts are as wide as a phone, so that their text is never scaled down. */
import { formatIn } from '../number.ts';
import type { Words } from '../words.ts';

export const NARROW = { width: 360, marginLeft: 28, marginRight: 28, marginTop: 8, marginBottom: 24 };
export const PANEL = { width: 340, height: 210, marginLeft: 68, marginRight: 16, marginTop: 12, marginBottom: 24 };

/** Ticks in the unit's own form and the language's own scale. */
export function ticksIn(unit: string, words: Words): { tickFormat: (value: number) => string } {
  return { tickFormat: (value) => formatIn(value, unit, words) };
}
