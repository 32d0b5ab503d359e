import type { Account, IssuedPassword } from '#shared/contract/accounts.contract.ts';
import type { StaffRole } from '#shared/contract/base.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { findStudent } from '../people/students.queries.ts';
import { DomainError } from '../rpc/domain-error.ts';
import {
  type AccountChanges,
  countActiveAdmins,
  findAccount,
  findAccountOfStudent,
  insertAccount,
  updateAccount,
  usernameIsTaken,
} from './accounts.queries.ts';
import { temporaryPassword } from './issue-password.ts';
import { hashPassword } from './password-hash.ts';

/** Who does it, and when. */
export interface By {
  actor: Account;
  now: number;
}

export interface NewAccount {
  username: string;
  displayName: string;
  role: StaffRole;
}

export interface AccountUpdate {
  id: string;
  displayName?: string | undefined;
  role?: StaffRole | undefined;
  archived?: boolean | undefined;
}

function readAccount(db: Db, id: string): Account {
  const account = findAccount(db, id);
  if (account === null) throw new DomainError('NOT_FOUND', { what: 'account' });
  return account;
}

type NewRow = Pick<
  Parameters<typeof insertAccount>[1],
  'username' | 'displayName' | 'role' | 'studentId'
>;

/** Writes an account with a password made up for it; `rowIn` looks at the register first. */
async function issueAccount(db: Db, rowIn: (tx: Db) => NewRow, by: By): Promise<IssuedPassword> {
  const password = temporaryPassword();
  const passwordHash = await hashPassword(password);
  return inTransaction(db, (tx) => {
    const row = rowIn(tx);
    const { username, role } = row;
    if (usernameIsTaken(tx, username)) {
      throw new DomainError('CONFLICT', { what: 'username', name: username });
    }
    const id = newId();
    const mustChangePassword = true;
    insertAccount(tx, { ...row, id, passwordHash, mustChangePassword, createdAt: by.now });
    noteChange(tx, by, { change: 'created', username, role });
    return { account: readAccount(tx, id), temporaryPassword: password };
  });
}

/** @throws DomainError CONFLICT for a user name that is taken */
export function createAccount(db: Db, account: NewAccount, by: By): Promise<IssuedPassword> {
  return issueAccount(db, () => account, by);
}

function rowOfStudent(tx: Db, studentId: string): Omit<NewRow, 'username'> {
  const student = findStudent(tx, studentId);
  if (student === null) throw new DomainError('NOT_FOUND', { what: 'student' });
  const { fullName, archivedAt } = student;
  if (archivedAt !== null) {
    throw new DomainError('CONFLICT', { what: 'archivedStudent', name: fullName });
  }
  if (findAccountOfStudent(tx, studentId) !== null) {
    throw new DomainError('CONFLICT', { what: 'studentAccount', name: fullName });
  }
  return { displayName: fullName, role: 'student', studentId };
}

/**
 * The account under which a student sees their own record.
 * @throws DomainError NOT_FOUND, CONFLICT for a user name that is taken, a student who has left or
 * has an account
 */
export function createStudentAccount(
  db: Db,
  { studentId, username }: { studentId: string; username: string },
  by: By,
): Promise<IssuedPassword> {
  return issueAccount(db, (tx) => ({ ...rowOfStudent(tx, studentId), username }), by);
}

/**
 * Changes what is given. A student's account stays one: its name is the student's.
 * @throws DomainError NOT_FOUND, LAST_ADMIN, INVALID for another name or role of a student
 */
export function changeAccount(db: Db, update: AccountUpdate, by: By): Account {
  return inTransaction(db, (tx) => {
    const before = readAccount(tx, update.id);
    const renames = update.role !== undefined || update.displayName !== undefined;
    if (before.role === 'student' && renames) {
      throw new DomainError('INVALID', { field: 'role', why: 'studentAccount' });
    }
    const changes = columnsOf(update, before, by.now);
    const changed = Object.keys(changes);
    if (changed.length === 0) return before;
    updateAccount(tx, update.id, changes);
    if (countActiveAdmins(tx) === 0) throw new DomainError('LAST_ADMIN');
    noteChange(tx, by, { change: changed.join(' '), username: before.username });
    return readAccount(tx, update.id);
  });
}

function columnsOf(update: AccountUpdate, before: Account, now: number): AccountChanges {
  const changes: AccountChanges = {};
  if (update.displayName !== undefined) changes.displayName = update.displayName;
  if (update.role !== undefined) changes.role = update.role;
  if (update.archived !== undefined && update.archived !== (before.archivedAt !== null)) {
    changes.archivedAt = update.archived ? now : null;
  }
  return changes;
}

/**
 * Replaces the password by a temporary one, which also ends a lock-out.
 * @throws DomainError NOT_FOUND, INVALID for one's own, which is changed with the current one
 */
export async function resetPassword(db: Db, id: string, by: By): Promise<IssuedPassword> {
  if (id === by.actor.id) throw new DomainError('INVALID', { field: 'id', why: 'ownAccount' });
  const { username } = readAccount(db, id);
  const password = temporaryPassword();
  const passwordHash = await hashPassword(password);
  return inTransaction(db, (tx) => {
    updateAccount(tx, id, { ...newPassword(passwordHash), mustChangePassword: true });
    noteChange(tx, by, { change: 'password', username });
    return { account: readAccount(tx, id), temporaryPassword: password };
  });
}

/** What a new password sets besides: it ends a lock-out. */
export function newPassword(passwordHash: string): AccountChanges {
  return { passwordHash, failedAttempts: 0, lockedUntil: null };
}

export function noteChange(db: Db, by: By, detail: Record<string, string>): void {
  recordActivity(db, { at: by.now, kind: 'accountChanged', actorId: by.actor.id, detail });
}
