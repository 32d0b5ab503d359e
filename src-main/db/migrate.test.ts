import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { makeTestFolder } from '#tests/unit/support/test-platform.ts';
import { openEncryptedFile } from './encrypted-file.ts';
import { migrate, NewerDatabaseError, schemaVersion } from './migrate.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { backUpBeforeMigration } from './pre-migration-backup.ts';

function emptyDatabase() {
  const folder = makeTestFolder();
  const key = randomBytes(32);
  const path = join(folder, 'a.db');
  const sqlite = openEncryptedFile(path, key, { create: true });
  onTestFinished(() => {
    sqlite.close();
    rmSync(folder, { recursive: true });
  });
  return { sqlite, folder, key };
}

const hasTable = (sqlite: Database.Database, name: string) =>
  sqlite.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined;

const first: Migration = {
  version: 1,
  name: 'first',
  sql: `CREATE TABLE parents (id INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE children (parent INTEGER NOT NULL REFERENCES parents (id)) STRICT;
    INSERT INTO parents VALUES (1);
    INSERT INTO children VALUES (1);`,
};

test('migrations are numbered from one without a gap', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
});

test('an empty database gets the newest schema and its version, and a second run changes nothing', () => {
  const { sqlite } = emptyDatabase();
  migrate(sqlite);
  expect(schemaVersion(sqlite)).toBe(MIGRATIONS.length);
  expect(hasTable(sqlite, 'attendance_events')).toBe(true);
  migrate(sqlite, { backUp: () => expect.unreachable('there is nothing to migrate') });
  expect(schemaVersion(sqlite)).toBe(MIGRATIONS.length);
});

test('a database from a newer version is refused and left as it is', () => {
  const { sqlite } = emptyDatabase();
  sqlite.pragma('user_version = 99');
  expect(() => migrate(sqlite)).toThrow(NewerDatabaseError);
  expect(schemaVersion(sqlite)).toBe(99);
  expect(hasTable(sqlite, 'school')).toBe(false);
});

test('a migration that fails half way leaves the schema and version before it', () => {
  const { sqlite } = emptyDatabase();
  const second = {
    version: 2,
    name: 'second',
    sql: 'CREATE TABLE half (a TEXT); SELECT nonsense;',
  };
  expect(() => migrate(sqlite, { migrations: [first, second] })).toThrow(/nonsense/);
  expect(schemaVersion(sqlite)).toBe(1);
  expect(hasTable(sqlite, 'half')).toBe(false);
  expect(sqlite.inTransaction).toBe(false);
  expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
});

test('a migration may rebuild a table that others point to, but not orphan rows', () => {
  const { sqlite } = emptyDatabase();
  const rebuild = {
    version: 2,
    name: 'rebuild',
    sql: `CREATE TABLE parents_new (id INTEGER PRIMARY KEY, name TEXT) STRICT;
      INSERT INTO parents_new (id) SELECT id FROM parents;
      DROP TABLE parents;
      ALTER TABLE parents_new RENAME TO parents;`,
  };
  const orphan = { version: 3, name: 'orphan', sql: 'DELETE FROM parents;' };
  expect(() => migrate(sqlite, { migrations: [first, rebuild, orphan] })).toThrow(/1 orphaned/);
  expect(schemaVersion(sqlite)).toBe(2);
  expect(sqlite.prepare('SELECT id, name FROM parents').all()).toEqual([{ id: 1, name: null }]);
  expect(sqlite.prepare('SELECT parent FROM children').all()).toEqual([{ parent: 1 }]);
});

test('before a migration an encrypted copy of the old database is made; three are kept', () => {
  const { sqlite, folder, key } = emptyDatabase();
  migrate(sqlite, { migrations: [first] });
  const backups = join(folder, 'backups');
  const second = { version: 2, name: 'second', sql: 'CREATE TABLE later (a TEXT) STRICT;' };
  let copy = '';
  migrate(sqlite, {
    migrations: [first, second],
    backUp: (from, to) => {
      copy = backUpBeforeMigration(sqlite, backups, { from, to, now: 1_000 });
    },
  });
  const old = openEncryptedFile(copy, key, { create: false });
  expect(schemaVersion(old)).toBe(1);
  expect(hasTable(old, 'later')).toBe(false);
  expect(old.prepare('SELECT parent FROM children').all()).toEqual([{ parent: 1 }]);
  old.close();
  expect(() => openEncryptedFile(copy, randomBytes(32), { create: false })).toThrow(
    /not a database/,
  );
  for (const now of [2_000, 3_000, 4_000]) {
    backUpBeforeMigration(sqlite, backups, { from: 2, to: 3, now });
  }
  expect(readdirSync(backups).filter((file) => file.endsWith('.db'))).toEqual([
    'before-migration-2000-from-2-to-3.db',
    'before-migration-3000-from-2-to-3.db',
    'before-migration-4000-from-2-to-3.db',
  ]);
});
