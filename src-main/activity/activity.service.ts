import type { Activity, ActivityKind } from '#shared/contract/activity.contract.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { findActivity, insertActivity, listActivity } from './activity.queries.ts';

export interface NewActivity {
  at: number;
  kind: ActivityKind;
  /** The account that did it; null: the app itself. */
  actorId: string | null;
  sessionId?: string;
  studentId?: string;
  detail?: Activity['detail'];
}

/**
 * Writes down what happened; call it in the transaction of its cause. Returns the entry as
 * screens see it, to be published once that transaction has committed.
 */
export function recordActivity(db: Db, entry: NewActivity): Activity {
  const id = newId();
  insertActivity(db, { detail: {}, ...entry, id });
  const written = findActivity(db, id);
  if (written === null) throw new Error('The activity just written is not there.');
  return written;
}

export interface ActivityRequest {
  sessionId?: string | undefined;
  kinds?: readonly ActivityKind[] | undefined;
  before?: string | undefined;
  limit: number;
}

/** One page of the log, newest first. @throws DomainError NOT_FOUND when `before` is no entry */
export function readActivity(db: Db, { before, ...filter }: ActivityRequest): Activity[] {
  if (before === undefined) return listActivity(db, filter);
  const last = findActivity(db, before);
  if (last === null) throw new DomainError('NOT_FOUND', { what: 'activity' });
  return listActivity(db, { ...filter, olderThan: { at: last.at, id: last.id } });
}
