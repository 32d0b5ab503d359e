import { and, asc, count, eq, isNull, sql } from 'drizzle-orm';
import type { Account } from '#shared/contract/accounts.contract.ts';
import type { Db } from '../db/database.ts';
import { accounts, students } from '../db/schema/index.ts';

/** What leaves main; hash and failed attempts stay. A student's account goes by the student's name. */
function selectAccounts(db: Db) {
  return db
    .select({
      id: accounts.id,
      username: accounts.username,
      displayName: sql<string>`coalesce(${students.fullName}, ${accounts.displayName})`,
      role: accounts.role,
      studentId: accounts.studentId,
      mustChangePassword: accounts.mustChangePassword,
      archivedAt: accounts.archivedAt,
      lastSignInAt: accounts.lastSignInAt,
    })
    .from(accounts)
    .leftJoin(students, eq(students.id, accounts.studentId));
}

/** Neither the account is archived nor the student that it belongs to. */
const isActive = and(isNull(accounts.archivedAt), isNull(students.archivedAt));

/** What sign-in needs to judge an attempt. */
export interface Credentials {
  id: string;
  username: string;
  passwordHash: string;
  failedAttempts: number;
  lockedUntil: number | null;
}

function selectCredentials(db: Db) {
  return db
    .select({
      id: accounts.id,
      username: accounts.username,
      passwordHash: accounts.passwordHash,
      failedAttempts: accounts.failedAttempts,
      lockedUntil: accounts.lockedUntil,
    })
    .from(accounts)
    .leftJoin(students, eq(students.id, accounts.studentId));
}

/** By name; archived accounts are listed too. */
export function listAccounts(db: Db): Account[] {
  return selectAccounts(db).orderBy(asc(accounts.displayName)).all();
}

export function findAccount(db: Db, id: string): Account | null {
  return selectAccounts(db).where(eq(accounts.id, id)).get() ?? null;
}

/** The account, unless it does not exist, is archived, or belongs to a student who is. */
export function findActiveAccount(db: Db, id: string): Account | null {
  return (
    selectAccounts(db)
      .where(and(eq(accounts.id, id), isActive))
      .get() ?? null
  );
}

/** The account of a student, archived or not. */
export function findAccountOfStudent(db: Db, studentId: string): Account | null {
  return selectAccounts(db).where(eq(accounts.studentId, studentId)).get() ?? null;
}

/** The credentials of an active account, by its user name in lower case. */
export function findCredentialsByUsername(db: Db, username: string): Credentials | null {
  return (
    selectCredentials(db)
      .where(and(eq(accounts.username, username), isActive))
      .get() ?? null
  );
}

/** @throws Error when the account does not exist */
export function readCredentials(db: Db, id: string): Credentials {
  const row = selectCredentials(db).where(eq(accounts.id, id)).get();
  if (row === undefined) throw new Error('The account does not exist.');
  return row;
}

export function usernameIsTaken(db: Db, username: string): boolean {
  const found = db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.username, username))
    .get();
  return found !== undefined;
}

export function countActiveAdmins(db: Db): number {
  const row = db
    .select({ admins: count() })
    .from(accounts)
    .where(and(eq(accounts.role, 'admin'), isNull(accounts.archivedAt)))
    .get();
  return row?.admins ?? 0;
}

export function insertAccount(db: Db, row: typeof accounts.$inferInsert): void {
  db.insert(accounts).values(row).run();
}

export type AccountChanges = Partial<Omit<typeof accounts.$inferInsert, 'id' | 'username'>>;

/** @throws Error unless exactly one account was changed */
export function updateAccount(db: Db, id: string, changes: AccountChanges): void {
  const { changes: rows } = db.update(accounts).set(changes).where(eq(accounts.id, id)).run();
  if (rows !== 1) throw new Error(`${rows} accounts were changed instead of one.`);
}
