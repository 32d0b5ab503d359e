import type { Db } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { findLatestMembership, insertMembership, updateMembership } from './memberships.queries.ts';
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
