import type { Lesson } from '#shared/contract/timetable.contract.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { requireVisibleClass } from '../people/class-access.service.ts';
import type { Caller } from '../register/caller.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { isOn, lessonFate } from './days.service.ts';
import { deleteNotHeld, putNotHeld } from './lessons.queries.ts';
import { requireLesson } from './lessons.service.ts';

interface LessonOnDay {
  lessonId: string;
  day: string;
}

function note(
  tx: Db,
  { account, platform }: Caller,
  kind: 'notHeld' | 'notHeldTakenBack',
  { lessonId, day, reason }: LessonOnDay & { reason?: string },
): void {
  const { classId, className, subjectName } = requireLesson(tx, lessonId);
  recordActivity(tx, {
    at: platform.now(),
    kind,
    actorId: account.id,
    classId,
    detail: { className, subjectName, day, ...(reason === undefined ? {} : { reason }) },
  });
}

/** @throws DomainError NOT_FOUND or NOT_YOUR_CLASS */
function requireOwnOrVisible(tx: Db, caller: Caller, lessonId: string): Lesson {
  const lesson = requireLesson(tx, lessonId);
  if (lesson.teacherId !== caller.account.id) requireVisibleClass(tx, caller, lesson.classId);
  return lesson;
}

/**
 * Says that a lesson did not take place on a day, and why.
 * @throws DomainError NOT_YOUR_CLASS, NOT_FOUND where the timetable does not name it for that day, or
 *   LESSON_TAKEN where there is a register of it
 */
export function setNotHeld(
  caller: Caller,
  { lessonId, day, reason }: LessonOnDay & { reason: string },
): void {
  const { db, account, platform } = caller;
  inTransaction(db, (tx) => {
    const lesson = requireOwnOrVisible(tx, caller, lessonId);
    if (!isOn(lesson, day)) throw new DomainError('NOT_FOUND', { what: 'lesson' });
    const fate = lessonFate(tx, lessonId, day);
    if (fate.kind === 'open' || fate.kind === 'taken') {
      throw new DomainError('LESSON_TAKEN', { sessionId: fate.sessionId });
    }
    const recordedAt = platform.now();
    putNotHeld(tx, { lessonId, day, reason, recordedBy: account.id, recordedAt });
    note(tx, caller, 'notHeld', { lessonId, day, reason });
  });
}

/**
 * The lesson did take place, or is yet to; where nobody had said otherwise, nothing happens.
 * @throws DomainError NOT_FOUND or NOT_YOUR_CLASS
 */
export function clearNotHeld(caller: Caller, of: LessonOnDay): void {
  inTransaction(caller.db, (tx) => {
    requireOwnOrVisible(tx, caller, of.lessonId);
    if (deleteNotHeld(tx, of.lessonId, of.day)) note(tx, caller, 'notHeldTakenBack', of);
  });
}
