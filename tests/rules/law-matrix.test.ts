/** The law of every chip, destination and day: a change shows as a diff of `matrix/*.txt` (`npx vitest run law-matrix -u`). */
import { describe, expect, it } from 'vitest';
import { changesOf, lawMatrix, pageOf, summaryOf, unexplained } from './law-matrix.ts';

const DAYS = ['2022-10-20', '2022-10-21', '2023-11-17', '2025-04-09', '2025-07-25', '2026-01-15', '2026-11-23'];
const matrix = lawMatrix();

describe('every chip, every destination, every day on which the law changed', () => {
  it.each(matrix)('to $to is answered, with the reason', ({ cells }) => {
    expect(cells.flatMap(unexplained)).toEqual([]);
  });

  it.each(matrix)('to $to is as reviewed', async (destinations) => {
    await expect(pageOf(destinations)).toMatchFileSnapshot(`matrix/${destinations.to}.txt`);
  });

  it('is summed up in the docs', async () => {
    await expect(docsPage()).toMatchFileSnapshot('../../docs/law-matrix.md');
  });
});

function docsPage(): string {
  return `# The law of every chip, destination and day

This page is written by \`tests/rules/law-matrix.test.ts\`; the whole matrix is in \`tests/rules/matrix\`, one file a class of
destinations that no provision tells apart. Shipments are from the United States to a civil buyer at home in the destination.

## Chips that need a licence / cannot be told / are free

Of ${matrix[0].cells.length} chips. A licence exception counts as a licence: its conditions are still to be shown.

${summaryOf(matrix, DAYS)}

## What each day changed

${changesOf(matrix)}
`;
}
