import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** ASCII, with `/` between folders. */
  path: string;
  content: Buffer;
  /** Kept as it is, as the first entry of an OpenDocument file must be. */
  stored?: boolean;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const STORED = 0;
const DEFLATED = 8;

/** A date and time as MS-DOS counts them: years from 1980, seconds in twos. */
function dosTime(at: Date): number {
  const date = ((at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate();
  const time = (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}

/** What the local header and the central directory both say of an entry, from `version needed` on. */
function facts({ path, content, stored }: ZipEntry, packed: Buffer, at: Date): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(VERSION, 0);
  bytes.writeUInt16LE(stored ? STORED : DEFLATED, 4);
  bytes.writeUInt32LE(dosTime(at), 6);
  bytes.writeUInt32LE(crc32(content), 10);
  bytes.writeUInt32LE(packed.length, 14);
  bytes.writeUInt32LE(content.length, 18);
  bytes.writeUInt16LE(path.length, 22);
  return bytes;
}

function signed(signature: number, ...parts: Buffer[]): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(signature);
  return Buffer.concat([head, ...parts]);
}

function centralEntry(entry: ZipEntry, shared: Buffer, offset: number): Buffer {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(VERSION);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return signed(CENTRAL, madeBy, shared, rest, Buffer.from(entry.path, 'latin1'));
}

function endRecord(entries: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(18);
  bytes.writeUInt16LE(entries, 4);
  bytes.writeUInt16LE(entries, 6);
  bytes.writeUInt32LE(size, 8);
  bytes.writeUInt32LE(offset, 12);
  return signed(END, bytes);
}

/**
 * A ZIP file of these entries in this order, of less than 4 GiB.
 * Source: PKWARE, APPNOTE.TXT 6.3, sections 4.3 and 4.4.
 */
export function zipOf(entries: Iterable<ZipEntry>, at: Date = new Date()): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const packed = entry.stored ? entry.content : deflateRawSync(entry.content);
    const shared = facts(entry, packed, at);
    const header = signed(LOCAL, shared, Buffer.from(entry.path, 'latin1'));
    central.push(centralEntry(entry, shared, offset));
    local.push(header, packed);
    offset += header.length + packed.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...local, directory, endRecord(central.length, directory.length, offset)]);
}
