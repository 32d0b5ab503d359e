import { type Db, inTransaction } from '../db/database.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { readSchool } from '../settings/settings.queries.ts';
import { readCredentials, updateAccount } from './accounts.queries.ts';
import { type By, newPassword, noteChange } from './accounts.service.ts';
import { judgeInTurn } from './password-attempts.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { assertAcceptablePassword } from './password-rules.ts';
import { assertMayAttempt, noteFailure, noteRightPassword } from './sign-in.service.ts';

async function judgeOwn(db: Db, password: string, by: By): Promise<void> {
  const credentials = readCredentials(db, by.actor.id);
  assertMayAttempt(db, credentials.lockedUntil, by.now);
  if (await isPassword(credentials.passwordHash, password)) {
    return noteRightPassword(db, credentials);
  }
  noteFailure(db, credentials, by.now);
  throw new DomainError('WRONG_CREDENTIALS');
}

/**
 * Holds the password against that of the account signed in. Wrong ones count as failed sign-ins.
 * @throws DomainError WRONG_CREDENTIALS, LOCKED_OUT
 */
export function assertOwnPassword(db: Db, password: string, by: By): Promise<void> {
  return judgeInTurn(() => judgeOwn(db, password, by));
}

/**
 * Changes one's own password; it is then no temporary one any more.
 * @throws DomainError WRONG_CREDENTIALS, LOCKED_OUT, INVALID for an easy password or the same again
 */
export async function changeOwnPassword(
  db: Db,
  { current, next }: { current: string; next: string },
  by: By,
): Promise<void> {
  const { username, id } = by.actor;
  await assertOwnPassword(db, current, by);
  assertAcceptablePassword(next, { username, schoolName: readSchool(db).name });
  if (next.normalize('NFKC') === current.normalize('NFKC')) {
    throw new DomainError('INVALID', { field: 'password', why: 'samePassword' });
  }
  const passwordHash = await hashPassword(next);
  inTransaction(db, (tx) => {
    updateAccount(tx, id, { ...newPassword(passwordHash), mustChangePassword: false });
    noteChange(tx, by, { change: 'password', username });
  });
}
