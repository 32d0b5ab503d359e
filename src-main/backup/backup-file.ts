import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { recoveryWrapSchema } from '../app/key-file.ts';
import { chainHeadSchema } from '../security/chain-heads.ts';

/**
 * A backup is one file: 16 bytes of magic, the header's length (4 bytes, big-endian), the header as
 * JSON, and the database as SQLite wrote it, encrypted under the register's key. The header holds
 * that key wrapped by the recovery passphrase, and nothing about anybody.
 */
const MAGIC = Buffer.from('ROLLCALL BACKUP\n');
const LENGTH_BYTES = 4;
const LONGEST_HEADER = 64 * 1024;
const OWNER_ONLY = 0o600;

const headerSchema = z.object({
  version: z.literal(1),
  /** Milliseconds since the epoch. */
  madeAt: z.number().int().nonnegative(),
  appVersion: z.string().max(40),
  schemaVersion: z.number().int().positive(),
  /** Length and SHA-256 of the database that follows. */
  bytes: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Tells whether an unwrapped key is the right one; see `keyCheck`. */
  check: z.base64(),
  recovery: recoveryWrapSchema,
  /** Where the log of marks ended, so that the register can be held against it; see `checkLog`. */
  heads: z.array(chainHeadSchema).optional(),
  /** HMAC-SHA-256 of all the above under the register's key. */
  mac: z.base64(),
});
export type BackupHeader = z.infer<typeof headerSchema>;

export type BackupFault = 'notABackup' | 'newerFormat' | 'truncated' | 'damaged' | 'unreadable';

/** The file is none of ours, not all of it, or not what was written. */
export class BackupFileError extends Error {
  override readonly name = 'BackupFileError';
  readonly fault: BackupFault;
  constructor(fault: BackupFault, cause?: unknown) {
    super(`The backup cannot be used: ${fault}.`, { cause });
    this.fault = fault;
  }
}

function macOf(header: Omit<BackupHeader, 'mac'>, key: Buffer): Buffer {
  const fields = Object.entries(header).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHmac('sha256', key).update(JSON.stringify(fields)).digest();
}

/** @throws BackupFileError damaged, when the header was altered after it was made */
export function assertAuthentic({ mac, ...header }: BackupHeader, key: Buffer): void {
  const found = Buffer.from(mac, 'base64');
  const expected = macOf(header, key);
  const isSame = found.length === expected.length && timingSafeEqual(found, expected);
  if (!isSame) throw new BackupFileError('damaged');
}

async function sha256Of(path: string, start = 0): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { start })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function beginning(header: BackupHeader): Buffer {
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(text.length);
  return Buffer.concat([MAGIC, length, text]);
}

async function syncToDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

type Described = Omit<BackupHeader, 'version' | 'bytes' | 'sha256' | 'mac'>;

/**
 * Writes a backup of the encrypted database at `database` and reads it back; it is on disk and the
 * same when this resolves.
 * @param target must not exist
 * @throws BackupFileError damaged, when the disk gave back something else than was written;
 *   Error with the system's code (ENOSPC, EACCES, ...)
 */
export async function writeBackupFile(
  { database, target }: { database: string; target: string },
  described: Described,
  key: Buffer,
): Promise<BackupHeader> {
  const { size: bytes } = await stat(database);
  const facts = { version: 1 as const, ...described, bytes, sha256: await sha256Of(database) };
  const header: BackupHeader = { ...facts, mac: macOf(facts, key).toString('base64') };
  const out = createWriteStream(target, { flags: 'wx', mode: OWNER_ONLY });
  out.write(beginning(header));
  await pipeline(createReadStream(database), out);
  await syncToDisk(target);
  const { header: read, bodyAt } = await readBackupHeader(target);
  if ((await sha256Of(target, bodyAt)) !== read.sha256) throw new BackupFileError('damaged');
  return header;
}

async function readExactly(file: FileHandle, length: number, position: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new BackupFileError('truncated');
  return buffer;
}

function parseHeader(text: string): BackupHeader {
  try {
    return headerSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new BackupFileError('damaged', cause);
  }
}

async function headerIn(file: FileHandle): Promise<{ header: BackupHeader; bodyAt: number }> {
  const { size } = await file.stat();
  if (size < MAGIC.length) throw new BackupFileError('notABackup');
  const magic = await readExactly(file, MAGIC.length, 0);
  if (!magic.equals(MAGIC)) throw new BackupFileError('notABackup');
  const length = (await readExactly(file, LENGTH_BYTES, MAGIC.length)).readUInt32BE();
  if (length > LONGEST_HEADER) throw new BackupFileError('damaged');
  const headerAt = MAGIC.length + LENGTH_BYTES;
  const text = (await readExactly(file, length, headerAt)).toString('utf8');
  if (/"version":(?!1\b)\d+/.test(text)) throw new BackupFileError('newerFormat');
  const header = parseHeader(text);
  const bodyAt = headerAt + length;
  if (size < bodyAt + header.bytes) throw new BackupFileError('truncated');
  if (size > bodyAt + header.bytes) throw new BackupFileError('damaged');
  return { header, bodyAt };
}

/** The stick was pulled out, the file is locked, or it is a folder. */
async function openBackup(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (cause) {
    throw new BackupFileError('unreadable', cause);
  }
}

/**
 * What a backup says of itself; nothing of it is proven before `assertAuthentic`.
 * @throws BackupFileError
 */
export async function readBackupHeader(
  path: string,
): Promise<{ header: BackupHeader; bodyAt: number }> {
  const file = await openBackup(path);
  try {
    return await headerIn(file);
  } finally {
    await file.close();
  }
}

/**
 * Takes the database out of a backup.
 * @param target must not exist; is there only in part when this throws
 * @throws BackupFileError damaged, when it is not what was put in
 */
export async function extractDatabase(path: string, target: string): Promise<void> {
  const { header, bodyAt } = await readBackupHeader(path);
  const hash = createHash('sha256');
  const listen = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const out = createWriteStream(target, { flags: 'wx', mode: OWNER_ONLY });
  await pipeline(createReadStream(path, { start: bodyAt }), listen, out);
  if (hash.digest('hex') !== header.sha256) throw new BackupFileError('damaged');
  await syncToDisk(target);
}
