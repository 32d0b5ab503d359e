import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeTestFolder } from '#tests/unit/support/test-platform.ts';
import { openEncryptedFile } from './encrypted-file.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';

const BEFORE = 'timetable';

test('a class keeps its late rule, from the beginning', () => {
  const folder = makeTestFolder();
  const sqlite = openEncryptedFile(join(folder, 'a.db'), randomBytes(32), { create: true });
  onTestFinished(() => {
    sqlite.close();
    rmSync(folder, { recursive: true });
  });
  const { version } = MIGRATIONS.find(({ name }) => name === BEFORE)!;
  migrate(sqlite, { migrations: MIGRATIONS.filter((one) => one.version < version) });
  sqlite.exec(`INSERT INTO classes (id, name, name_key, late_after_minutes, created_at)
    VALUES ('a', '8B', '8b', 10, 1), ('b', '9C', '9c', NULL, 1)`);
  migrate(sqlite);
  expect(sqlite.prepare('SELECT * FROM late_rules ORDER BY class_id').all()).toEqual([
    { class_id: 'a', from_day: '0001-01-01', late_after_minutes: 10 },
    { class_id: 'b', from_day: '0001-01-01', late_after_minutes: null },
  ]);
});
