/** Pictures of the outcomes that claims were judged by: over the years, with and without the decision that they compare. */
import { InputError, type Language } from '@floodgate/engine/core';
import { capabilityOfProducts, evaluate, type RunBlocks } from '@floodgate/engine/scenario';
import type { Dataset, World } from '@floodgate/engine/world';
import { outcomeTitle } from '../outcome-title.ts';
import type { ChartBlock } from '../report/blocks.ts';
import { createScene } from '../report/scene.ts';
import { chartOver } from '../report/sections/figures.ts';
import type { ReadingReport } from './input.ts';

/** Enough for medians and bands a picture wide. */
const MOST_DRAWS = 1000;
const SEED = 1;

/** By outcome id, in both languages; none where the decision was not known yet, or too little to run the model. */
export async function drawPictures(
  dataset: Dataset,
  world: World,
  outcomes: readonly string[],
  draws: number,
  run: RunBlocks,
): Promise<ReadingReport['pictures']> {
  const found = outcomes.length > 0 ? await evaluated(dataset, world, Math.min(draws, MOST_DRAWS), run) : null;
  const inLanguage = (language: Language) => {
    if (!found) return new Map<string, ChartBlock>();
    const scene = createScene({ ...found, digest: '', world, dataset, language, command: '' }, language);
    const known = new Set(found.run.evaluation.outcomes.map(({ id }) => id));
    const pictures = outcomes.filter((id) => known.has(id)).map((id) => [id, pictureOf(scene, id)] as const);
    return new Map(pictures);
  };
  return { en: inLanguage('en'), zh: inLanguage('zh') };
}

function pictureOf(scene: ReturnType<typeof createScene>, id: string): ChartBlock {
  const title = scene.words.text(outcomeTitle(scene.report.dataset, id));
  return { ...chartOver(scene, 'stock', [id]), id, title };
}

async function evaluated(dataset: Dataset, world: World, draws: number, run: RunBlocks) {
  const { decision: id, until } = dataset.verdicts;
  const decision = dataset.decisions.find((one) => one.id === id);
  if (!decision) return null;
  const capability = capabilityOfProducts(world);
  const title = (outcome: string) => outcomeTitle(dataset, outcome);
  const call = {
    world,
    decision,
    baseline: undefined,
    capability,
    until,
    draws,
    seed: SEED,
    overrides: new Map(),
    title,
  };
  try {
    return { decision, run: await evaluate(call, run) };
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
