import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Activity, ActivityKind } from '#shared/contract/activity.contract.ts';
import { accounts } from './accounts.schema.ts';
import { classes, students } from './people.schema.ts';
import { sessions } from './register.schema.ts';

export const activity = sqliteTable(
  'activity',
  {
    id: text('id').primaryKey().notNull(),
    at: integer('at').notNull(),
    kind: text('kind').$type<ActivityKind>().notNull(),
    actorId: text('actor_id').references(() => accounts.id),
    sessionId: text('session_id').references(() => sessions.id),
    studentId: text('student_id').references(() => students.id),
    detail: text('detail', { mode: 'json' }).$type<Activity['detail']>().notNull(),
    classId: text('class_id').references(() => classes.id),
  },
  (table) => [
    index('activity_by_time').on(table.at, table.id),
    index('activity_by_session').on(table.sessionId, table.at, table.id),
    index('activity_by_kind').on(table.kind, table.at, table.id),
    index('activity_by_student').on(table.studentId, table.at, table.id),
  ],
);
