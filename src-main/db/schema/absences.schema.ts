import { isNull } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.schema.ts';
import { students } from './people.schema.ts';

/** Both days included. */
export const plannedAbsences = sqliteTable(
  'planned_absences',
  {
    id: text('id').primaryKey().notNull(),
    studentId: text('student_id')
      .notNull()
      .references(() => students.id),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day').notNull(),
    reason: text('reason').notNull(),
    /** Who said so, such as a parent. */
    reportedBy: text('reported_by').notNull(),
    recordedBy: text('recorded_by')
      .notNull()
      .references(() => accounts.id),
    recordedAt: integer('recorded_at').notNull(),
    cancelledAt: integer('cancelled_at'),
    reasonErasedAt: integer('reason_erased_at'),
  },
  (table) => [
    index('planned_absences_by_student')
      .on(table.studentId, table.toDay)
      .where(isNull(table.cancelledAt)),
    index('planned_absences_by_day').on(table.toDay).where(isNull(table.cancelledAt)),
  ],
);
