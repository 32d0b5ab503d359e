import type { Db } from '../../db/database.ts';
import { dayAt } from '../../people/school-day.ts';
import type { Caller } from '../caller.ts';
import { findStatus } from '../log/attendance.queries.ts';
import { markByRule } from '../log/rule-mark.ts';
import { rosterStudents } from '../roster/roster.queries.ts';
import { codeInRole } from '../statuses.queries.ts';
import { type KnownAway, knownAway, openSessionsWith } from './absences.queries.ts';

type Writer = Pick<Caller, 'account' | 'platform'>;

interface StartedSession {
  id: string;
  startedAt: number;
  utcOffsetMinutes: number;
}

function awayFrom(tx: Db, { id, startedAt, utcOffsetMinutes }: StartedSession): KnownAway[] {
  return knownAway(tx, id, dayAt(startedAt, utcOffsetMinutes));
}

/**
 * Gives the excused status to everyone on the roster who is known to be away today. Call it in
 * the transaction that starts the session. Returns how many.
 */
export function markKnownAway(tx: Db, writer: Writer, session: StartedSession): number {
  const away = awayFrom(tx, session);
  if (away.length === 0) return 0;
  const code = codeInRole(tx, 'excused');
  const at = session.startedAt;
  for (const { studentId, reason } of away) {
    markByRule(tx, writer, { sessionId: session.id, studentId, code, at, reason });
  }
  return away.length;
}

/** Brings one student in one open session in line; true when a mark came or went. */
function follow(tx: Db, writer: Writer, session: StartedSession, studentId: string): boolean {
  const cell = { sessionId: session.id, studentId };
  const inForce = findStatus(tx, cell);
  // Somebody has seen the student, or said how the student stands.
  if (inForce && inForce.method !== 'rule') return false;
  const away = awayFrom(tx, session).find((one) => one.studentId === studentId);
  const at = writer.platform.now();
  if (away && !inForce) {
    const code = codeInRole(tx, 'excused');
    markByRule(tx, writer, { ...cell, code, at, reason: away.reason });
  } else if (!away && inForce) {
    markByRule(tx, writer, { ...cell, code: null, at, reason: null });
  } else return false;
  return true;
}

/** A register that is open again takes over what is now known of everyone on its roster. */
export function followAllAbsences(tx: Db, writer: Writer, session: StartedSession): void {
  for (const studentId of rosterStudents(tx, session.id)) follow(tx, writer, session, studentId);
}

/** Open registers take over what is now known of a student. Returns those that changed. */
export function followAbsences(tx: Db, writer: Writer, studentId: string): string[] {
  return openSessionsWith(tx, studentId)
    .filter((session) => follow(tx, writer, session, studentId))
    .map(({ id }) => id);
}
