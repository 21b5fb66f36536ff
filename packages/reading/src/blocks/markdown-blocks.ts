/**
 * Blocks of a Markdown text. The text is parsed chunk by chunk, cut at blank lines, because the parser's cost grows faster
 * than its input and most chunks of prose have no markup at all.
 */
import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { RawBlock, RawText, Role } from './block.ts';
import { addDecoded } from './decoded-text.ts';
import { htmlBlocks } from './html-blocks.ts';
import { chunksOf } from './markdown-chunks.ts';
import { isTable, tableCells } from './markdown-table.ts';
import { readDay } from './published.ts';
import { MappedTextBuilder, verbatim } from './source-map.ts';

const MARKUP = /[*_[\]<>#|`\\&~]|^\s*(?:[-+=]|\d{1,9}[.)])|^(?: {4}|\t)/m;
/** Longer chunks are no prose; and after so much markup the rest is read as it stands. Both keep the time in bounds. */
const LONGEST_CHUNK = 16_000;
const MOST_MARKUP = 2_000_000;
/** The parser weighs every mark of emphasis against every other. */
const MARK = /[*_[`~]/g;
const MOST_MARKS = 300;

export function markdownBlocks(file: string): RawText {
  const blocks: RawBlock[] = [];
  const matter = /^\ufeff?---\r?\n([\s\S]{0,4000}?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(file);
  let parsed = 0;
  let tables = 0;
  for (const { start, end } of chunksOf(file, matter?.[0].length ?? 0)) {
    const chunk = file.slice(start, end);
    const plain = parsed > MOST_MARKUP || isPlain(chunk);
    if (isTable(chunk)) {
      for (const { from, to, row, column } of tableCells(file, start, end)) {
        const cell = { table: tables, row, column };
        const inCell = isPlain(file.slice(from, to)) ? [asItStands(file, from, to)] : proseBlocks(file, from, to);
        for (const block of inCell) blocks.push({ ...block, cell });
      }
      tables++;
    } else if (/^\s*<(table|div|figure|section|article|p)\b/i.test(chunk)) {
      const found = htmlBlocks(file, start, end, tables).blocks;
      tables = Math.max(tables, ...found.map(({ cell }) => (cell ? cell.table + 1 : 0)));
      blocks.push(...found);
    } else if (plain) blocks.push(asItStands(file, start, end));
    else blocks.push(...proseBlocks(file, start, end));
    if (!plain) parsed += chunk.length;
  }
  return { blocks, published: dayInMatter(matter?.[1]) };
}

function isPlain(chunk: string): boolean {
  if (chunk.length > LONGEST_CHUNK || !MARKUP.test(chunk)) return true;
  return (chunk.match(MARK)?.length ?? 0) > MOST_MARKS;
}

function asItStands(file: string, from: number, to: number): RawBlock {
  return { content: verbatim(file, from, to), role: null, cell: null };
}

/** `date: 2025-07-20` in the lines of metadata before the text. */
function dayInMatter(matter: string | undefined): string | null {
  const line = matter?.split('\n').find((one) => /^(pub\w*|date)\s*:/i.test(one));
  return line === undefined ? null : readDay(line);
}

function proseBlocks(file: string, from: number, to: number): RawBlock[] {
  const blocks: RawBlock[] = [];
  // Indentation would make code of what is a list's second paragraph.
  const start = from + /^[ \t]*/.exec(file.slice(from, Math.min(to, from + 1000)))![0].length;
  readNode(fromMarkdown(file.slice(start, to)), file, start, null, blocks);
  return blocks;
}

function readNode(node: Nodes, file: string, base: number, role: Role | null, blocks: RawBlock[]): void {
  if (node.type === 'heading' || node.type === 'paragraph') {
    const content = new MappedTextBuilder();
    readInline(node, file, base, content);
    blocks.push({ content, role: node.type === 'heading' ? 'heading' : role, cell: null });
  } else if (node.type === 'html' && node.position) {
    const { start, end } = node.position;
    blocks.push(...htmlBlocks(file, base + start.offset!, base + end.offset!).blocks);
  } else if ('children' in node) {
    for (const child of node.children) readNode(child, file, base, role, blocks);
  }
}

function readInline(parent: Parents, file: string, base: number, out: MappedTextBuilder): void {
  for (const node of parent.children) {
    const place = node.position;
    const from = base + (place?.start.offset ?? 0);
    const to = base + (place?.end.offset ?? 0);
    if (node.type === 'text') addDecoded(out, node.value, file, from, to);
    else if (node.type === 'inlineCode')
      addDecoded(out, node.value, file, from + /^`+ ?/.exec(file.slice(from, to))![0].length, to);
    else if (node.type === 'break' || (node.type === 'html' && /^<br\s*\/?>$/i.test(node.value))) {
      out.add('\n', from, to - from);
    } else if ('children' in node) readInline(node as Parents, file, base, out);
  }
}
