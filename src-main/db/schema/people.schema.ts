import { isNull } from 'drizzle-orm';
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { GuardianRelation } from '#shared/people/guardian.ts';

export const classes = sqliteTable(
  'classes',
  {
    id: text('id').primaryKey().notNull(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    createdAt: integer('created_at').notNull(),
    archivedAt: integer('archived_at'),
  },
  (table) => [uniqueIndex('classes_active_name').on(table.nameKey).where(isNull(table.archivedAt))],
);

/** From which day on an arrival counts as late after how many minutes; null: never. */
export const lateRules = sqliteTable(
  'late_rules',
  {
    classId: text('class_id')
      .notNull()
      .references(() => classes.id),
    from: text('from_day').notNull(),
    lateAfterMinutes: integer('late_after_minutes'),
  },
  (table) => [primaryKey({ columns: [table.classId, table.from] })],
);

export const subjects = sqliteTable(
  'subjects',
  {
    id: text('id').primaryKey().notNull(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    createdAt: integer('created_at').notNull(),
    archivedAt: integer('archived_at'),
  },
  (table) => [
    uniqueIndex('subjects_active_name').on(table.nameKey).where(isNull(table.archivedAt)),
  ],
);

export const students = sqliteTable(
  'students',
  {
    id: text('id').primaryKey().notNull(),
    studentNumber: text('student_number').notNull(),
    numberKey: text('number_key').notNull().unique(),
    fullName: text('full_name').notNull(),
    searchKey: text('search_key').notNull(),
    classId: text('class_id')
      .notNull()
      .references(() => classes.id),
    email: text('email'),
    createdAt: integer('created_at').notNull(),
    archivedAt: integer('archived_at'),
    erasedAt: integer('erased_at'),
  },
  (table) => [index('students_by_class').on(table.classId).where(isNull(table.archivedAt))],
);

/** Both days included; `toDay` null: the student is still in the class. */
export const classMemberships = sqliteTable(
  'class_memberships',
  {
    id: text('id').primaryKey().notNull(),
    studentId: text('student_id')
      .notNull()
      .references(() => students.id),
    classId: text('class_id')
      .notNull()
      .references(() => classes.id),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day'),
  },
  (table) => [
    uniqueIndex('class_memberships_current').on(table.studentId).where(isNull(table.toDay)),
    index('class_memberships_by_class').on(table.classId, table.fromDay),
    index('class_memberships_by_student').on(table.studentId, table.fromDay),
  ],
);

/** `phone` is E.164. */
export const guardians = sqliteTable(
  'guardians',
  {
    id: text('id').primaryKey().notNull(),
    studentId: text('student_id')
      .notNull()
      .references(() => students.id),
    name: text('name').notNull(),
    relation: text('relation').$type<GuardianRelation>().notNull(),
    phone: text('phone'),
    email: text('email'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('guardians_by_student').on(table.studentId)],
);
