import type { NewSubstitution, Substitution } from '#shared/contract/accounts.contract.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { inTransaction } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { today } from '../people/class-access.service.ts';
import { findClass } from '../people/classes.queries.ts';
import type { SignedInContext } from '../rpc/call-context.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { findActiveAccount } from './accounts.queries.ts';
import { endSubstitution, insertSubstitution, substitutionsFrom } from './substitutions.queries.ts';

type Granter = Pick<SignedInContext, 'db' | 'account' | 'platform'>;

/** Those in force or still to come, the first to begin first. */
export function readSubstitutions({ db, platform }: Granter): Substitution[] {
  return substitutionsFrom(db, today(platform));
}

function note(
  { db, account, platform }: Granter,
  change: 'substitutes' | 'substitutesNoMore',
  { accountName, className, forAccountName, days }: Substitution,
): void {
  recordActivity(db, {
    at: platform.now(),
    kind: 'accountChanged',
    actorId: account.id,
    detail: {
      change,
      username: accountName,
      for: className ?? forAccountName,
      from: days.from,
      to: days.to,
    },
  });
}

function requireTargets({ db }: Granter, { accountId, target }: NewSubstitution): void {
  if (!findActiveAccount(db, accountId)) throw new DomainError('NOT_FOUND', { what: 'account' });
  if (target.kind === 'class') {
    if (!findClass(db, target.classId)) throw new DomainError('NOT_FOUND', { what: 'class' });
    return;
  }
  if (!findActiveAccount(db, target.accountId)) {
    throw new DomainError('NOT_FOUND', { what: 'account' });
  }
  if (target.accountId === accountId) {
    throw new DomainError('INVALID', { field: 'target', why: 'sameTeacher' });
  }
}

/**
 * Lets somebody take and see a class, or all that a teacher does, from day to day.
 * @throws DomainError NOT_FOUND, or INVALID for somebody standing in for themselves or for days
 *   that are over
 */
export function grantSubstitution(granter: Granter, input: NewSubstitution): Substitution[] {
  const { db, account, platform } = granter;
  return inTransaction(db, (tx) => {
    const inside = { ...granter, db: tx };
    requireTargets(inside, input);
    if (input.days.to < today(platform)) {
      throw new DomainError('INVALID', { field: 'days', why: 'daysOver' });
    }
    const id = newId();
    const { target, accountId, days } = input;
    insertSubstitution(tx, {
      id,
      accountId,
      classId: target.kind === 'class' ? target.classId : null,
      forAccountId: target.kind === 'teacher' ? target.accountId : null,
      fromDay: days.from,
      toDay: days.to,
      grantedBy: account.id,
      grantedAt: platform.now(),
    });
    const all = readSubstitutions(inside);
    const granted = all.find((one) => one.id === id);
    if (granted) note(inside, 'substitutes', granted);
    return all;
  });
}

/** Ends it at once. @throws DomainError NOT_FOUND */
export function revokeSubstitution(granter: Granter, id: string): Substitution[] {
  return inTransaction(granter.db, (tx) => {
    const inside = { ...granter, db: tx };
    const ended = readSubstitutions(inside).find((one) => one.id === id);
    if (!endSubstitution(tx, id, granter.platform.now()) || !ended) {
      throw new DomainError('NOT_FOUND', { what: 'substitution' });
    }
    note(inside, 'substitutesNoMore', ended);
    return readSubstitutions(inside);
  });
}
