import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeTestFolder } from '#tests/unit/support/test-platform.ts';
import { openEncryptedFile } from './encrypted-file.ts';
import { storageProblem } from './storage-error.ts';

function testFile() {
  const folder = makeTestFolder();
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return { folder, path: join(folder, 'a.db'), key: randomBytes(32) };
}

function problemOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return storageProblem(error);
  }
  return 'no error';
}

test('durability and privacy settings hold on every connection', () => {
  const { path, key } = testFile();
  openEncryptedFile(path, key, { create: true }).close();
  const sqlite = openEncryptedFile(path, key, { create: false });
  const setting = (name: string) => sqlite.pragma(name, { simple: true });
  expect({
    cipher: setting('cipher'),
    journal: setting('journal_mode'),
    synchronous: setting('synchronous'),
    foreignKeys: setting('foreign_keys'),
    secureDelete: setting('secure_delete'),
    tempStore: setting('temp_store'),
  }).toEqual({
    cipher: 'sqlcipher',
    journal: 'wal',
    synchronous: 2,
    foreignKeys: 1,
    secureDelete: 1,
    tempStore: 2,
  });
  sqlite.close();
});

test('neither the file nor its log holds what was written, and a header says nothing', () => {
  const { folder, path, key } = testFile();
  const sqlite = openEncryptedFile(path, key, { create: true });
  sqlite.exec('CREATE TABLE t (name TEXT) STRICT');
  sqlite.prepare('INSERT INTO t VALUES (?)').run('Amina Benali-Okafor');
  const files = readdirSync(folder);
  expect(files.toSorted()).toEqual(['a.db', 'a.db-shm', 'a.db-wal']);
  for (const file of files) {
    const bytes = readFileSync(join(folder, file));
    expect(bytes.includes('Amina'), file).toBe(false);
    expect(bytes.includes('SQLite format'), file).toBe(false);
    expect(bytes.includes('CREATE TABLE'), file).toBe(false);
  }
  expect(statSync(join(folder, 'a.db-wal')).size).toBeGreaterThan(4096);
  sqlite.close();
});

test('only its owner may read the file', { skip: process.platform === 'win32' }, () => {
  const { path, key } = testFile();
  openEncryptedFile(path, key, { create: true }).close();
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('another key, a plain file and a missing file are told apart', () => {
  const { folder, path, key } = testFile();
  openEncryptedFile(path, key, { create: true }).close();
  expect(problemOf(() => openEncryptedFile(path, randomBytes(32), { create: false }))).toBe(
    'notADatabase',
  );
  writeFileSync(join(folder, 'b.db'), 'not a database at all'.repeat(400));
  expect(problemOf(() => openEncryptedFile(join(folder, 'b.db'), key, { create: false }))).toBe(
    'notADatabase',
  );
  expect(problemOf(() => openEncryptedFile(join(folder, 'c.db'), key, { create: false }))).toBe(
    'readOnly',
  );
});

test('a key of the wrong length is refused before it is used', () => {
  const { path } = testFile();
  expect(() => openEncryptedFile(path, randomBytes(31), { create: true })).toThrow(RangeError);
});
