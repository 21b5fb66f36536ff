/** Builds ZIP archives byte by byte, also dishonest ones. */

export interface ZipEntry {
  name: string;
  /** As it lies in the archive. */
  content: Buffer;
  /** 0 stored, 8 deflated. */
  method?: number;
  /** What its header says that it unpacks to. */
  says?: number;
}

export function storedZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  for (const entry of entries) {
    const local = Buffer.concat([header(0x04034b50, entry, 30), Buffer.from(entry.name), entry.content]);
    const listed = header(0x02014b50, entry, 46);
    listed.writeUInt32LE(place, 42);
    directory.push(listed, Buffer.from(entry.name));
    parts.push(local);
    place += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(place, 16);
  return Buffer.concat([...parts, list, end]);
}

function header(
  signature: number,
  { name, content, method = 0, says = content.length }: ZipEntry,
  size: number,
): Buffer {
  const bytes = Buffer.alloc(size);
  // The listed header has one more field, the version that made it, before the same ones.
  const at = size === 46 ? 6 : 4;
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(20, at);
  bytes.writeUInt16LE(method, at + 4);
  bytes.writeUInt32LE(crc32(content), at + 10);
  bytes.writeUInt32LE(content.length, at + 14);
  bytes.writeUInt32LE(says, at + 18);
  bytes.writeUInt16LE(Buffer.byteLength(name), at + 22);
  return bytes;
}

function crc32(content: Buffer): number {
  let crc = ~0;
  for (const byte of content.subarray(0, 100_000)) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
