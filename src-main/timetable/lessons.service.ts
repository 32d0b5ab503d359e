import type { Lesson, LessonInput } from '#shared/contract/timetable.contract.ts';
import { clashOf } from '#shared/timetable/clash.ts';
import { addDays } from '#shared/timetable/days.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import type { Caller } from '../register/caller.ts';
import { isActiveClass, isActiveSubject } from '../register/sessions/sessions.queries.ts';
import { DomainError } from '../rpc/domain-error.ts';
import {
  deleteLesson,
  findLesson,
  insertLesson,
  lastDayUsed,
  lessonsOnWeekday,
  teachersInUse,
  updateLesson,
} from './lessons.queries.ts';

/** @throws DomainError NOT_FOUND */
export function requireLesson(db: Db, id: string): Lesson {
  const lesson = findLesson(db, id);
  if (lesson === null) throw new DomainError('NOT_FOUND', { what: 'lesson' });
  return lesson;
}

function assertPeopleAndPlaces(db: Db, { classId, subjectId, teacherId }: LessonInput): void {
  if (!isActiveClass(db, classId)) throw new DomainError('NOT_FOUND', { what: 'class' });
  if (!isActiveSubject(db, subjectId)) throw new DomainError('NOT_FOUND', { what: 'subject' });
  const isTeacher = teachersInUse(db).some(({ id }) => id === teacherId);
  if (!isTeacher) throw new DomainError('NOT_FOUND', { what: 'teacher' });
}

/** Call it once the lesson is written. @throws DomainError CLASH with the other lesson */
function assertNoClash(db: Db, lesson: Lesson): void {
  for (const other of lessonsOnWeekday(db, lesson.weekday)) {
    if (other.id === lesson.id) continue;
    const what = clashOf(lesson, other);
    if (what !== null) throw new DomainError('CLASH', { ...other, what });
  }
}

function note(tx: Db, { account, platform }: Caller, what: string, lesson: Lesson, from: string) {
  recordActivity(tx, {
    at: platform.now(),
    kind: 'timetableChanged',
    actorId: account.id,
    detail: { what, name: `${lesson.className} ${lesson.subjectName}`, from },
  });
}

function insertChecked(tx: Db, input: LessonInput): Lesson {
  assertPeopleAndPlaces(tx, input);
  const id = newId();
  insertLesson(tx, { ...input, id });
  const lesson = requireLesson(tx, id);
  assertNoClash(tx, lesson);
  return lesson;
}

/**
 * Ends a lesson the day before `from`; one that has not begun by then never was.
 * @throws DomainError LESSON_IN_USE where something was recorded of it on that day or later
 */
function endBefore(tx: Db, lesson: Lesson, from: string): void {
  const lastDay = lastDayUsed(tx, lesson.id);
  if (lastDay !== null && lastDay >= from) throw new DomainError('LESSON_IN_USE', { lastDay });
  if (from <= lesson.from) deleteLesson(tx, lesson.id);
  else if (lesson.to === null || lesson.to >= from) {
    updateLesson(tx, lesson.id, { to: addDays(from, -1) });
  }
}

/** @throws DomainError NOT_FOUND (archived counts as gone), or CLASH */
export function addLesson(caller: Caller, input: LessonInput): Lesson {
  return inTransaction(caller.db, (tx) => {
    const lesson = insertChecked(tx, input);
    note(tx, caller, 'lessonAdded', lesson, lesson.from);
    return lesson;
  });
}

/**
 * From `input.from` on the lesson is as given; until the day before it stays as it was.
 * @throws DomainError NOT_FOUND, LESSON_IN_USE, or CLASH
 */
export function changeLesson(caller: Caller, id: string, input: LessonInput): Lesson {
  return inTransaction(caller.db, (tx) => {
    endBefore(tx, requireLesson(tx, id), input.from);
    const lesson = insertChecked(tx, input);
    note(tx, caller, 'lessonChanged', lesson, lesson.from);
    return lesson;
  });
}

/** @throws DomainError NOT_FOUND or LESSON_IN_USE */
export function removeLesson(caller: Caller, id: string, from: string): void {
  inTransaction(caller.db, (tx) => {
    const lesson = requireLesson(tx, id);
    endBefore(tx, lesson, from);
    note(tx, caller, 'lessonRemoved', lesson, from);
  });
}
