import type { Account } from '#shared/contract/accounts.contract.ts';
import type { Role } from '#shared/contract/base.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { readSchool } from '../settings/settings.queries.ts';
import {
  type AccountChanges,
  countActiveAdmins,
  findAccount,
  insertAccount,
  readCredentials,
  updateAccount,
  usernameIsTaken,
} from './accounts.queries.ts';
import { judgeInTurn } from './password-attempts.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { assertAcceptablePassword } from './password-rules.ts';
import { noteFailure, refuseWhileLocked } from './sign-in.service.ts';

/** Who does it, and when. */
export interface By {
  actor: Account;
  now: number;
}

export interface NewAccount {
  username: string;
  displayName: string;
  role: Role;
  password: string;
}

export interface AccountUpdate {
  id: string;
  displayName?: string | undefined;
  role?: Role | undefined;
  password?: string | undefined;
  archived?: boolean | undefined;
}

function readAccount(db: Db, id: string): Account {
  const account = findAccount(db, id);
  if (account === null) throw new DomainError('NOT_FOUND', { what: 'account' });
  return account;
}

function acceptedHash(db: Db, password: string, username: string): Promise<string> {
  assertAcceptablePassword(password, { username, schoolName: readSchool(db).name });
  return hashPassword(password);
}

/** @throws DomainError CONFLICT for a user name that is taken, INVALID for an easy password */
export async function createAccount(db: Db, account: NewAccount, by: By): Promise<Account> {
  const { username, displayName, role, password } = account;
  const passwordHash = await acceptedHash(db, password, username);
  return inTransaction(db, (tx) => {
    if (usernameIsTaken(tx, username)) {
      throw new DomainError('CONFLICT', { what: 'username', name: username });
    }
    const id = newId();
    insertAccount(tx, { id, username, displayName, role, passwordHash, createdAt: by.now });
    noteChange(tx, by, { change: 'created', username, role });
    return readAccount(tx, id);
  });
}

/**
 * Changes what is given; a new password also ends a lock-out.
 * @throws DomainError NOT_FOUND, LAST_ADMIN, INVALID for an easy password
 */
export async function changeAccount(db: Db, update: AccountUpdate, by: By): Promise<Account> {
  const { username } = readAccount(db, update.id);
  const passwordHash =
    update.password === undefined ? null : await acceptedHash(db, update.password, username);
  return inTransaction(db, (tx) => {
    const before = readAccount(tx, update.id);
    const changes = columnsOf(update, before, by.now);
    const changed = Object.keys(changes);
    if (passwordHash !== null) {
      changed.push('password');
      Object.assign(changes, newPassword(passwordHash));
    }
    if (changed.length === 0) return before;
    updateAccount(tx, update.id, changes);
    if (countActiveAdmins(tx) === 0) throw new DomainError('LAST_ADMIN');
    noteChange(tx, by, { change: changed.join(' '), username });
    return readAccount(tx, update.id);
  });
}

function newPassword(passwordHash: string): AccountChanges {
  return { passwordHash, failedAttempts: 0, lockedUntil: null };
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

async function assertCurrentPassword(db: Db, password: string, by: By): Promise<void> {
  const credentials = readCredentials(db, by.actor.id);
  refuseWhileLocked(credentials, by.now);
  if (await isPassword(credentials.passwordHash, password)) return;
  noteFailure(db, credentials, by.now);
  throw new DomainError('WRONG_CREDENTIALS');
}

/**
 * Changes one's own password. Wrong current passwords count as failed sign-ins.
 * @throws DomainError WRONG_CREDENTIALS, LOCKED_OUT, INVALID for an easy password
 */
export async function changeOwnPassword(
  db: Db,
  passwords: { current: string; next: string },
  by: By,
): Promise<void> {
  const { username } = by.actor;
  await judgeInTurn(() => assertCurrentPassword(db, passwords.current, by));
  const passwordHash = await acceptedHash(db, passwords.next, username);
  inTransaction(db, (tx) => {
    updateAccount(tx, by.actor.id, newPassword(passwordHash));
    noteChange(tx, by, { change: 'password', username });
  });
}

function noteChange(db: Db, by: By, detail: Record<string, string>): void {
  recordActivity(db, { at: by.now, kind: 'accountChanged', actorId: by.actor.id, detail });
}
