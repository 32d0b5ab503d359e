import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Role } from '#shared/contract/base.ts';

export const accounts = sqliteTable('accounts', {
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
});
export type AccountRow = typeof accounts.$inferSelect;
