import { readableKinds } from '#shared/activity/readable-kinds.ts';
import type { Activity, ActivityKind } from '#shared/contract/activity.contract.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { type Asker, visibleClasses } from '../people/class-access.service.ts';
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

/**
 * One page of what an account may read of the log, newest first: by role, and by class. The one place that
 * decides who reads what.
 * @throws DomainError NOT_FOUND when `before` is no entry
 */
export function readActivity(
  db: Db,
  asker: Asker,
  { before, kinds, ...filter }: ActivityRequest,
): Activity[] {
  const { account } = asker;
  const readable = readableKinds(account.role).filter((kind) => kinds?.includes(kind) ?? true);
  const reader = { accountId: account.id, visible: visibleClasses(db, asker) };
  const allowed = { ...filter, kinds: readable, reader };
  if (before === undefined) return listActivity(db, allowed);
  const last = findActivity(db, before);
  if (last === null) throw new DomainError('NOT_FOUND', { what: 'activity' });
  return listActivity(db, { ...allowed, olderThan: { at: last.at, id: last.id } });
}
