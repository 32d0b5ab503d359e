import type { DayRange } from '#shared/contract/base.ts';
import type { Db } from '../../db/database.ts';
import { discardedOfClass, type SessionRecord } from '../../register/sessions/sessions.queries.ts';
import { lessonsWithin, notHeldWithin } from '../../timetable/lessons.queries.ts';
import { clockText } from './cell-text.ts';
import { localClock, localDay } from './local-time.ts';
import type { NotHeldLine } from './register-book.ts';

/** Those of these sessions that were discarded; of one subject where one is named. */
export function discardedLines(
  sessions: readonly SessionRecord[],
  subjectId: string | undefined,
): NotHeldLine[] {
  return sessions.flatMap((session) => {
    const { startedAt, utcOffsetMinutes, subjectName, discarded } = session;
    if (discarded === null || session.subjectId !== (subjectId ?? session.subjectId)) return [];
    const day = localDay(startedAt, utcOffsetMinutes);
    const time = localClock(startedAt, utcOffsetMinutes);
    return [{ day, time, subjectName, reason: discarded.reason }];
  });
}

interface Choice {
  classId: string;
  subjectId: string | undefined;
  range: DayRange;
}

function lessonLines(db: Db, { classId, subjectId, range }: Choice): NotHeldLine[] {
  const lessons = new Map(lessonsWithin(db, range, { classId }).map((one) => [one.id, one]));
  return notHeldWithin(db, range).flatMap(({ lessonId, day, reason }) => {
    const lesson = lessons.get(lessonId);
    if (!lesson || lesson.subjectId !== (subjectId ?? lesson.subjectId)) return [];
    const { startsAt, subjectName } = lesson;
    return [{ day, time: clockText(startsAt), subjectName, reason }];
  });
}

const moment = ({ day, time }: NotHeldLine) => `${day} ${time}`;

/** Registers that were discarded and lessons that were said not to have been held, oldest first. */
export function notHeldOfClass(db: Db, choice: Choice): NotHeldLine[] {
  const discarded = discardedOfClass(db, choice.classId, choice.range);
  const lines = [...discardedLines(discarded, choice.subjectId), ...lessonLines(db, choice)];
  return lines.toSorted((a, b) => (moment(a) < moment(b) ? -1 : 1));
}
