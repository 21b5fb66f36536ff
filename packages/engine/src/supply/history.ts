/** The past as counted: units of each product and quarter, from the sampled counts of their periods. */
import type { Plan } from './plan.ts';
import type { Work } from './work.ts';

export function fillObserved(plan: Plan, sample: Float64Array, work: Work): void {
  const { observed } = work;
  for (let i = 0; i < observed.length; i++) {
    const column = plan.observedColumn[i];
    observed[i] = column < 0 ? -1 : sample[column] * plan.observedShare[i];
  }
}
