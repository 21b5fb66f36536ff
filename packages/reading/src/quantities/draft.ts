import type { Quantity } from './quantity.ts';

/** A quantity as the grammar of one language finds it, before the words around it are looked at. */
export type Draft = Pick<Quantity, 'kind' | 'start' | 'end' | 'value' | 'interval' | 'date' | 'unit'> & {
  /** Set where the figure itself carries its bound, as 过半 and 10多万 do. */
  comparator?: Quantity['comparator'];
};

/** Each reader gives what starts exactly at `at`, or null. */
export type DraftReader = (text: string, at: number) => Draft | null;

export type Interval = NonNullable<Quantity['interval']>;
