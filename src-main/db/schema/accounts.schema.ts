import { isNotNull } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Role } from '#shared/contract/base.ts';
import { students } from './people.schema.ts';

export const accounts = sqliteTable(
  'accounts',
  {
    id: text('id').primaryKey().notNull(),
    username: text('username').notNull().unique(),
    displayName: text('display_name').notNull(),
    role: text('role').$type<Role>().notNull(),
    /** A PHC string of Argon2id. */
    passwordHash: text('password_hash').notNull(),
    failedAttempts: integer('failed_attempts').notNull().default(0),
    lockedUntil: integer('locked_until'),
    lastSignInAt: integer('last_sign_in_at'),
    createdAt: integer('created_at').notNull(),
    archivedAt: integer('archived_at'),
    /** Whose own record this account reads; students' accounts have one, others none. */
    studentId: text('student_id').references(() => students.id),
    /** True while the password is one that somebody else has handed over. */
    mustChangePassword: integer('must_change_password', { mode: 'boolean' })
      .notNull()
      .default(false),
  },
  (table) => [
    uniqueIndex('accounts_by_student').on(table.studentId).where(isNotNull(table.studentId)),
  ],
);
export type AccountRow = typeof accounts.$inferSelect;

/** Failed sign-ins under names that no account has; the name itself is not kept. */
export const unknownNames = sqliteTable(
  'unknown_names',
  {
    nameHash: text('name_hash').primaryKey().notNull(),
    failedAttempts: integer('failed_attempts').notNull(),
    lockedUntil: integer('locked_until'),
    lastFailedAt: integer('last_failed_at').notNull(),
  },
  (table) => [index('unknown_names_by_time').on(table.lastFailedAt)],
);
