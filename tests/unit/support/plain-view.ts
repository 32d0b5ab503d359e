import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { registerFiles } from '#main/app/register-files.ts';
import { makeTestFolder } from './test-platform.ts';
import type { TestRegister } from './test-register.ts';

/**
 * Every page of the database, free ones too, as it would lie on the disk were it not encrypted:
 * the files are copied as they are now, and the copy is rewritten in place without a key.
 */
export function plainPages({ platform, host, db }: Pick<TestRegister, 'platform' | 'host' | 'db'>) {
  const [busy] = db.all<{ busy: number }>(sql`PRAGMA wal_checkpoint(TRUNCATE)`);
  if (busy?.busy !== 0) throw new Error('The write-ahead log could not be emptied.');
  const folder = join(makeTestFolder(), 'plain');
  mkdirSync(folder);
  const path = join(folder, 'plain.db');
  copyFileSync(registerFiles(platform.dataFolder).database, path);
  const copy = new Database(path);
  try {
    copy.pragma(`cipher = 'sqlcipher'`);
    copy.pragma(`key = "x'${host.register().key.toString('hex')}'"`);
    copy.pragma('journal_mode = DELETE');
    copy.pragma(`rekey = ''`);
  } finally {
    copy.close();
  }
  const bytes = readFileSync(path);
  rmSync(join(folder, '..'), { recursive: true });
  if (!bytes.includes('SQLite format 3')) throw new Error('The copy is still encrypted.');
  return bytes;
}

/** Whether any four values in a row of a vector lie there, at whatever place. */
export function holdsVector(bytes: Buffer, vector: Float32Array): boolean {
  const face = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
  for (let start = 0; start + 16 <= face.length; start += 16) {
    const part = face.subarray(start, start + 16);
    if (part.some((byte) => byte !== 0) && bytes.includes(part)) return true;
  }
  return false;
}

/** Which of these texts lie there, as typed or in lower case, in UTF-8 or UTF-16. */
export function textsIn(bytes: Buffer, texts: readonly string[]): string[] {
  return texts.filter((text) =>
    [text, text.toLowerCase()].some(
      (one) => bytes.includes(one) || bytes.includes(Buffer.from(one, 'utf16le')),
    ),
  );
}
