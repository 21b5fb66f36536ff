/** Prints what the last mutation run wrote into the docs, as a table for the terminal. */
import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('../docs/mutation.md', import.meta.url), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .filter(([first]) => !first.startsWith('---'));
const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
for (const row of rows)
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
console.log(page.slice(page.indexOf('## Survivors')));
