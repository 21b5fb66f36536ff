/** What the model leaves out. A new limit is a string in data/i18n and a name here. */
import type { Section } from '../blocks.ts';
import type { Scene } from '../scene.ts';

export const LIMITS = [
  'backlog',
  'fee-price',
  'before-2022',
  'even-quarters',
  'other-chinese',
  'rationing',
  'past-shortage',
  'counterfactual',
  'remote',
  'products',
  'capability',
  'shared-error',
  'advice',
] as const;

export function limitsSection({ words }: Scene): Section {
  return {
    id: 'limits',
    title: words.say('section.limits'),
    blocks: [
      { kind: 'text', text: words.say('limits.intro') },
      { kind: 'list', items: LIMITS.map((limit) => ({ text: words.say(`limit.${limit}`) })) },
    ],
  };
}
