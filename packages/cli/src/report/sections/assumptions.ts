/** Every input of the model, so that no number of the report lacks its origin. */
import type { Section } from '../blocks.ts';
import type { Scene } from '../scene.ts';
import { assumptionsOf, entryOf } from './assumption.ts';

export function assumptionsSection(scene: Scene): Section {
  const { words } = scene;
  const entries = assumptionsOf(scene).map((assumption) => entryOf(scene, assumption));
  return {
    id: 'assumptions',
    title: words.say('section.assumptions'),
    blocks: [
      { kind: 'text', text: words.say('assumptions.intro', { count: entries.length }) },
      { kind: 'entries', entries },
    ],
  };
}
