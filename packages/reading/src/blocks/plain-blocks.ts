/** Blocks of a plain text: cut at blank lines, and at each line unless the lines of the file were merely wrapped. */
import type { RawBlock, RawText } from './block.ts';
import { linesOf, type Stretch } from './markdown-chunks.ts';
import { verbatim } from './source-map.ts';

/** Wrapped lines are seldom wider; wider ones are paragraphs, a line each. */
const WIDEST = 120;
const NARROWEST = 40;
/** From this share of lines that end only where the next word would not have fitted, a file is wrapped. */
const WRAPPED_FROM = 0.6;
const ENDS_SENTENCE = /[.!?。！？:：;；…]["'”’」』）)\]]*\s*$/;
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/gu;

export function plainBlocks(file: string): RawText {
  const groups = groupsOfLines(file);
  const width = wrapWidth(file, groups);
  const blocks = groups.flatMap((lines) => paragraphsOf(file, lines, width));
  return { blocks, published: null };
}

function groupsOfLines(file: string): Stretch[][] {
  const groups: Stretch[][] = [];
  let open: Stretch[] = [];
  for (const line of linesOf(file)) {
    if (/\S/.test(file.slice(line.start, line.end))) open.push(line);
    else if (open.length > 0) {
      groups.push(open);
      open = [];
    }
  }
  if (open.length > 0) groups.push(open);
  return groups;
}

/** The width at which a file's lines were wrapped, in columns; null where each line stands for itself. */
function wrapWidth(file: string, groups: readonly Stretch[][]): number | null {
  const pairs = groups.flatMap((lines) => lines.slice(1).map((next, i) => ({ line: lines[i], next })));
  if (pairs.length === 0) return null;
  const width = pairs.reduce((most, { line }) => Math.max(most, columnsOf(file, line)), 0);
  if (width > WIDEST || width < NARROWEST) return null;
  const full = pairs.filter(({ line, next }) => isFull(file, line, next, width));
  const cut = full.filter(({ line }) => !ENDS_SENTENCE.test(file.slice(line.start, line.end)));
  return full.length >= WRAPPED_FROM * pairs.length && cut.length * 2 >= full.length ? width : null;
}

/** The next line's first word (or character, in Chinese) would not have fitted. */
function isFull(file: string, line: Stretch, next: Stretch, width: number): boolean {
  const first = /^\s*(\p{Script=Han}|[^\s\p{Script=Han}]+)/u.exec(
    file.slice(next.start, Math.min(next.end, next.start + 200)),
  );
  // A little less than the widest: Chinese lines end early so as not to begin with a comma.
  return columnsOf(file, line) + 1 + widthOf(first?.[1] ?? '') > width - 4;
}

function columnsOf(file: string, { start, end }: Stretch): number {
  // Only widths of up to some 120 columns matter.
  return end - start > 4 * WIDEST ? end - start : widthOf(file.slice(start, end).trimEnd());
}

function widthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

function paragraphsOf(file: string, lines: readonly Stretch[], width: number | null): RawBlock[] {
  const paragraphs: Stretch[] = [];
  for (const [i, line] of lines.entries()) {
    const last = paragraphs.at(-1);
    if (width !== null && last && isFull(file, lines[i - 1], line, width)) last.end = line.end;
    else paragraphs.push({ ...line });
  }
  return paragraphs.map(({ start, end }) => ({ content: verbatim(file, start, end), role: null, cell: null }));
}
