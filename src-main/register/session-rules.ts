import { assertNever } from '#shared/assert-never.ts';
import type { Account } from '#shared/contract/accounts.contract.ts';
import type { Db } from '../db/database.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { findSession, type SessionRecord } from './sessions.queries.ts';

/** Whether this account may take and change this session: every admin, and every teacher. */
function mayHandle(account: Account, _session: SessionRecord): boolean {
  switch (account.role) {
    case 'admin':
    case 'teacher':
      return true;
    default:
      return assertNever(account.role);
  }
}

/** @throws DomainError NOT_FOUND, or FORBIDDEN where it is not this account's to handle */
export function requireSession(db: Db, account: Account, sessionId: string): SessionRecord {
  const session = findSession(db, sessionId);
  if (!session) throw new DomainError('NOT_FOUND', { what: 'session' });
  if (!mayHandle(account, session)) throw new DomainError('FORBIDDEN');
  return session;
}

/** @throws DomainError as `requireSession`, and SESSION_ENDED */
export function requireOpenSession(db: Db, account: Account, sessionId: string): SessionRecord {
  const session = requireSession(db, account, sessionId);
  if (session.endedAt !== null) throw new DomainError('SESSION_ENDED');
  return session;
}
