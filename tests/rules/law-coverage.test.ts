/** Of each instrument what is encoded and what is not, written into the docs, so that a new one shows as a diff. */
import type { Instrument } from '@floodgate/engine/world';
import { describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { dataDir, rulebook } from './law-of-the-land.ts';
import { readScenarios } from './scenarios.ts';

const decided = decidedScenarios();

describe('the coverage of the law', () => {
  it('is told in the docs, instrument by instrument', async () => {
    await expect(page()).toMatchFileSnapshot('../../docs/law-coverage.md');
  });

  it('leaves no instrument that brings nothing without saying why', () => {
    const silent = rulebook.instruments.filter(
      (one) => broughtBy(one).length === 0 && one.notEncoded.length === 0 && !one.note,
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});

function page(): string {
  const regimes = rulebook.regimes.map(({ id, title }) => {
    const instruments = rulebook.instruments
      .filter(({ regime }) => regime === id)
      .sort((a, b) => (a.effective < b.effective ? -1 : a.effective > b.effective ? 1 : a.id < b.id ? -1 : 1));
    const head =
      '| instrument | in effect | status | encoded | scenarios | not encoded |\n| --- | --- | --- | --- | --- | --- |';
    return `## ${title.en} (\`${id}\`)\n\n${head}\n${instruments.map(rowOf).join('\n')}\n`;
  });
  return `# What is encoded of each instrument, and what is not

This page is written by \`tests/rules/law-coverage.test.ts\` from \`data/rules\`. \`scenarios\` counts the golden cases in which the
instrument asks for the licence, sets its terms, charges or discourages. An instrument without provisions is kept for its dates.

${regimes.join('\n')}`;
}

function rowOf(one: Instrument): string {
  const until = one.ends ? ` to ${one.ends.on}` : '';
  const cells = [
    `[${one.title.en}](${one.citation.url})`,
    `${one.effective}${until}`,
    one.status.at(-1)?.is ?? '',
    broughtBy(one).join(', ') || '–',
    String(decided.get(one.id) ?? 0),
    one.notEncoded.map(({ en }) => en).join(' ') || '–',
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** Paragraphs, thresholds and group changes that an instrument brought. */
function broughtBy({ id }: Instrument): string[] {
  const paragraphs = rulebook.provisions.flatMap(({ versions }) =>
    versions.filter(({ instrument }) => instrument === id).map(({ paragraph }) => paragraph),
  );
  const groups = rulebook.groups.filter(({ changes }) => changes.some(({ instrument }) => instrument === id));
  return [...new Set([...paragraphs, ...groups.map((group) => `country group ${group.id}`)])];
}

function decidedScenarios(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const scenario of readScenarios(`${dataDir}rules`)) {
    const { controlledBy, licence, discouragedBy, trace } = ask(rulebook, scenario);
    const applying = trace.filter(({ depth, result }) => depth === 0 && result === true).map(({ rule }) => rule);
    const by = new Set([...controlledBy, ...licence.termsBy, ...discouragedBy, ...applying]);
    for (const id of by) if (id) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
