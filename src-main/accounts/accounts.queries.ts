import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Account } from '#shared/contract/accounts.contract.ts';
import type { Db } from '../db/database.ts';
import { accounts } from '../db/schema/index.ts';

/** The columns that leave main; hash and failed attempts stay. */
const publicColumns = {
  id: accounts.id,
  username: accounts.username,
  displayName: accounts.displayName,
  role: accounts.role,
  archivedAt: accounts.archivedAt,
  lastSignInAt: accounts.lastSignInAt,
};

/** What sign-in needs to judge an attempt. */
export interface Credentials {
  id: string;
  username: string;
  passwordHash: string;
  failedAttempts: number;
  lockedUntil: number | null;
}

const credentialColumns = {
  id: accounts.id,
  username: accounts.username,
  passwordHash: accounts.passwordHash,
  failedAttempts: accounts.failedAttempts,
  lockedUntil: accounts.lockedUntil,
};

/** By name; archived accounts are listed too. */
export function listAccounts(db: Db): Account[] {
  return db.select(publicColumns).from(accounts).orderBy(asc(accounts.displayName)).all();
}

export function findAccount(db: Db, id: string): Account | null {
  return db.select(publicColumns).from(accounts).where(eq(accounts.id, id)).get() ?? null;
}

/** The account, unless it does not exist or is archived. */
export function findActiveAccount(db: Db, id: string): Account | null {
  const account = findAccount(db, id);
  return account?.archivedAt === null ? account : null;
}

/** The credentials of an active account, by its user name in lower case. */
export function findCredentialsByUsername(db: Db, username: string): Credentials | null {
  const row = db
    .select(credentialColumns)
    .from(accounts)
    .where(and(eq(accounts.username, username), isNull(accounts.archivedAt)))
    .get();
  return row ?? null;
}

/** @throws Error when the account does not exist */
export function readCredentials(db: Db, id: string): Credentials {
  const row = db.select(credentialColumns).from(accounts).where(eq(accounts.id, id)).get();
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
