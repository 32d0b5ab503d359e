import type { Db } from '../../db/database.ts';
import { dayAt } from '../../people/school-day.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import { beginsAt, finishesAt, isOn, lessonFate } from '../../timetable/days.service.ts';
import { deleteNotHeld } from '../../timetable/lessons.queries.ts';
import { requireLesson } from '../../timetable/lessons.service.ts';
import type { Caller } from '../caller.ts';
import type { SessionRecord } from './sessions.queries.ts';

interface Start {
  classId: string;
  subjectId: string;
  lessonId?: string | undefined;
}

export interface Schedule {
  lessonId?: string;
  scheduledAt?: number;
  lateAfterMinutes?: null;
}

function assertNotTaken(tx: Db, lessonId: string, day: string): void {
  const fate = lessonFate(tx, lessonId, day);
  if (fate.kind !== 'open' && fate.kind !== 'taken') return;
  throw new DomainError('LESSON_TAKEN', { sessionId: fate.sessionId });
}

/** @throws DomainError LESSON_TAKEN where the lesson that a session was has another register */
export function assertLessonFree(tx: Db, session: SessionRecord): void {
  const { lessonId, startedAt, utcOffsetMinutes } = session;
  if (lessonId !== null) assertNotTaken(tx, lessonId, dayAt(startedAt, utcOffsetMinutes));
}

/**
 * What a session has of the timetable: the lesson of today that it is, and when that was to
 * begin. A register begun when the lesson is over knows no late: nobody arrives any more. A note
 * that the lesson did not take place goes.
 * @throws DomainError NOT_FOUND, NOT_TODAY, LESSON_TAKEN, or INVALID for another class or subject
 */
export function scheduleOf(
  tx: Db,
  { platform }: Pick<Caller, 'platform'>,
  { classId, subjectId, lessonId }: Start,
): Schedule {
  if (lessonId === undefined) return {};
  const lesson = requireLesson(tx, lessonId);
  const now = platform.now();
  const today = dayAt(now, platform.utcOffsetMinutes(now));
  if (!isOn(lesson, today)) throw new DomainError('NOT_TODAY');
  if (lesson.classId !== classId || lesson.subjectId !== subjectId) {
    throw new DomainError('INVALID', { field: 'lessonId', why: 'otherLesson' });
  }
  assertNotTaken(tx, lessonId, today);
  deleteNotHeld(tx, lessonId, today);
  const isOver = now >= finishesAt(platform, lesson, today);
  return {
    lessonId,
    scheduledAt: beginsAt(platform, lesson, today),
    ...(isOver ? { lateAfterMinutes: null } : {}),
  };
}
