/** From the bytes of a file to its text and blocks, by what the bytes are rather than by what the name says. */
import { InputError } from '@floodgate/engine/core';
import type { Block } from '../blocks/block.ts';
import { readBlocks, type TextFormat } from '../blocks/blocks.ts';
import { decodeText } from './decode.ts';
import { readDocx } from './docx-text.ts';

export const MOST_BYTES = 10_000_000;

export interface LoadedText {
  /** What offsets count in, in UTF-16 units: the decoded file; for DOCX the text taken out of it. */
  text: string;
  format: TextFormat | 'docx';
  encoding: string;
  blocks: Block[];
  /** The day that the markup gives, before any date line is looked at. */
  published: string | null;
}

/** `name`: for its ending alone. Throws `unreadable-…` with the reason. */
export async function loadText(bytes: Uint8Array, name: string): Promise<LoadedText> {
  if (bytes.length > MOST_BYTES) {
    throw new InputError('unreadable-too-large', { most: String(MOST_BYTES / 1e6) });
  }
  refuseKnownBinary(bytes);
  if (startsWith(bytes, 'PK\x03\x04')) return { ...(await readDocx(bytes)), format: 'docx', encoding: 'utf-8' };
  const { text, encoding } = decodeText(bytes, declaredEncoding(bytes));
  refuseManyLines(text);
  const format = formatOf(name, text);
  return { text, format, encoding, ...readBlocks(text, format) };
}

/** Wrapped at 20 characters, a text of 10 MB has as many; a line each would be more paragraphs than can be shown. */
const MOST_LINES = 500_000;

function refuseManyLines(text: string): void {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  if (lines > MOST_LINES) throw new InputError('unreadable-lines', { most: MOST_LINES.toLocaleString('en') });
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((character, i) => bytes[i] === character.charCodeAt(0));
}

const REFUSED: [string, string][] = [
  ['%PDF', 'pdf'],
  ['\xd0\xcf\x11\xe0', 'doc'],
  ['{\\rtf', 'rtf'],
];

function refuseKnownBinary(bytes: Uint8Array): void {
  const found = REFUSED.find(([signature]) => startsWith(bytes, signature));
  if (found) throw new InputError(`unreadable-${found[1]}`);
}

/** `<meta charset="gb2312">` and its older form, in a file's first bytes. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,20})/i.exec(head)?.[1] ?? null;
}

const HTML =
  /^\s*(?:\ufeff\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|article|div|p|table|h1|section|main)\b/i;
const MARKDOWN = /^#{1,6} \S|^\|.*\|\s*$|^\s*[-*] \S|\*\*\S[^*\n]{0,300}\*\*|^---\r?\n/m;
const LOOK_AT = 20_000;

function formatOf(name: string, text: string): TextFormat {
  const ending = /\.(\w+)$/.exec(name)?.[1].toLowerCase();
  if (ending === 'html' || ending === 'htm' || ending === 'xhtml') return 'html';
  if (ending === 'md' || ending === 'markdown' || ending === 'mdown') return 'markdown';
  const head = text.slice(0, LOOK_AT);
  if (HTML.test(head)) return 'html';
  // A plain file may hold a star or a bar; without an ending only markup decides.
  return ending !== 'txt' && MARKDOWN.test(head) ? 'markdown' : 'plain';
}
