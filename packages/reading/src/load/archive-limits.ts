/** Refuses a ZIP archive that would unpack to more than a text can hold, whatever its own table of contents says. */
import { inflateRawSync } from 'node:zlib';
import { InputError } from '@floodgate/engine/core';

const MOST_UNPACKED = 60_000_000;
/** Markup is parsed into a tree many times its size. */
const MOST_MARKUP = 25_000_000;
const MOST_ENTRIES = 2000;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;

interface Entry {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

/** Throws `unreadable-…`: no archive, too much in it, or markup that defines entities of its own. */
export function checkArchive(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = entriesOf(buffer);
  if (!entries.some(({ name }) => name === 'word/document.xml')) throw new InputError('unreadable-not-docx');
  refuseOver(
    entries.reduce((sum, { unpacked }) => sum + unpacked, 0),
    MOST_UNPACKED,
  );
  let total = 0;
  let markup = 0;
  for (const entry of entries) {
    const content = unpack(buffer, entry, MOST_UNPACKED - total);
    total += content.length;
    if (!/\.(xml|rels)$/i.test(entry.name)) continue;
    markup += content.length;
    refuseOver(markup, MOST_MARKUP);
    if (/<!(DOCTYPE|ENTITY)/i.test(content.subarray(0, 4096).toString('latin1'))) {
      throw new InputError('unreadable-docx-entities');
    }
  }
}

function entriesOf(buffer: Buffer): Entry[] {
  const end = endOfDirectory(buffer);
  const count = buffer.readUInt16LE(end + 10);
  let place = buffer.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES) throw new InputError('unreadable-docx-large', { most: String(MOST_ENTRIES) });
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (place + 46 > buffer.length || buffer.readUInt32LE(place) !== DIRECTORY_ENTRY) throw broken();
    const nameLength = buffer.readUInt16LE(place + 28);
    entries.push({
      name: buffer.toString('utf8', place + 46, place + 46 + nameLength),
      method: buffer.readUInt16LE(place + 10),
      packed: buffer.readUInt32LE(place + 20),
      unpacked: buffer.readUInt32LE(place + 24),
      offset: buffer.readUInt32LE(place + 42),
    });
    place += 46 + nameLength + buffer.readUInt16LE(place + 30) + buffer.readUInt16LE(place + 32);
  }
  return entries;
}

function endOfDirectory(buffer: Buffer): number {
  const lowest = Math.max(0, buffer.length - END_SIZE - LONGEST_COMMENT);
  for (let at = buffer.length - END_SIZE; at >= lowest; at--) {
    if (buffer.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw broken();
}

function unpack(buffer: Buffer, { method, packed, offset }: Entry, most: number): Buffer {
  if (offset + 30 > buffer.length || buffer.readUInt32LE(offset) !== LOCAL_ENTRY) throw broken();
  const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28);
  const content = buffer.subarray(start, start + packed);
  if (method === 0) return content;
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw broken();
    throw tooLarge(MOST_UNPACKED);
  }
}

function refuseOver(size: number, most: number): void {
  if (size > most) throw tooLarge(most);
}

function tooLarge(most: number): InputError {
  return new InputError('unreadable-docx-bomb', { most: String(most / 1e6) });
}

function broken(): InputError {
  return new InputError('unreadable-docx');
}
