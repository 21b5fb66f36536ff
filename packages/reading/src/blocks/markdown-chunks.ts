/** Cuts a Markdown text at its blank lines; fenced code is left out, and a table in HTML stays whole. */

export interface Stretch {
  start: number;
  end: number;
}

export function* chunksOf(file: string, from: number): Generator<Stretch> {
  let start = -1;
  let fence = '';
  let openTables = 0;
  let end = from;
  for (const line of linesOf(file, from)) {
    const text = file.slice(line.start, Math.min(line.end, line.start + 200));
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence !== '') {
      if (mark?.startsWith(fence)) fence = '';
      continue;
    }
    const blank = !/\S/.test(text) && line.end - line.start <= 200;
    if (mark || (blank && openTables === 0)) {
      if (start >= 0) yield { start, end };
      start = -1;
      if (mark) fence = mark;
      continue;
    }
    if (start < 0) start = line.start;
    end = line.end;
    if (text.includes('<')) openTables = Math.max(0, openTables + tablesOpened(file.slice(line.start, line.end)));
  }
  if (start >= 0) yield { start, end };
}

function tablesOpened(line: string): number {
  return (line.match(/<table\b/gi)?.length ?? 0) - (line.match(/<\/table\b/gi)?.length ?? 0);
}

/** Lines without their ends. */
export function* linesOf(file: string, from = 0, to = file.length): Generator<Stretch> {
  let start = from;
  while (start < to) {
    let end = start;
    while (end < to && file[end] !== '\n' && file[end] !== '\r' && file[end] !== '\u2028' && file[end] !== '\u2029')
      end++;
    yield { start, end };
    start = end + (file[end] === '\r' && file[end + 1] === '\n' ? 2 : 1);
  }
}
