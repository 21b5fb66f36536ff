import { shift } from './decimal.ts';
import { reportedIn } from './dimensions.ts';
import type { Draft } from './draft.ts';

/** The figure in the unit that its dimension is told in: `4.0 TB/s` as 4000 GB/s. */
export function inReportedUnit(draft: Draft): Draft {
  if (draft.unit === null || draft.kind !== 'number') return draft;
  const { unit, exponent } = reportedIn(draft.unit);
  const moved = (value: number) => shift(value, exponent);
  const { value, interval } = draft;
  return {
    ...draft,
    unit,
    value: value === null ? null : moved(value),
    interval: interval === null ? null : { low: moved(interval.low), high: moved(interval.high) },
  };
}
