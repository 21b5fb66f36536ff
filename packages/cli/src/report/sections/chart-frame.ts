/** What every chart carries beside its marks: names of the two worlds, and where its numbers come from. */
import type { ChartBlock } from '../blocks.ts';
import { runFields, type Scene } from '../scene.ts';

export function chartFrame(scene: Scene): Pick<ChartBlock, 'kind' | 'legend' | 'source'> {
  const { words } = scene;
  return {
    kind: 'chart',
    legend: {
      with: words.say('chart.with'),
      without: words.say('chart.without'),
      interval: words.say('chart.interval'),
    },
    source: words.say('chart.source', runFields(scene)),
  };
}
