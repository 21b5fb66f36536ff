/** Tables written with bars in Markdown, as cells with their places in the file. */
import { linesOf } from './markdown-chunks.ts';

const MOST_COLUMNS = 60;
const RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** A line of cells, a line that rules them off. */
export function isTable(chunk: string): boolean {
  const [head = '', rule = ''] = chunk.split(/\r?\n/, 2);
  return head.includes('|') && rule.includes('|') && rule.length < 2000 && RULE.test(rule);
}

interface CellPlace {
  from: number;
  to: number;
  row: number;
  column: number;
}

export function tableCells(file: string, start: number, end: number): CellPlace[] {
  const cells: CellPlace[] = [];
  let row = 0;
  let columns = MOST_COLUMNS;
  for (const line of linesOf(file, start, end)) {
    const found = row === 1 ? [] : cellsOf(file, line.start, line.end, columns);
    // As in GitHub's own tables, the head says how many columns there are.
    if (row === 0) columns = found.length;
    for (const [column, cell] of found.entries()) cells.push({ ...cell, row, column });
    row++;
  }
  return cells;
}

function cellsOf(file: string, start: number, end: number, most: number): { from: number; to: number }[] {
  const bars = [start - 1];
  // A bar at either edge makes no cell, so there may be two bars more than cells.
  for (let i = start; i < end && bars.length <= most + 2; i++) {
    if (file[i] === '|' && file[i - 1] !== '\\') bars.push(i);
  }
  if (bars.length <= most + 2) bars.push(end);
  const cells = bars.slice(1).map((bar, i) => ({ from: bars[i] + 1, to: bar }));
  const blank = ({ from, to }: { from: number; to: number }) => !/\S/.test(file.slice(from, to));
  if (cells.length > 1 && blank(cells[0])) cells.shift();
  if (cells.length > 1 && blank(cells[cells.length - 1])) cells.pop();
  return cells.slice(0, most);
}
