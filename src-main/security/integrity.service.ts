import { eq } from 'drizzle-orm';
import type { IntegrityStanding } from '#shared/contract/security.contract.ts';
import type { Db } from '../db/database.ts';
import { attendanceEvents, classes, sessions, students, subjects } from '../db/schema/index.ts';
import type { SignedInContext } from '../rpc/call-context.ts';
import { isChecking } from './check-log.service.ts';
import { readNotesHere } from './log-notes.service.ts';

type Row = NonNullable<NonNullable<IntegrityStanding['finding']>['row']>;

/** Whose mark it is, in which register; null where the event is not there. */
function rowOf(db: Db, eventId: string): Row | null {
  const row = db
    .select({
      studentName: students.fullName,
      className: classes.name,
      subjectName: subjects.name,
      startedAt: sessions.startedAt,
    })
    .from(attendanceEvents)
    .innerJoin(sessions, eq(sessions.id, attendanceEvents.sessionId))
    .innerJoin(students, eq(students.id, attendanceEvents.studentId))
    .innerJoin(classes, eq(classes.id, sessions.classId))
    .innerJoin(subjects, eq(subjects.id, sessions.subjectId))
    .where(eq(attendanceEvents.id, eventId))
    .get();
  return row ?? null;
}

/** When the log was last checked, against what, and what was found. */
export function readIntegrity({
  db,
  platform,
  host,
}: Pick<SignedInContext, 'db' | 'platform' | 'host'>): IntegrityStanding {
  const { standing, notes } = readNotesHere(platform);
  const { checkedAt, fullyCheckedAt, verified, finding, startedAt } = notes;
  return {
    isRunning: isChecking(host),
    checkedAt,
    fullyCheckedAt,
    events: verified?.events ?? null,
    isSealed: standing === 'kept',
    notedSince: notes.notes.length > 0 ? startedAt : null,
    finding: finding && { ...finding, row: rowOf(db, finding.eventId) },
  };
}
