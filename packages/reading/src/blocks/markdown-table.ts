/** Tables written with bars in Markdown, as cells with their places in the file. */
import { linesOf } from './markdown-chunks.ts';

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
  for (const line of linesOf(file, start, end)) {
    if (row !== 1) cells.push(...cellsOf(file, line.start, line.end).map((cell, column) => ({ ...cell, row, column })));
    row++;
  }
  return cells;
}

function cellsOf(file: string, start: number, end: number): { from: number; to: number }[] {
  const bars = [start - 1];
  for (let i = start; i < end; i++) if (file[i] === '|' && file[i - 1] !== '\\') bars.push(i);
  bars.push(end);
  const cells = bars.slice(1).map((bar, i) => ({ from: bars[i] + 1, to: bar }));
  const blank = ({ from, to }: { from: number; to: number }) => !/\S/.test(file.slice(from, to));
  // A bar at either edge begins and ends the line; it makes no cell.
  if (cells.length > 1 && blank(cells[0])) cells.shift();
  if (cells.length > 1 && blank(cells[cells.length - 1])) cells.pop();
  return cells;
}
