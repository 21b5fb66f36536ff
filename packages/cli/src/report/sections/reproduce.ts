/** The call, the data and the digest by which anybody gets the same numbers. */
import type { Section } from '../blocks.ts';
import { PROGRAM_VERSION } from '../program-version.ts';
import type { Scene } from '../scene.ts';

export function reproduceSection({ report, words }: Scene): Section {
  return {
    id: 'reproduce',
    title: words.say('section.reproduce'),
    blocks: [
      { kind: 'text', text: words.say('reproduce.intro') },
      { kind: 'code', text: report.command },
      {
        kind: 'pairs',
        pairs: [
          { name: words.say('reproduce.digest'), values: [{ text: report.digest }] },
          { name: words.say('method.data'), values: [{ text: report.dataset.hash }] },
          { name: words.say('reproduce.version'), values: [{ text: PROGRAM_VERSION }] },
        ],
      },
    ],
  };
}
