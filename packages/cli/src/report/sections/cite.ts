/** How to cite the report, and under which licence. */
import type { Section } from '../blocks.ts';
import { PROGRAM_VERSION } from '../program-version.ts';
import { runFields, type Scene, shortHash } from '../scene.ts';

export function citeSection(scene: Scene): Section {
  const { report, words } = scene;
  return {
    id: 'cite',
    title: words.say('section.cite'),
    blocks: [
      {
        kind: 'text',
        text: words.say('cite.text', {
          ...runFields(scene),
          version: PROGRAM_VERSION,
          title: words.text(report.decision.title),
          digest: shortHash(report.digest),
        }),
      },
      { kind: 'text', text: words.say('cite.licence') },
    ],
  };
}
