import { and, desc, eq, type SQL } from 'drizzle-orm';
import type { DayRange } from '#shared/contract/base.ts';
import type { SessionSummary } from '#shared/contract/register.contract.ts';
import { type Status, statusInRole } from '#shared/contract/status.ts';
import type { Db } from '../../db/database.ts';
import {
  accounts,
  classes,
  sessionCodeTotals,
  sessions,
  sessionTotals,
  subjects,
} from '../../db/schema/index.ts';
import { allStatuses } from '../statuses.queries.ts';
import { everWas, sessionColumns, startedWithin } from './sessions.queries.ts';

interface CodeTotal {
  sessionId: string;
  code: string;
  students: number;
}

/** Adds up what the codes of a session mean; without the unmarked, who have none. */
function countByMeaning(totals: readonly CodeTotal[], statuses: readonly Status[]) {
  const counts = { present: 0, late: 0, absent: 0, ignored: 0 };
  const late = statusInRole(statuses, 'late').code;
  const isApart = late !== statusInRole(statuses, 'present').code;
  for (const { code, students } of totals) {
    const status = statuses.find((one) => one.code === code);
    if (!status) throw new Error(`A mark has the code ${code}, which is no status.`);
    counts[status.meaning] += students;
    if (isApart && code === late) counts.late += students;
  }
  return counts;
}

/**
 * Newest first, each with its roster counted by the meaning of the status in force. Reads two
 * ranges of the kept totals and counts no cell.
 */
export function listSessions(
  db: Db,
  filter: { classId?: string | undefined; range: DayRange },
  seen: SQL | undefined,
): SessionSummary[] {
  const ofClass = filter.classId === undefined ? undefined : eq(sessions.classId, filter.classId);
  const wanted = and(ofClass, startedWithin(filter.range), everWas, seen);
  const { teacherId: _teacher, utcOffsetMinutes: _offset, ...shown } = sessionColumns;
  const rows = db
    .select({ ...shown, onRoster: sessionTotals.onRoster, corrected: sessionTotals.corrected })
    .from(sessions)
    .innerJoin(classes, eq(classes.id, sessions.classId))
    .innerJoin(subjects, eq(subjects.id, sessions.subjectId))
    .innerJoin(accounts, eq(accounts.id, sessions.teacherId))
    .innerJoin(sessionTotals, eq(sessionTotals.sessionId, sessions.id))
    .where(wanted)
    .orderBy(desc(sessions.startedAt), desc(sessions.id))
    .all();
  const { sessionId, code, students } = sessionCodeTotals;
  const totals = db
    .select({ sessionId, code, students })
    .from(sessions)
    .innerJoin(sessionCodeTotals, eq(sessionId, sessions.id))
    .where(wanted)
    .all();
  const bySession = Map.groupBy(totals, (total) => total.sessionId);
  const statuses = allStatuses(db);
  return rows.map(({ onRoster, corrected, ...session }) => {
    const ofSession = bySession.get(session.id) ?? [];
    const marked = ofSession.reduce((sum, total) => sum + total.students, 0);
    const counts = countByMeaning(ofSession, statuses);
    return { ...session, counts: { ...counts, unmarked: onRoster - marked, corrected } };
  });
}
