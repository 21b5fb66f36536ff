/** Turns an evaluation into a report in one language, as plain data. Pure: the same report gives the same contents. */
import type { Language } from '@floodgate/engine/core';
import type { Contents } from './blocks.ts';
import type { ReportInput } from './input.ts';
import { createScene, resultOf, type Scene } from './scene.ts';
import { assumptionsSection } from './sections/assumptions.ts';
import { citeSection } from './sections/cite.ts';
import { clocksSection } from './sections/clocks.ts';
import { decisionSection } from './sections/decision.ts';
import { driversSection, mainDriver } from './sections/drivers.ts';
import { figuresSection } from './sections/figures.ts';
import { limitsSection } from './sections/limits.ts';
import { methodSection } from './sections/method.ts';
import { outcomesSection } from './sections/outcomes.ts';
import { reproduceSection } from './sections/reproduce.ts';
import { describeChange } from './sentence.ts';

export function createContents(report: ReportInput, language: Language): Contents {
  const scene = createScene(report, language);
  return {
    language,
    title: scene.words.text(report.decision.title),
    answer: answerOf(scene),
    hangs: mainDriver(scene),
    sections: [
      decisionSection(scene),
      outcomesSection(scene),
      figuresSection(scene),
      clocksSection(scene),
      driversSection(scene),
      methodSection(scene),
      limitsSection(scene),
      assumptionsSection(scene),
      reproduceSection(scene),
      citeSection(scene),
    ],
  };
}

/** The first headline outcome in the last year: the decision's own first question. */
function answerOf(scene: Scene): string {
  const { report, words, headlines, lastYear, changeOf } = scene;
  const result = resultOf(scene, headlines[0] ?? report.run.evaluation.outcomes[0].id, lastYear);
  return describeChange(words, report.dataset, result, changeOf(result), report.run.evaluation.draws);
}
