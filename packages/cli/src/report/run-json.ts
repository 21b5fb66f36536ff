/** The run as one JSON document: the evaluation with everything that it was made of. */

import { summary } from '@floodgate/engine/core';
import type { ReportInput } from './input.ts';
import { PROGRAM_VERSION } from './program-version.ts';

/** The evaluation, its digest, the data version, every input with its estimate, and the call. */
export function runJson(report: ReportInput): string {
  const { run, digest, dataset, command, foreseen } = report;
  return `${JSON.stringify(
    {
      ...run.evaluation,
      digest,
      dataVersion: dataset.hash,
      programVersion: PROGRAM_VERSION,
      command,
      columns: run.plan.columns.map((column) => describeColumn(report, column)),
      ...(foreseen && { foreseen }),
    },
    null,
    2,
  )}\n`;
}

type Column = ReportInput['run']['plan']['columns'][number];

function describeColumn({ run, world }: ReportInput, { id, unit, estimate, correlation }: Column) {
  const parameter = world.parameters.find((one) => one.id === id);
  const override = run.evaluation.overrides[id];
  return {
    id,
    unit,
    ...summary(estimate),
    ...(override !== undefined ? { override } : parameter && pick(parameter)),
    ...(correlation && { correlation }),
  };
}

function pick({ title, estimate, known, facts, reason }: ReportInput['world']['parameters'][number]) {
  return { title, estimate, known, facts, reason };
}
