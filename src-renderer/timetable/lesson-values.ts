import type { Lesson, LessonInput } from '#shared/contract/timetable.contract.ts';
import { weekdayOf } from '#shared/timetable/days.ts';
import type { LessonStart } from './new-lesson-dialog.tsx';

/** What the form of a lesson holds: times as HH:MM, the weekday as text, rooms never null. */
export interface LessonValues {
  weekday: string;
  startsAt: string;
  endsAt: string;
  classId: string;
  subjectId: string;
  teacherId: string;
  room: string;
  from: string | null;
  to: string | null;
}

/** What lessons take where nothing else is known. */
const USUAL_MINUTES = 45;
const FIRST_LESSON = 8 * 60;

/** HH:MM of minutes since midnight; midnight at the end of a day is 00:00. */
export function asTime(minutes: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
}

/** Minutes since midnight of HH:MM; null where it is none. */
export function minutesOf(time: string): number | null {
  const found = /^(\d{1,2}):(\d{2})/.exec(time);
  if (found === null) return null;
  const minutes = Number(found[1]) * 60 + Number(found[2]);
  return minutes < 1440 ? minutes : null;
}

export function valuesOfLesson(lesson: Lesson, day: string): LessonValues {
  return {
    weekday: String(lesson.weekday),
    startsAt: asTime(lesson.startsAt),
    endsAt: asTime(lesson.endsAt),
    classId: lesson.classId,
    subjectId: lesson.subjectId,
    teacherId: lesson.teacherId,
    room: lesson.room ?? '',
    from: day,
    to: lesson.to,
  };
}

export function valuesOfNew({ whose, day, startsAt }: LessonStart): LessonValues {
  const start = startsAt ?? FIRST_LESSON;
  return {
    weekday: String(weekdayOf(day)),
    startsAt: asTime(start),
    endsAt: asTime(Math.min(start + USUAL_MINUTES, 1439)),
    classId: whose.kind === 'class' ? whose.id : '',
    subjectId: '',
    teacherId: whose.kind === 'teacher' ? whose.id : '',
    room: '',
    from: day,
    to: null,
  };
}

/** The lesson that the form says; call it with values that the form has found valid. */
export function inputOf(values: LessonValues): LessonInput {
  const { from, to, weekday, room, classId, subjectId, teacherId } = values;
  const startsAt = minutesOf(values.startsAt);
  const endsAt = minutesOf(values.endsAt);
  if (startsAt === null || endsAt === null || from === null) {
    throw new Error('The form let values pass that are no lesson.');
  }
  return {
    weekday: Number(weekday),
    startsAt,
    endsAt: endsAt === 0 ? 1440 : endsAt,
    classId,
    subjectId,
    teacherId,
    room: room.trim() || null,
    from,
    to,
  };
}
