import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ImportKind } from '#shared/imports/import-field.ts';
import { accounts } from './accounts.schema.ts';

export const imports = sqliteTable(
  'imports',
  {
    id: text('id').primaryKey().notNull(),
    at: integer('at').notNull(),
    actorId: text('actor_id')
      .notNull()
      .references(() => accounts.id),
    kind: text('kind').$type<ImportKind>().notNull(),
    fileName: text('file_name').notNull(),
    created: integer('created').notNull(),
    changed: integer('changed').notNull(),
    undoneAt: integer('undone_at'),
    unfinishedBy: text('unfinished_by').references(() => accounts.id),
  },
  (table) => [
    index('imports_by_time').on(table.at, table.id),
    index('imports_unfinished')
      .on(table.unfinishedBy)
      .where(sql`${table.unfinishedBy} IS NOT NULL`),
  ],
);

export const importChanges = sqliteTable(
  'import_changes',
  {
    importId: text('import_id')
      .notNull()
      .references(() => imports.id),
    what: text('what').$type<'class' | 'student' | 'mark' | 'subject'>().notNull(),
    subjectId: text('subject_id').notNull(),
    before: text('before'),
    after: text('after').notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.what, table.subjectId] })],
);
