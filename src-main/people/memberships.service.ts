import type { Membership } from '#shared/contract/people.contract.ts';
import { begunOn, type MembershipSpan } from '#shared/people/membership-spans.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import type { Caller } from '../register/caller.ts';
import { followMembership } from '../register/roster/roster-dates.service.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { findClass } from './classes.queries.ts';
import {
  findLatestMembership,
  insertMembership,
  membershipSpans,
  namedMemberships,
  replaceMemberships,
  updateMembership,
} from './memberships.queries.ts';
import { dayBefore } from './school-day.ts';

export interface Placement {
  studentId: string;
  classId: string;
  /** The first day in that class. */
  day: string;
}

/**
 * Puts the student into the class from that day on and ends the membership before it the day
 * before. A second move on the same day replaces the first; coming back on the day of leaving
 * undoes the leaving.
 */
export function joinClass(db: Db, { studentId, classId, day }: Placement): void {
  const latest = findLatestMembership(db, studentId);
  const hasEnded = latest !== null && latest.toDay !== null && latest.toDay < day;
  if (latest === null || hasEnded) {
    insertMembership(db, { id: newId(), studentId, classId, fromDay: day, toDay: null });
    return;
  }
  if (latest.classId === classId || latest.fromDay >= day) {
    updateMembership(db, latest.id, { classId, toDay: null });
    return;
  }
  updateMembership(db, latest.id, { toDay: dayBefore(day) });
  insertMembership(db, { id: newId(), studentId, classId, fromDay: day, toDay: null });
}

/** Ends the membership; that day is still part of it. */
export function leaveClass(db: Db, { studentId, day }: Omit<Placement, 'classId'>): void {
  const latest = findLatestMembership(db, studentId);
  if (latest === null || latest.toDay !== null) return;
  updateMembership(db, latest.id, { toDay: day > latest.fromDay ? day : latest.fromDay });
}

interface Rearrangement {
  studentId: string;
  today: string;
  to: (spans: readonly MembershipSpan[]) => MembershipSpan[];
}

/** Changes the dates of a student's classes; past registers follow, and the activity tells. */
export function rearrange(
  tx: Db,
  by: Pick<Caller, 'account' | 'platform'>,
  { studentId, today, to }: Rearrangement,
): void {
  const before = membershipSpans(tx, studentId);
  const after = to(before);
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  replaceMemberships(tx, studentId, after);
  followMembership(tx, by, { studentId, before, after, today });
  const latest = after.at(-1);
  recordActivity(tx, {
    at: by.platform.now(),
    kind: 'membershipChanged',
    actorId: by.account.id,
    studentId,
    detail: latest
      ? { className: findClass(tx, latest.classId)?.name ?? null, from: latest.from }
      : {},
  });
}

/**
 * The student has been in the present class since that day.
 * @throws DomainError INVALID for a day that is yet to come, or a class that has been left
 */
export function setClassFrom(
  { db, ...by }: Pick<Caller, 'db' | 'account' | 'platform'>,
  { studentId, day }: { studentId: string; day: string },
  today: string,
): Membership[] {
  if (day > today) throw new DomainError('INVALID', { field: 'day', why: 'futureDay' });
  return inTransaction(db, (tx) => {
    const latest = findLatestMembership(tx, studentId);
    if (latest === null) throw new DomainError('NOT_FOUND', { what: 'student' });
    if (latest.toDay !== null && latest.toDay < day) {
      throw new DomainError('INVALID', { field: 'day', why: 'classLeft' });
    }
    rearrange(tx, by, { studentId, today, to: (spans) => begunOn(spans, day) });
    return namedMemberships(tx, studentId);
  });
}
