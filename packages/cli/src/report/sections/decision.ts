/** What was decided: in words, by whom, when, with which patch on the law, from which sources. */
import type { Instrument, PatchStep } from '@floodgate/engine/world';
import type { Link, Pair, Section } from '../blocks.ts';
import { citeSource, type Scene } from '../scene.ts';
import type { Words } from '../words.ts';

export function decisionSection(scene: Scene): Section {
  const { report, words } = scene;
  const { decision, dataset } = report;
  const instruments = concerned(scene);
  const sources = dataset.sources.filter((source) => decision.sources.includes(source.id));
  const pair = (key: string, ...values: Link[]): Pair => ({ name: words.say(`decision.${key}`), values });
  return {
    id: 'decision',
    title: words.say('section.decision'),
    blocks: [
      { kind: 'text', text: words.text(decision.summary) },
      {
        kind: 'pairs',
        pairs: [
          pair('by', ...decidedBy(scene, instruments)),
          pair('announced', { text: words.day(decision.announced) }),
          pair('effective', { text: words.day(decision.effective) }),
          pair('published', { text: words.day(decision.published) }),
          pair('status', { text: words.say(`decision.${decision.status}`) }),
          pair('with', { text: patchInWords(scene, decision.with) }),
          pair('without', { text: patchInWords(scene, decision.without) }),
          pair(
            'assumed',
            ...decision.assume.map((one) => ({
              text: `${one.parameter} = ${one.estimate}. ${words.text(one.reason)}`,
            })),
          ),
          pair('instruments', ...instruments.map((instrument) => citeInstrument(words, instrument))),
          pair('sources', ...sources.map((source) => citeSource(words, source))),
        ].filter(({ values }) => values.length > 0),
      },
    ],
  };
}

/** A patch on the recorded law as its reasons, without steps about instruments that the day does not know yet. */
export function patchInWords({ report, words }: Scene, steps: PatchStep[]): string {
  const known = new Set(report.world.rules.instruments.map((instrument) => instrument.id));
  const reasons = steps
    .filter((step) => !('withhold' in step) || known.has(step.withhold))
    .map(({ reason }) => words.text(reason));
  if (reasons.length === 0) return words.say('decision.as-recorded');
  return [...new Set(reasons)].join(words.language === 'zh' ? '' : ' ');
}

/** The recorded instruments that the decision's patches take away: those that it brought, or that it would have. */
function concerned({ report }: Scene): Instrument[] {
  const { with: withIt, without } = report.decision;
  const ids = new Set([...withIt, ...without].flatMap((step) => ('withhold' in step ? [step.withhold] : [])));
  return report.world.rules.instruments.filter((instrument) => ids.has(instrument.id));
}

/** Nobody decided what is hypothetical; else the states whose law the instruments belong to. */
function decidedBy({ report, words }: Scene, instruments: Instrument[]): Link[] {
  if (report.decision.status === 'hypothetical') return [];
  const regimes = new Set(instruments.map((instrument) => instrument.regime));
  const states = report.world.rules.regimes.filter((regime) => regimes.has(regime.id)).map((one) => one.jurisdiction);
  const names = new Intl.DisplayNames([words.language], { type: 'region' });
  return [...new Set(states)].map((code) => ({ text: names.of(code) ?? code }));
}

function citeInstrument(words: Words, instrument: Instrument): Link {
  const { title, effective, citation } = instrument;
  return {
    text: words.say('instrument', { title: words.text(title), effective: words.day(effective) }),
    href: citation.url,
  };
}
