/**
 * Blocks of an HTML text. Scripts, styles, forms and what is hidden are left out; nothing is run or fetched. A page built
 * to stall a parser (a million nested elements, a tag with a million attributes) is refused.
 */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Cell, RawBlock, RawText, Role } from './block.ts';
import { addDecoded } from './decoded-text.ts';
import { boundedTree, refuseManyAttributes } from './html-bounds.ts';
import { readDay } from './published.ts';
import { MappedTextBuilder } from './source-map.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const words = (text: string) => new Set(text.split(' '));
const UNREAD = words(
  'script style noscript template svg math iframe object embed canvas audio video select textarea button input nav head title',
);
const INLINE = words(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rb rp rt s samp small span strike strong sub sup time tt u var wbr',
);
const ROLES: Record<string, Role> = { caption: 'caption', figcaption: 'caption', address: 'by-line' };
/** Names that sites give to the lines around a text. */
const ROLE_NAMES: [RegExp, Role][] = [
  [/(^|[\s_-])(by-?line|author)/i, 'by-line'],
  [/(^|[\s_-])(date-?line|(pub(lish(ed)?|lication)?-?)?date)([\s_-]|$)/i, 'date-line'],
  [/(^|[\s_-])caption/i, 'caption'],
];

interface Surroundings {
  role: Role | null;
  cell: Cell | null;
  /** The table that a row would belong to, with the rows counted so far. */
  table: { id: number; rows: number } | null;
}

/** `from`: where in the file this stretch of HTML begins. Throws `unreadable-…`. */
export function htmlBlocks(file: string, from = 0, to = file.length, firstTable = 0): RawText {
  const html = file.slice(from, to);
  refuseManyAttributes(html);
  const document = parse(html, { sourceCodeLocationInfo: true, treeAdapter: boundedTree() });
  const walk = new Walk(file, from, firstTable);
  walk.read(document, { role: null, cell: null, table: null });
  walk.endBlock();
  return { blocks: walk.blocks, published: publishedIn(document) };
}

/** Goes through the page in reading order; a block ends wherever a browser would begin a new line. */
class Walk {
  readonly blocks: RawBlock[] = [];
  private readonly file: string;
  private readonly base: number;
  private tables: number;
  private content = new MappedTextBuilder();
  private around: Surroundings = { role: null, cell: null, table: null };

  constructor(file: string, base: number, firstTable: number) {
    this.file = file;
    this.base = base;
    this.tables = firstTable;
  }

  read(parent: Parent, around: Surroundings): void {
    let column = 0;
    this.around = around;
    for (const node of parent.childNodes) {
      if ('value' in node) this.text(node);
      else if ('tagName' in node && !UNREAD.has(node.tagName) && !isHidden(node)) {
        this.element(node, around, /^t[dh]$/.test(node.tagName) ? column++ : column);
      }
    }
  }

  endBlock(): void {
    const { role, cell } = this.around;
    if (/\S/.test(this.content.text)) this.blocks.push({ content: this.content, role, cell });
    this.content = new MappedTextBuilder();
  }

  private text({ value, sourceCodeLocation: place }: DefaultTreeAdapterTypes.TextNode): void {
    if (place) addDecoded(this.content, value, this.file, this.base + place.startOffset, this.base + place.endOffset);
  }

  private element(node: Element, around: Surroundings, column: number): void {
    const { tagName, sourceCodeLocation: place } = node;
    if (tagName === 'br' && place) {
      this.content.add('\n', this.base + place.startOffset, place.endOffset - place.startOffset);
    } else if (INLINE.has(tagName)) {
      this.read(node, around);
    } else {
      this.endBlock();
      this.read(node, this.inside(node, around, column));
      this.endBlock();
      this.around = around;
    }
  }

  private inside(node: Element, around: Surroundings, column: number): Surroundings {
    const role = roleOf(node) ?? around.role;
    const { table } = around;
    if (node.tagName === 'table') return { role, cell: around.cell, table: { id: this.tables++, rows: 0 } };
    if (node.tagName === 'tr' && table) {
      return { role, cell: { table: table.id, row: table.rows++, column: -1 }, table };
    }
    const isCell = node.tagName === 'td' || node.tagName === 'th';
    return { role, cell: isCell && around.cell ? { ...around.cell, column } : around.cell, table };
  }
}

function attribute({ attrs }: Element, name: string): string {
  return attrs.find((one) => one.name === name)?.value ?? '';
}

function isHidden(node: Element): boolean {
  if (node.attrs.length === 0) return false;
  return node.attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'aria-hidden' && value === 'true') ||
      (name === 'style' && /display\s*:\s*none/i.test(value)),
  );
}

function roleOf(node: Element): Role | null {
  if (/^h[1-6]$/.test(node.tagName)) return 'heading';
  if (ROLES[node.tagName]) return ROLES[node.tagName];
  if (!/^(p|div|figure|section)$/.test(node.tagName)) return null;
  const name = `${attribute(node, 'class')} ${attribute(node, 'rel')} ${attribute(node, 'itemprop')}`.slice(0, 500);
  return ROLE_NAMES.find(([pattern]) => pattern.test(name.trim()))?.[1] ?? null;
}

const DAY_NAMES = /^(article:published_time|datepublished|date|dc\.date(\.issued)?|pubdate|publishdate)$/i;

/** The day in `<meta property="article:published_time">` and its like, or in the first `<time datetime>`. */
function publishedIn(document: Parent): string | null {
  const meta = elementsOf(document, 'meta').find((one) =>
    ['property', 'name', 'itemprop'].some((key) => DAY_NAMES.test(attribute(one, key))),
  );
  const written = meta
    ? attribute(meta, 'content')
    : attribute(elementsOf(document, 'time')[0] ?? { attrs: [] }, 'datetime');
  return readDay(written.slice(0, 100));
}

function elementsOf(parent: Parent, tagName: string): Element[] {
  const found: Element[] = [];
  const waiting: Parent[] = [parent];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const node of next.childNodes) {
      if (!('tagName' in node)) continue;
      if (node.tagName === tagName) found.push(node);
      waiting.push(node);
    }
  }
  return found.reverse();
}
