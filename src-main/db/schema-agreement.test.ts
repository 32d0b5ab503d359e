import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestFolder } from '#tests/unit/support/test-platform.ts';
import { openEncryptedFile } from './encrypted-file.ts';
import { migrate } from './migrate.ts';
import * as schema from './schema/index.ts';

const HINT =
  'Change the schema in src-main/db/schema and a new file in src-main/db/migrations together.';
const folder = makeTestFolder();
let sqlite: Database.Database;

beforeAll(() => {
  sqlite = openEncryptedFile(join(folder, 'a.db'), randomBytes(32), { create: true });
  migrate(sqlite);
});
afterAll(() => {
  sqlite.close();
  rmSync(folder, { recursive: true });
});

const tables = Object.values<SQLiteTable>(schema).map((table) => getTableConfig(table));

function rows<T>(sql: string, ...args: unknown[]): T[] {
  return sqlite.prepare<unknown[], T>(sql).all(...args);
}

/** "a,b unique partial" for each index, whatever made it. */
function indexesInDatabase(table: string): string[] {
  return rows<{ name: string; unique: number; origin: string; partial: number }>(
    'SELECT * FROM pragma_index_list(?)',
    table,
  )
    .filter((index) => index.origin !== 'pk')
    .map((index) => {
      const columns = rows<{ name: string }>('SELECT name FROM pragma_index_info(?)', index.name);
      const names = columns.map((column) => column.name).join();
      return `${names}${index.unique ? ' unique' : ''}${index.partial ? ' partial' : ''}`;
    })
    .toSorted();
}

function indexesInSchema({ indexes, uniqueConstraints, columns }: (typeof tables)[number]) {
  return [
    ...indexes.map(({ config }) => {
      const names = config.columns.map((column) => ('name' in column ? column.name : '?')).join();
      return `${names}${config.unique ? ' unique' : ''}${config.where ? ' partial' : ''}`;
    }),
    ...uniqueConstraints.map(({ columns: of }) => `${of.map(({ name }) => name).join()} unique`),
    ...columns.filter((column) => column.isUnique).map(({ name }) => `${name} unique`),
  ].toSorted();
}

function keysInDatabase(table: string): string[] {
  const found = rows<{ id: number; table: string; from: string; to: string }>(
    'SELECT id, "table", "from", "to" FROM pragma_foreign_key_list(?) ORDER BY id, seq',
    table,
  );
  return Object.values(Object.groupBy(found, (row) => row.id))
    .map((parts = []) => {
      const [first] = parts;
      const from = parts.map((part) => part.from).join();
      return `${from} -> ${first?.table}(${parts.map((part) => part.to).join()})`;
    })
    .toSorted();
}

function keysInSchema({ foreignKeys }: (typeof tables)[number]): string[] {
  return foreignKeys
    .map((key) => {
      const { columns, foreignColumns, foreignTable } = key.reference();
      const names = (list: Array<{ name: string }>) => list.map(({ name }) => name).join();
      return `${names(columns)} -> ${getTableConfig(foreignTable).name}(${names(foreignColumns)})`;
    })
    .toSorted();
}

test('the migrations and the schema know the same tables, all of them strict', () => {
  const found = rows<{ name: string; strict: number }>(
    `SELECT name, strict FROM pragma_table_list
      WHERE schema = 'main' AND type <> 'view' AND name NOT LIKE 'sqlite_%'`,
  );
  expect(found.map(({ name }) => name).toSorted(), HINT).toEqual(
    tables.map(({ name }) => name).toSorted(),
  );
  expect(found.filter(({ strict }) => strict !== 1)).toEqual([]);
});

describe.each(tables.map((table) => [table.name, table] as const))('table %s', (name, table) => {
  test('has the columns of the schema', () => {
    const found = rows<{ name: string; type: string; notnull: number; pk: number }>(
      'SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY cid',
      name,
    );
    const keyColumns = new Set([
      ...table.columns.filter((column) => column.primary).map((column) => column.name),
      ...table.primaryKeys.flatMap((key) => key.columns.map((column) => column.name)),
    ]);
    const inDatabase = found.map((column) => ({
      name: column.name,
      type: column.type.toLowerCase(),
      // SQLite leaves the flag off for an INTEGER PRIMARY KEY, which cannot be null.
      notNull: column.notnull === 1 || (column.pk > 0 && column.type === 'INTEGER'),
      key: column.pk > 0,
    }));
    const inSchema = table.columns.map((column) => ({
      name: column.name,
      type: column.getSQLType(),
      notNull: column.notNull,
      key: keyColumns.has(column.name),
    }));
    expect(inDatabase, HINT).toEqual(inSchema);
  });

  test('has the indexes and foreign keys of the schema', () => {
    expect(indexesInDatabase(name), HINT).toEqual(indexesInSchema(table));
    expect(keysInDatabase(name), HINT).toEqual(keysInSchema(table));
  });
});
