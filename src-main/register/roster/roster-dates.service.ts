import { belongsOn, type MembershipSpan } from '#shared/people/membership-spans.ts';
import { APP_REASONS } from '#shared/register/app-reasons.ts';
import type { Db } from '../../db/database.ts';
import type { Caller } from '../caller.ts';
import { bringBack, setAside, statusOrSetAside } from '../marks/set-aside.service.ts';
import { allStatuses } from '../statuses.queries.ts';
import { putInClass, type RosterDay, rosterDaysOf } from './roster-dates.queries.ts';

interface MembershipChange {
  studentId: string;
  before: readonly MembershipSpan[];
  after: readonly MembershipSpan[];
  /** Registers of this day and later stay as they are: who is on them was seen to be there. */
  today: string;
}

/** Whoever was seen present was there, whatever the dates say; also where it did not take place. */
function wasSeen(tx: Db, cell: { sessionId: string; studentId: string }): boolean {
  const status = statusOrSetAside(tx, cell);
  const meaning = allStatuses(tx).find(({ code }) => code === status?.code)?.meaning;
  return meaning === 'present';
}

function leaveOut(tx: Db, by: Pick<Caller, 'account' | 'platform'>, of: RosterDay): void {
  if (wasSeen(tx, of)) return;
  putInClass(tx, of, false);
  if (!of.discarded) setAside(tx, by, of, APP_REASONS.notInClass);
}

function takeIn(tx: Db, by: Pick<Caller, 'account' | 'platform'>, of: RosterDay): void {
  putInClass(tx, of, true);
  if (!of.discarded) bringBack(tx, by, of);
}

/**
 * Lets past registers follow a change of the dates on which a student belongs to classes: on a
 * day on which the student is no longer in the class of a register, an absence is taken back by
 * an event and the cell counts nowhere; on a day on which the student is again, it is restored.
 * Guests, and registers of classes whose days did not change, are left alone.
 */
export function followMembership(
  tx: Db,
  by: Pick<Caller, 'account' | 'platform'>,
  { studentId, before, after, today }: MembershipChange,
): void {
  for (const of of rosterDaysOf(tx, studentId)) {
    if (of.day >= today) continue;
    const was = belongsOn(before, of.classId, of.day);
    const is = belongsOn(after, of.classId, of.day);
    if (was && !is) leaveOut(tx, by, of);
    if (!was && is) takeIn(tx, by, of);
  }
}
