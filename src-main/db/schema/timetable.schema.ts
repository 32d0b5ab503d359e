import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.schema.ts';
import { classes, subjects } from './people.schema.ts';

/** Both days included. */
export const terms = sqliteTable('terms', {
  id: text('id').primaryKey().notNull(),
  name: text('name').notNull(),
  from: text('from_day').notNull(),
  to: text('to_day').notNull(),
});

/** Both days included. */
export const holidays = sqliteTable('holidays', {
  id: text('id').primaryKey().notNull(),
  name: text('name').notNull(),
  from: text('from_day').notNull(),
  to: text('to_day').notNull(),
});

/** Held every week from its first day to its last; times in minutes since midnight. */
export const lessons = sqliteTable(
  'lessons',
  {
    id: text('id').primaryKey().notNull(),
    /** ISO 8601: 1 is Monday. */
    weekday: integer('weekday').notNull(),
    startsAt: integer('starts_at').notNull(),
    endsAt: integer('ends_at').notNull(),
    classId: text('class_id')
      .notNull()
      .references(() => classes.id),
    subjectId: text('subject_id')
      .notNull()
      .references(() => subjects.id),
    teacherId: text('teacher_id')
      .notNull()
      .references(() => accounts.id),
    room: text('room'),
    from: text('from_day').notNull(),
    to: text('to_day'),
  },
  (table) => [
    index('lessons_by_weekday').on(table.weekday, table.startsAt),
    index('lessons_by_class').on(table.classId),
    index('lessons_by_teacher').on(table.teacherId),
  ],
);

/** Lessons that did not take place on a day, and why. */
export const lessonsNotHeld = sqliteTable(
  'lessons_not_held',
  {
    lessonId: text('lesson_id')
      .notNull()
      .references(() => lessons.id),
    day: text('day').notNull(),
    reason: text('reason').notNull(),
    recordedBy: text('recorded_by')
      .notNull()
      .references(() => accounts.id),
    recordedAt: integer('recorded_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.lessonId, table.day] })],
);
