/** What was published a day too late changes no verdict, no number and no sentence. */

import { runDraws } from '@floodgate/engine/scenario';
import type { Dataset } from '@floodgate/engine/world';
import { describe, expect, it } from 'vitest';
import { answerClaims } from '../../packages/cli/src/claims/answer-claims.ts';
import { dataset } from '../dataset.ts';

const AS_OF = '2025-09-30';

/** Every fact and source published after the day turned into nonsense, and new ones added to every question. */
function poisoned(): Dataset {
  const late = dataset.facts.filter(({ published }) => published > AS_OF);
  return {
    ...dataset,
    facts: [
      ...dataset.facts.map((fact) => (fact.published > AS_OF ? { ...fact, low: 1e12, mid: 1e12, high: 1e12 } : fact)),
      ...late.map((fact) => ({ ...fact, id: `${fact.id}-poison` })),
      ...dataset.facts.flatMap((fact) =>
        fact.question ? [{ ...fact, id: `${fact.id}-late`, preferred: true, mid: 1e12, published: '2025-10-01' }] : [],
      ),
    ],
    sources: dataset.sources.map((source) =>
      source.published > AS_OF ? { ...source, url: 'https://poison' } : source,
    ),
    parameters: dataset.parameters.map((parameter) => ({
      ...parameter,
      vintages: [
        ...parameter.vintages.filter(({ known }) => known <= AS_OF),
        { known: '2025-10-01', estimate: '123456789', facts: [], reason: 'poison' },
      ],
    })),
  };
}

describe('claims as of a day', () => {
  it('are answered alike whatever was published the day after', async () => {
    const call = { claims: dataset.claims, asOf: AS_OF, draws: 100, seed: 1 };
    const answer = (from: Dataset) => answerClaims(from, call, async (blocks) => blocks.map(runDraws));
    const answers = await answer(poisoned());
    expect(answers).toEqual(await answer(dataset));
    expect(JSON.stringify(answers)).not.toContain('poison');
  });
});
