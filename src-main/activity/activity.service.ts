import { readableKinds } from '#shared/activity/activity-kinds.ts';
import type { Activity, ActivityKind, ActivityOrder } from '#shared/contract/activity.contract.ts';
import type { DayRange } from '#shared/contract/base.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { type Asker, registersSeen } from '../people/class-access.service.ts';
import type { Platform } from '../platform.ts';
import { DomainError } from '../rpc/domain-error.ts';
import {
  type ActivityFilter,
  countMatching,
  findActivity,
  insertActivity,
  listActivity,
} from './activity.queries.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export interface NewActivity {
  at: number;
  kind: ActivityKind;
  /** The account that did it; null: the app itself. */
  actorId: string | null;
  sessionId?: string;
  studentId?: string;
  /** The class it is about, where there is neither a session nor a student. */
  classId?: string;
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

export interface ActivityChoice {
  sessionId?: string | undefined;
  kinds?: readonly ActivityKind[] | undefined;
  /** Both days included. */
  range?: DayRange | undefined;
  /** Newest first unless it says otherwise. */
  order?: ActivityOrder | undefined;
}

export interface ActivityRequest extends ActivityChoice {
  before?: string | undefined;
  limit: number;
}

/** The instants of some days, by the laptop's local time. */
function instantsOf({ from, to }: DayRange, platform: Platform) {
  const startOf = (midnight: number) => midnight - platform.utcOffsetMinutes(midnight) * MINUTE_MS;
  return { from: startOf(Date.parse(from)), before: startOf(Date.parse(to) + DAY_MS) };
}

/** What an account may read of what is asked for: by role, and by class. The one place that decides who reads what. */
function allowed(
  db: Db,
  asker: Asker,
  { sessionId, kinds, range, order = 'newest' }: ActivityChoice,
): ActivityFilter {
  const { account, platform } = asker;
  return {
    sessionId,
    order,
    kinds: readableKinds(account.role).filter((kind) => kinds?.includes(kind) ?? true),
    within: range && instantsOf(range, platform),
    reader: registersSeen(db, asker),
  };
}

/**
 * One page of what an account may read of the log.
 * @throws DomainError NOT_FOUND when `before` is no entry
 */
export function readActivity(
  db: Db,
  asker: Asker,
  { before, limit, ...choice }: ActivityRequest,
): Activity[] {
  const filter = allowed(db, asker, choice);
  if (before === undefined) return listActivity(db, filter, limit);
  const last = findActivity(db, before);
  if (last === null) throw new DomainError('NOT_FOUND', { what: 'activity' });
  return listActivity(db, { ...filter, beyond: { at: last.at, id: last.id } }, limit);
}

/** How many entries an account may read of what is asked for. */
export function countActivity(db: Db, asker: Asker, choice: ActivityChoice): number {
  return countMatching(db, allowed(db, asker, choice));
}
