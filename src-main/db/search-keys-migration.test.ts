import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeTestFolder } from '#tests/unit/support/test-platform.ts';
import { openEncryptedFile } from './encrypted-file.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';

const NEW = 'search-keys';

test('keys without vowel signs are made anew', () => {
  const folder = makeTestFolder();
  const sqlite = openEncryptedFile(join(folder, 'a.db'), randomBytes(32), { create: true });
  onTestFinished(() => {
    sqlite.close();
    rmSync(folder, { recursive: true });
  });
  const { version } = MIGRATIONS.find(({ name }) => name === NEW)!;
  migrate(sqlite, { migrations: MIGRATIONS.filter((one) => one.version < version) });
  sqlite.exec(`INSERT INTO classes (id, name, name_key, created_at) VALUES ('c', '8B', '8b', 1)`);
  const insert = sqlite.prepare(`INSERT INTO students (id, student_number, number_key, full_name,
    search_key, class_id, created_at) VALUES (:id, :id, :id, :name, :key, 'c', 1)`);
  insert.run({ id: '7', name: 'राम सिंह', key: 'रम सह 7' });
  insert.run({ id: '8', name: 'José', key: 'jose 8' });
  migrate(sqlite);
  const keys = sqlite.prepare('SELECT search_key FROM students ORDER BY id').pluck().all();
  expect(keys).toEqual(['राम सिंह 7', 'jose 8']);
});
