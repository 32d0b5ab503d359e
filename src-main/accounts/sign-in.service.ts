import { randomUUID } from 'node:crypto';
import type { Account } from '#shared/contract/accounts.contract.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { DomainError } from '../rpc/domain-error.ts';
import {
  type Credentials,
  findActiveAccount,
  findCredentialsByUsername,
  updateAccount,
} from './accounts.queries.ts';
import { attemptDelay, remainingDelay } from './attempt-delay.ts';
import { AttemptPace } from './attempt-pace.ts';
import { judgeInTurn } from './password-attempts.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { attemptsUnder, noteUnknownFailure } from './unknown-name.service.ts';

export interface Attempt {
  username: string;
  password: string;
}

let noAccountHash: Promise<string> | null = null;

/** A hash that no password fits, so that a name nobody has takes as long as one that exists. */
function hashOfNobody(): Promise<string> {
  noAccountHash ??= hashPassword(randomUUID());
  return noAccountHash;
}

/** One for each register that is open; in memory, as the process's own. */
const paces = new WeakMap<Db, AttemptPace>();

function paceOf(db: Db): AttemptPace {
  const pace = paces.get(db) ?? new AttemptPace();
  paces.set(db, pace);
  return pace;
}

/** @throws DomainError LOCKED_OUT while the delay of this name or of the process has not passed */
export function assertMayAttempt(db: Db, lockedUntil: number | null, now: number): void {
  const retryAfterMs = Math.max(remainingDelay(lockedUntil, now), paceOf(db).remaining(now));
  if (retryAfterMs > 0) throw new DomainError('LOCKED_OUT', { retryAfterMs });
}

/** Counts the failure on disk, so that the delay survives a restart. */
export function noteFailure(db: Db, credentials: Credentials, now: number): void {
  const failedAttempts = credentials.failedAttempts + 1;
  const delay = attemptDelay(failedAttempts);
  paceOf(db).noteFailure(now);
  inTransaction(db, (tx) => {
    updateAccount(tx, credentials.id, {
      failedAttempts,
      lockedUntil: delay === 0 ? null : now + delay,
    });
    recordActivity(tx, {
      at: now,
      kind: 'signInFailed',
      actorId: credentials.id,
      detail: { failedAttempts, lockedForMs: delay },
    });
  });
}

/** Failures before a right password count no more. */
export function noteRightPassword(db: Db, credentials: Credentials): void {
  if (credentials.failedAttempts === 0) return;
  updateAccount(db, credentials.id, { failedAttempts: 0, lockedUntil: null });
}

function noteSignIn(db: Db, credentials: Credentials, now: number): Account {
  const { id } = credentials;
  return inTransaction(db, (tx) => {
    noteRightPassword(tx, credentials);
    updateAccount(tx, id, { lastSignInAt: now });
    recordActivity(tx, { at: now, kind: 'signIn', actorId: id });
    const account = findActiveAccount(tx, id);
    if (account === null) throw new DomainError('WRONG_CREDENTIALS');
    return account;
  });
}

async function judgeUnknown(db: Db, { username, password }: Attempt, now: number): Promise<never> {
  const attempts = attemptsUnder(db, username);
  assertMayAttempt(db, attempts.lockedUntil, now);
  await isPassword(await hashOfNobody(), password);
  paceOf(db).noteFailure(now);
  noteUnknownFailure(db, attempts, now);
  throw new DomainError('WRONG_CREDENTIALS');
}

async function judge(db: Db, attempt: Attempt, now: number): Promise<Account> {
  const credentials = findCredentialsByUsername(db, attempt.username);
  if (credentials === null) return judgeUnknown(db, attempt, now);
  assertMayAttempt(db, credentials.lockedUntil, now);
  if (await isPassword(credentials.passwordHash, attempt.password)) {
    return noteSignIn(db, credentials, now);
  }
  noteFailure(db, credentials, now);
  throw new DomainError('WRONG_CREDENTIALS');
}

/**
 * One attempt to sign in. A name that nobody has takes as long as a wrong password, and is locked
 * out after as many attempts.
 * @throws DomainError WRONG_CREDENTIALS, LOCKED_OUT
 */
export function signIn(db: Db, attempt: Attempt, now: () => number): Promise<Account> {
  return judgeInTurn(() => judge(db, attempt, now()));
}
