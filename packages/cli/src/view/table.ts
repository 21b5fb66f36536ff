/** A plain table for the terminal: columns lined up by what they take on screen, nothing drawn. */
import stringWidth from 'string-width';

const GAP = '  ';

/** Rows of cells as lines; the last column is not padded. */
export function plainTable(rows: string[][]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) => Math.max(...rows.map((row) => stringWidth(row[i] ?? ''))));
  return rows
    .map((row) => `${row.map((cell, i) => (i < row.length - 1 ? padTo(cell, widths[i]) : cell)).join(GAP)}\n`)
    .join('');
}

/** Pads to a width in columns; Chinese characters take two. */
function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
