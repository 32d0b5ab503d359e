import { inflateRawSync } from 'node:zlib';
import { UnreadableFile } from './file-fault.ts';

// Source of the offsets: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
const END = { signature: 0x06054b50, size: 22, longestComment: 0xffff } as const;
const ENTRY = { signature: 0x02014b50, size: 46 } as const;
const LOCAL = { signature: 0x04034b50, size: 30 } as const;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const MOST_ENTRIES = 5000;
/** A sheet of the same row over and over packs 30 to 60 times; a bomb 1,000 times. */
const MOST_PACKED = 300;
const SMALL_BYTES = 10 * 1024 * 1024;

interface Entry {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  local: number;
}

function endOfDirectory(zip: Buffer): number {
  const from = zip.length - END.size;
  for (let at = from; at >= Math.max(0, from - END.longestComment); at -= 1) {
    if (zip.readUInt32LE(at) === END.signature) return at;
  }
  throw new UnreadableFile('damaged');
}

function entryAt(zip: Buffer, at: number): { entry: Entry; next: number } {
  if (at + ENTRY.size > zip.length || zip.readUInt32LE(at) !== ENTRY.signature) {
    throw new UnreadableFile('damaged');
  }
  if (zip.readUInt16LE(at + 8) & ENCRYPTED) throw new UnreadableFile('password');
  const nameLength = zip.readUInt16LE(at + 28);
  const rest = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  const nameAt = at + ENTRY.size;
  const entry = {
    name: zip.toString('utf8', nameAt, nameAt + nameLength),
    method: zip.readUInt16LE(at + 10),
    packed: zip.readUInt32LE(at + 20),
    unpacked: zip.readUInt32LE(at + 24),
    local: zip.readUInt32LE(at + 42),
  };
  return { entry, next: nameAt + nameLength + rest };
}

function entriesOf(zip: Buffer): Entry[] {
  const end = endOfDirectory(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new UnreadableFile('unpacksTooLarge');
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  while (entries.length < count) {
    const { entry, next } = entryAt(zip, at);
    entries.push(entry);
    at = next;
  }
  return entries;
}

/** What the archive says of itself, before a byte is unpacked. */
function checkDeclared(entries: readonly Entry[], limit: number): void {
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const isBomb = entries.some(
    ({ packed, unpacked }) => unpacked > SMALL_BYTES && unpacked > packed * MOST_PACKED,
  );
  if (total > limit || isBomb) throw new UnreadableFile('unpacksTooLarge');
}

/** What an entry really unpacks to, in bytes. @throws UnreadableFile beyond `limit` */
function unpackedBytes(zip: Buffer, { local, method, packed }: Entry, limit: number): number {
  if (local + LOCAL.size > zip.length || zip.readUInt32LE(local) !== LOCAL.signature) {
    throw new UnreadableFile('damaged');
  }
  const from = local + LOCAL.size + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (from + packed > zip.length) throw new UnreadableFile('damaged');
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new UnreadableFile('damaged');
  try {
    return inflateRawSync(zip.subarray(from, from + packed), { maxOutputLength: limit }).length;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new UnreadableFile(code === 'ERR_BUFFER_TOO_LARGE' ? 'unpacksTooLarge' : 'damaged');
  }
}

/**
 * The names in a ZIP archive, once it is sure that it unpacks to no more than `limit` bytes: by
 * what its directory declares, and then, because that may lie, by unpacking it.
 * @throws UnreadableFile unpacksTooLarge, damaged, password
 */
export function namesOfSafeArchive(zip: Buffer, limit: number): string[] {
  const entries = entriesOf(zip);
  checkDeclared(entries, limit);
  let left = limit;
  for (const entry of entries) {
    left -= unpackedBytes(zip, entry, Math.max(1, left));
    if (left < 0) throw new UnreadableFile('unpacksTooLarge');
  }
  return entries.map(({ name }) => name);
}
