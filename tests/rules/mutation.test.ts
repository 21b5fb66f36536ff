/**
 * A law that is off by a hair is noticed: every threshold, operator, version and day stands under some scenario. The
 * counts are written into the docs (`npm run mutate`).
 */
import { describe, expect, it } from 'vitest';
import { killer, type Mutant, mutants } from './mutants.ts';

/** Changes that make no difference, because of another rule: nobody could write a scenario that notices. */
const IDLE: readonly { change: RegExp; because: string }[] = [
  {
    change: /\{(3a090\.b\.1\.tpp-upper|3a090\.b\.pd-upper)\}/,
    because: 'a chip beyond the upper bound of 3A090.b is in 3A090.a, which prevails',
  },
  { change: /\{tariff\.2\.tpp-upper\}/, because: 'it is the gate of January 2026, outside which there is no tariff' },
  { change: /^us-ear\.3a090\.b: tpp < \{3a090\.note-2\.tpp\}/, because: 'a chip of 4,800 TPP is in 3A090.a' },
  {
    change: /^us-ear\.letters-2025-04\.nvidia: ioBandwidthGBs >= /,
    because: 'the letter names the H20, whose own rate this is, as well',
  },
  {
    change: /^us-ear\.742\.6\.a\.6\.macau: without ac-s-2023-10/,
    because: 'the general requirement of October 2023 covers Macau by itself',
  },
  {
    change: /^us-ear\.tariff-2026-01: proclamation-s232-semiconductors-2026-01 a day early/,
    because: 'before the review policy of the same day there is nothing for the tariff to fall on',
  },
];

const results = mutants().map((mutant) => ({ mutant, name: nameOf(mutant), killed: killer(mutant) !== undefined }));

function nameOf({ provision, change }: Mutant): string {
  return `${provision}: ${change}`;
}

const idle = (name: string) => IDLE.find(({ change }) => change.test(name));

describe('a law that is off by a hair', () => {
  it.each([
    ['threshold', 'by one part in a thousand', 40],
    ['operator', 'strict where the law is not, or the other way round', 40],
    ['version', 'missing', 80],
    ['day', 'early or late', 40],
  ] as const)('is noticed: a %s %s', (kind, _, atLeast) => {
    const own = results.filter(({ mutant }) => mutant.kind === kind);
    expect(own.length).toBeGreaterThan(atLeast);
    expect(own.filter(({ name, killed }) => !killed && !idle(name)).map(({ name }) => name)).toEqual([]);
  });

  it('is not noticed only where that is explained, and every explanation is needed', () => {
    const needed = IDLE.filter(({ change }) => results.some(({ name, killed }) => !killed && change.test(name)));
    expect(needed).toEqual(IDLE);
  });

  it('is counted in the docs', async () => {
    await expect(page()).toMatchFileSnapshot('../../docs/mutation.md');
  });
});

function page(): string {
  const kinds = ['threshold', 'operator', 'version', 'day'] as const;
  const provisions = [...new Set(results.map(({ mutant }) => mutant.provision))].sort();
  const count = (own: typeof results) => `${own.filter(({ killed }) => killed).length}/${own.length}`;
  const rowOf = (title: string, own: typeof results) => {
    const cells = kinds.map((kind) => own.filter(({ mutant }) => mutant.kind === kind));
    const survivors = own.filter(({ killed }) => !killed).length;
    return `| ${[title, ...cells.map((cell) => (cell.length === 0 ? '–' : count(cell))), count(own), survivors].join(' | ')} |`;
  };
  const rows = provisions.map((id) =>
    rowOf(
      id,
      results.filter(({ mutant }) => mutant.provision === id),
    ),
  );
  const survivors = results.filter(({ killed }) => !killed);
  return `# What the scenarios notice

This page is written by \`npm run mutate\` from \`data/rules\`. Each count is of laws that were changed in one place and of which
some golden scenario then failed, over all that were changed: a threshold by one part in a thousand either way, an operator made
strict or no longer strict, a version left out, an instrument a day early or late. A threshold or day that several provisions
share is counted under the first.

| provision | thresholds | operators | versions | days | killed | survivors |
| --- | --- | --- | --- | --- | --- | --- |
${rowOf('all', results)}
${rows.join('\n')}

## Survivors

Nobody can notice these, because another rule has the same effect:

${survivors.map(({ name }) => `- \`${name}\`: ${idle(name)?.because}.`).join('\n')}
`;
}
