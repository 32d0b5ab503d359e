import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { StudentRule } from '#shared/privacy/retention.ts';
import { accounts } from './accounts.schema.ts';
import { students } from './people.schema.ts';

/** One row: the school's rules, null where something is kept for as long as the register. */
export const retention = sqliteTable('retention', {
  id: integer('id').primaryKey(),
  unusedFaces: integer('unused_faces'),
  formerStudents: integer('former_students'),
  activity: integer('activity'),
  importCopies: integer('import_copies'),
  absenceReasons: integer('absence_reasons'),
  changedBy: text('changed_by').references(() => accounts.id),
  lastRunAt: integer('last_run_at'),
  /** The first day on which something may be removed. */
  holdUntil: text('hold_until'),
});

export const retentionNotices = sqliteTable(
  'retention_notices',
  {
    studentId: text('student_id')
      .notNull()
      .references(() => students.id),
    rule: text('rule').$type<StudentRule>().notNull(),
    noticedAt: integer('noticed_at').notNull(),
    eraseOn: text('erase_on').notNull(),
    keptAt: integer('kept_at'),
    keptBy: text('kept_by').references(() => accounts.id),
  },
  (table) => [primaryKey({ columns: [table.studentId, table.rule] })],
);
