/** Bars of block characters: told apart by their shading, never only by colour. */
import type { Spread } from './number.ts';

/** A spread on a scale from 0 to `most`: full up to the 5th percentile, denser to the median, lighter to the 95th. */
export function spreadBar({ p5, p50, p95 }: Spread, most: number, width: number): string {
  const at = (value: number) => (most > 0 ? Math.round((Math.max(0, value) / most) * width) : 0);
  const [low, middle, high] = [at(p5), at(p50), at(p95)];
  return '█'.repeat(low) + '▓'.repeat(middle - low) + '░'.repeat(high - middle) + ' '.repeat(width - high);
}

/** A share of a whole. */
export function shareBar(share: number, width: number): string {
  const full = Math.max(1, Math.round(Math.min(share, 1) * width));
  return '█'.repeat(full) + ' '.repeat(width - full);
}
