import type { DayRange } from '#shared/contract/base.ts';
import type {
  DayLesson,
  Lesson,
  LessonFate,
  TimetableDay,
} from '#shared/contract/timetable.contract.ts';
import { daysOf, weekdayOf } from '#shared/timetable/days.ts';
import { localInstant } from '#shared/timetable/local-instant.ts';
import { noSchoolOn } from '#shared/timetable/school-days.ts';
import { holdsOn } from '#shared/timetable/validity.ts';
import type { Db } from '../db/database.ts';
import { isVisible, visibleClasses } from '../people/class-access.service.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from '../register/caller.ts';
import { readCalendar } from './calendar.queries.ts';
import {
  type LessonFilter,
  lessonsWithin,
  notHeldWithin,
  sessionsOfLessons,
} from './lessons.queries.ts';

const keyOf = ({ lessonId, day }: { lessonId: string; day: string }) => `${lessonId} ${day}`;

/** What became of the lessons of these days, by lesson and day. A register outweighs a note. */
function fatesWithin(db: Db, range: DayRange): Map<string, LessonFate> {
  const fates = new Map<string, LessonFate>();
  for (const { reason, by, ...of } of notHeldWithin(db, range)) {
    fates.set(keyOf(of), { kind: 'notHeld', reason, by });
  }
  for (const { sessionId, endedAt, ...of } of sessionsOfLessons(db, range)) {
    fates.set(keyOf(of), { kind: endedAt === null ? 'open' : 'taken', sessionId });
  }
  return fates;
}

export function lessonFate(db: Db, lessonId: string, day: string): LessonFate {
  const fates = fatesWithin(db, { from: day, to: day });
  return fates.get(keyOf({ lessonId, day })) ?? { kind: 'none' };
}

/** The instant at which a lesson begins on a day, by the clocks of the school. */
export function beginsAt(platform: Platform, { startsAt }: Lesson, day: string): number {
  return localInstant(day, startsAt, platform.utcOffsetMinutes);
}

export function finishesAt(platform: Platform, { endsAt }: Lesson, day: string): number {
  return localInstant(day, endsAt, platform.utcOffsetMinutes);
}

/** Whether the timetable names this lesson for this day, school or not. */
export function isOn(lesson: Lesson, day: string): boolean {
  return lesson.weekday === weekdayOf(day) && holdsOn(lesson, day);
}

/**
 * Each of these days with its lessons, by start, and what became of them: the lessons that the
 * account gives itself, and those of the classes it may see.
 */
export function readDays(
  { db, account, platform }: Caller,
  { range, ...filter }: { range: DayRange } & LessonFilter,
): TimetableDay[] {
  const calendar = readCalendar(db);
  const visible = visibleClasses(db, { account, platform });
  const lessons = lessonsWithin(db, range, filter).filter(
    ({ teacherId, classId }) => teacherId === account.id || isVisible(visible, classId),
  );
  const fates = fatesWithin(db, range);
  const onDay = (lesson: Lesson, day: string): DayLesson => ({
    ...lesson,
    beginsAt: beginsAt(platform, lesson, day),
    finishesAt: finishesAt(platform, lesson, day),
    fate: fates.get(keyOf({ lessonId: lesson.id, day })) ?? { kind: 'none' },
  });
  return daysOf(range).map((day) => ({
    day,
    noSchool: noSchoolOn(day, calendar),
    lessons: lessons.filter((one) => isOn(one, day)).map((one) => onDay(one, day)),
  }));
}
