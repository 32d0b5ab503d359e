import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.schema.ts';
import { students } from './people.schema.ts';
import { sessions, statuses } from './register.schema.ts';

/** Settled without a student: dismissed. */
export const sessionGuests = sqliteTable(
  'session_guests',
  {
    id: text('id').primaryKey().notNull(),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id),
    name: text('name').notNull(),
    code: text('code')
      .notNull()
      .references(() => statuses.code),
    at: integer('at').notNull(),
    addedBy: text('added_by')
      .notNull()
      .references(() => accounts.id),
    settledAt: integer('settled_at'),
    studentId: text('student_id').references(() => students.id),
  },
  (table) => [index('session_guests_by_session').on(table.sessionId, table.at)],
);
