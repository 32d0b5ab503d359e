import type { TakenLately } from '#shared/contract/taken-lately.ts';
import { registersSeen, requireVisibleClass } from '../../people/class-access.service.ts';
import { dayAt } from '../../people/school-day.ts';
import { beginsAt } from '../../timetable/days.service.ts';
import { requireLesson } from '../../timetable/lessons.service.ts';
import type { Caller } from '../caller.ts';
import { listSessions } from './session-list.queries.ts';
import { seenBy } from './sessions.queries.ts';

const MS_PER_MINUTE = 60_000;
/** A register of the same class and subject within this time is likely to be the same lesson’s. */
const SAME_LESSON_MS = 120 * MS_PER_MINUTE;
/** How long before its lesson a register may have been begun. */
const EARLY_MS = 15 * MS_PER_MINUTE;

interface Wish {
  classId: string;
  subjectId: string;
  lessonId?: string | undefined;
}

/** Since when a register would be that of the lesson that is about to be started. */
function sinceWhen({ db, platform }: Caller, { lessonId }: Wish, day: string): number {
  if (lessonId === undefined) return platform.now() - SAME_LESSON_MS;
  return beginsAt(platform, requireLesson(db, lessonId), day) - EARLY_MS;
}

/**
 * The closed register that may be that of the same lesson: of the class and subject, of the last
 * two hours, or, where a lesson of the timetable is to be started, begun without naming one at its
 * time. Null where there is none.
 * @throws DomainError NOT_FOUND or NOT_YOUR_CLASS
 */
export function takenLately(caller: Caller, wish: Wish): TakenLately | null {
  const { db, platform } = caller;
  const { classId, subjectId, lessonId } = wish;
  requireVisibleClass(db, caller, classId);
  const now = platform.now();
  const day = dayAt(now, platform.utcOffsetMinutes(now));
  const since = sinceWhen(caller, wish, day);
  const range = { from: day, to: day };
  const found = listSessions(db, { classId, range }, seenBy(registersSeen(db, caller))).find(
    (session) =>
      session.subjectId === subjectId &&
      session.endedAt !== null &&
      session.discarded === null &&
      session.startedAt >= since &&
      (lessonId === undefined || session.lessonId === null),
  );
  if (!found) return null;
  const { present, absent, ignored, unmarked } = found.counts;
  const { id: sessionId, className, subjectName, startedAt } = found;
  const onRoster = present + absent + ignored + unmarked;
  return { sessionId, className, subjectName, startedAt, present, onRoster };
}
