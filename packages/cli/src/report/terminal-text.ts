/** Text in columns: Chinese characters take two, and lines of it break anywhere but before a closing mark. */
import stringWidth from 'string-width';

const PIECES = /\s+|[（“《]*(?:\p{Script=Han}|[^\s\p{Script=Han}（“《，。；：、）”》！？]+|.)[，。；：、）”》！？]*/gu;

/** Lines no wider than `width` columns, except for single words that are. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    if (line !== '' && stringWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += line === '' ? piece.trimStart() : piece;
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** The same behind a first line's label, later lines under the text. */
export function hang(label: string, text: string, width: number): string[] {
  const indent = ' '.repeat(stringWidth(label));
  return wrap(text, width - indent.length).map((line, i) => (i === 0 ? label : indent) + line);
}

export function pad(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const room = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return side === 'right' ? text + room : room + text;
}

/** Rows of cells in columns that fit the width; cells too long for their column are wrapped. */
export function textTable(rows: string[][], numeric: boolean[], width: number): string[] {
  const widths = columnWidths(rows, width - (numeric.length - 1) * GAP.length);
  return rows.flatMap((row) => {
    const cells = row.map((cell, i) => wrap(cell, widths[i]));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, y) =>
      cells
        .map((lines, i) => pad(lines[y] ?? '', widths[i], numeric[i] ? 'left' : 'right'))
        .join(GAP)
        .trimEnd(),
    );
  });
}

const GAP = '  ';

/** Natural widths, the widest columns cut until all fit. */
function columnWidths(rows: string[][], room: number): number[] {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => stringWidth(row[i]))));
  for (let excess = widths.reduce((sum, w) => sum + w, 0) - room; excess > 0; excess--) {
    widths[widths.indexOf(Math.max(...widths))]--;
  }
  return widths;
}
