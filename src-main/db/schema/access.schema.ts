import { isNull } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.schema.ts';
import { classes } from './people.schema.ts';

export const classTeachers = sqliteTable(
  'class_teachers',
  {
    classId: text('class_id')
      .notNull()
      .references(() => classes.id),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
  },
  (table) => [
    primaryKey({ columns: [table.classId, table.accountId] }),
    index('class_teachers_by_account').on(table.accountId),
  ],
);

/** For one class or for one teacher, never both; both days included. */
export const substitutions = sqliteTable(
  'substitutions',
  {
    id: text('id').primaryKey().notNull(),
    /** Who stands in. */
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    classId: text('class_id').references(() => classes.id),
    forAccountId: text('for_account_id').references(() => accounts.id),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day').notNull(),
    grantedBy: text('granted_by')
      .notNull()
      .references(() => accounts.id),
    grantedAt: integer('granted_at').notNull(),
    endedAt: integer('ended_at'),
  },
  (table) => [
    index('substitutions_by_account').on(table.accountId, table.toDay).where(isNull(table.endedAt)),
  ],
);
