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
import { judgeInTurn } from './password-attempts.ts';
import { hashPassword, isPassword } from './password-hash.ts';

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

/** @throws DomainError LOCKED_OUT while the last failure's delay has not passed */
export function refuseWhileLocked(credentials: Credentials, now: number): void {
  const retryAfterMs = remainingDelay(credentials.lockedUntil, now);
  if (retryAfterMs > 0) throw new DomainError('LOCKED_OUT', { retryAfterMs });
}

/** Counts the failure on disk, so that the delay survives a restart. */
export function noteFailure(db: Db, credentials: Credentials, now: number): void {
  const failedAttempts = credentials.failedAttempts + 1;
  const delay = attemptDelay(failedAttempts);
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

function noteSuccess(db: Db, id: string, now: number): Account {
  return inTransaction(db, (tx) => {
    updateAccount(tx, id, { failedAttempts: 0, lockedUntil: null, lastSignInAt: now });
    recordActivity(tx, { at: now, kind: 'signIn', actorId: id });
    const account = findActiveAccount(tx, id);
    if (account === null) throw new DomainError('WRONG_CREDENTIALS');
    return account;
  });
}

async function judge(db: Db, { username, password }: Attempt, now: number): Promise<Account> {
  const credentials = findCredentialsByUsername(db, username);
  if (credentials !== null) refuseWhileLocked(credentials, now);
  const fits = await isPassword(credentials?.passwordHash ?? (await hashOfNobody()), password);
  if (credentials !== null && fits) return noteSuccess(db, credentials.id, now);
  if (credentials !== null) noteFailure(db, credentials, now);
  throw new DomainError('WRONG_CREDENTIALS');
}

/**
 * One attempt to sign in. Takes as long for a name that nobody has as for a wrong password.
 * @throws DomainError WRONG_CREDENTIALS, LOCKED_OUT
 */
export function signIn(db: Db, attempt: Attempt, now: () => number): Promise<Account> {
  return judgeInTurn(() => judge(db, attempt, now()));
}
