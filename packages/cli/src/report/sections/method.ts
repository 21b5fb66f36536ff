/** How it was judged: knowledge, years, futures, baseline, data. */
import type { Link, Pair, Section } from '../blocks.ts';
import { runFields, type Scene } from '../scene.ts';
import { patchInWords } from './decision.ts';

const RECORDED_LAW = 'recorded-law';

export function methodSection(scene: Scene): Section {
  const { report, words, firstYear, lastYear } = scene;
  const { overrides } = report.run.evaluation;
  const fields = runFields(scene);
  const pair = (key: string, ...values: Link[]): Pair => ({ name: words.say(`method.${key}`), values });
  return {
    id: 'method',
    title: words.say('section.method'),
    blocks: [
      { kind: 'text', text: words.say('method.note') },
      {
        kind: 'pairs',
        pairs: [
          pair('as-of', { text: fields.asOf }),
          pair('years', { text: firstYear === lastYear ? firstYear : `${firstYear}–${lastYear}` }),
          pair('futures', { text: words.say('method.futures-are', fields) }),
          pair('baseline', { text: baselineInWords(scene) }),
          pair('overrides', ...Object.entries(overrides).map(([id, text]) => ({ text: `${id} = ${text}` }))),
          pair('data', {
            text: words.say('method.data-is', { ...fields, cutoff: words.day(report.dataset.cutoff) }),
          }),
        ].filter(({ values }) => values.length > 0),
      },
    ],
  };
}

function baselineInWords(scene: Scene): string {
  const { report, words } = scene;
  const { decision, dataset } = report;
  const { baseline } = report.run.evaluation;
  if (baseline === `without-${decision.id}`) {
    return words.say('method.own-baseline', { reasons: patchInWords(scene, decision.without) });
  }
  if (baseline === RECORDED_LAW) return words.say('method.recorded-law');
  const other = dataset.decisions.find((one) => one.id === baseline);
  return words.say('method.other-decision', { title: other ? words.text(other.title) : baseline });
}
