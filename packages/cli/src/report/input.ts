/** Everything a report of one evaluation is made of, in whatever form it is printed. */
import type { Language } from '@floodgate/engine/core';
import type { Evaluation, EvaluationRun } from '@floodgate/engine/scenario';
import type { Dataset, Decision, World } from '@floodgate/engine/world';

export interface ReportInput {
  decision: Decision;
  run: EvaluationRun;
  /** sha256 of inputs and results, in hex. */
  digest: string;
  world: World;
  dataset: Dataset;
  language: Language;
  /**
   * The same decision on the other clock: as contemporaries could judge it when the run is made with hindsight. Absent
   * when the run itself is made as of the decision's own days.
   */
  foreseen?: Evaluation;
  /** The call that makes this report again. */
  command: string;
}
