import { createHmac } from 'node:crypto';
import { type Db, inTransaction } from '../db/database.ts';
import { readSchool } from '../settings/settings.queries.ts';
import { attemptDelay } from './attempt-delay.ts';
import {
  findUnknownName,
  keepNewestUnknownNames,
  putUnknownName,
} from './unknown-names.queries.ts';

/** Some hundred kilobytes at most; with the pace of attempts, hours of typing to push one out. */
export const MOST_UNKNOWN_NAMES = 5_000;

/** A name that nobody has, and what it has been tried with so far. */
export interface UnknownNameAttempts {
  nameHash: string;
  failedAttempts: number;
  lockedUntil: number | null;
}

/** The name is hashed with this register's own key: people type passwords into the wrong field. */
export function attemptsUnder(db: Db, username: string): UnknownNameAttempts {
  const nameHash = createHmac('sha256', readSchool(db).deviceId).update(username).digest('hex');
  return findUnknownName(db, nameHash) ?? { nameHash, failedAttempts: 0, lockedUntil: null };
}

/**
 * Counts the failure on disk as for an account, so that a name that is locked out, now or after a
 * restart, need not be anybody's.
 */
export function noteUnknownFailure(db: Db, attempts: UnknownNameAttempts, now: number): void {
  const failedAttempts = attempts.failedAttempts + 1;
  const delay = attemptDelay(failedAttempts);
  const lockedUntil = delay === 0 ? null : now + delay;
  const { nameHash } = attempts;
  inTransaction(db, (tx) => {
    putUnknownName(tx, { nameHash, failedAttempts, lockedUntil, lastFailedAt: now });
    keepNewestUnknownNames(tx, MOST_UNKNOWN_NAMES);
  });
}
