import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeTestFolder } from '#tests/unit/support/test-platform.ts';
import { KEY_BYTES, openEncryptedFile } from '../db/encrypted-file.ts';
import { closeDatabase } from './open-register.ts';

test('a database whose log cannot be written back is let go of all the same, and that is said', () => {
  const folder = makeTestFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const sqlite = openEncryptedFile(join(folder, 'a.db'), randomBytes(KEY_BYTES), { create: true });
  // SQLite refuses the checkpoint inside a transaction, as it does on a full disk.
  sqlite.exec('BEGIN IMMEDIATE; CREATE TABLE a (id TEXT)');
  expect(() => closeDatabase(sqlite)).toThrow(/locked/);
  expect(sqlite.open).toBe(false);
});
