import { z } from 'zod';
import {
  dayRangeSchema,
  daySchema,
  idSchema,
  instantSchema,
  nameSchema,
  procedure,
  STAFF,
  TEACHING,
} from './base.ts';

/** A stretch of days with a name: a term, or a holiday of the whole school. Both days included. */
export const namedDaysSchema = z.object({
  id: idSchema,
  name: z.string(),
  from: daySchema,
  to: daySchema,
});
export type NamedDays = z.infer<typeof namedDaysSchema>;

export const calendarSchema = z.object({
  /** By day; a school that has entered none has school on every day that is no holiday. */
  terms: z.array(namedDaysSchema),
  holidays: z.array(namedDaysSchema),
});
export type Calendar = z.infer<typeof calendarSchema>;

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export const weekdaySchema = z.number().int().min(1).max(7);
/** Minutes since midnight where the school is. */
const startMinuteSchema = z.number().int().min(0).max(1439);
const endMinuteSchema = z.number().int().min(1).max(1440);
/** A room as the school calls it; null: none is named. */
const roomSchema = nameSchema.max(40).nullable();

/** A lesson that is held every week on its weekday, from its first day to its last. */
export const lessonSchema = z.object({
  id: idSchema,
  weekday: weekdaySchema,
  startsAt: startMinuteSchema,
  endsAt: endMinuteSchema,
  classId: idSchema,
  className: z.string(),
  subjectId: idSchema,
  subjectName: z.string(),
  teacherId: idSchema,
  teacherName: z.string(),
  room: z.string().nullable(),
  from: daySchema,
  /** Null: until further notice. */
  to: daySchema.nullable(),
});
export type Lesson = z.infer<typeof lessonSchema>;

export const lessonInputSchema = z
  .object({
    weekday: weekdaySchema,
    startsAt: startMinuteSchema,
    endsAt: endMinuteSchema,
    classId: idSchema,
    subjectId: idSchema,
    teacherId: idSchema,
    room: roomSchema,
    from: daySchema,
    to: daySchema.nullable(),
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, { message: 'It ends before it starts.' })
  .refine(({ from, to }) => to === null || from <= to, { message: 'It ends before it begins.' });
export type LessonInput = z.infer<typeof lessonInputSchema>;

/** What keeps a day from being a school day. */
export const noSchoolSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('holiday'), name: z.string() }),
  z.object({ kind: z.literal('outsideTerms') }),
]);
export type NoSchool = z.infer<typeof noSchoolSchema>;

/** What became of a lesson on one day. */
export const lessonFateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), sessionId: idSchema }),
  z.object({ kind: z.literal('taken'), sessionId: idSchema }),
  z.object({ kind: z.literal('notHeld'), reason: z.string(), by: z.string() }),
  z.object({ kind: z.literal('none') }),
]);
export type LessonFate = z.infer<typeof lessonFateSchema>;

/** A lesson on one day, with the instants at which it begins and ends. */
export const dayLessonSchema = lessonSchema.extend({
  beginsAt: instantSchema,
  finishesAt: instantSchema,
  fate: lessonFateSchema,
});
export type DayLesson = z.infer<typeof dayLessonSchema>;

export const timetableDaySchema = z.object({
  day: daySchema,
  noSchool: noSchoolSchema.nullable(),
  /** Those the timetable names for this day, by start; also on a day without school. */
  lessons: z.array(dayLessonSchema),
});
export type TimetableDay = z.infer<typeof timetableDaySchema>;

export const teacherSchema = z.object({ id: idSchema, name: z.string() });

const reasonSchema = z.string().trim().min(3).max(300);
const namedDaysInput = z
  .object({ id: idSchema.optional(), name: nameSchema, from: daySchema, to: daySchema })
  .refine(({ from, to }) => from <= to, { message: 'The first day is after the last.' });
const overlap = {
  OVERLAP: {
    message: 'These days belong to another one already.',
    data: z.object({ name: z.string(), from: daySchema, to: daySchema }),
  },
};
const lessonErrors = {
  CLASH: {
    message: 'Class, teacher or room are in another lesson at that time.',
    /** What cannot be in both, and the other lesson. */
    data: lessonSchema.extend({ what: z.enum(['class', 'teacher', 'room']) }),
  },
  LESSON_IN_USE: {
    message: 'Something was recorded of this lesson on a later day.',
    data: z.object({ lastDay: daySchema }),
  },
};

export const timetableContract = {
  calendar: procedure.meta({ access: STAFF }).output(calendarSchema),
  /** Adds a term, or changes the one of this id. Terms do not overlap. */
  saveTerm: procedure.input(namedDaysInput).output(namedDaysSchema).errors(overlap),
  removeTerm: procedure.input(z.object({ id: idSchema })),
  /** Adds a holiday of the whole school, or changes the one of this id. */
  saveHoliday: procedure.input(namedDaysInput).output(namedDaysSchema),
  removeHoliday: procedure.input(z.object({ id: idSchema })),

  /** Whom a lesson can be given to: every account in use that takes registers, by name. */
  teachers: procedure.meta({ access: STAFF }).output(z.array(teacherSchema)),
  /** Each of these days with its lessons, of one class or teacher where one is named. */
  days: procedure
    .meta({ access: STAFF })
    .input(
      z.object({
        range: dayRangeSchema.refine(
          ({ from, to }) => Date.parse(to) - Date.parse(from) <= 31 * 86_400_000,
          { message: 'At most a month at a time.' },
        ),
        classId: idSchema.optional(),
        teacherId: idSchema.optional(),
      }),
    )
    .output(z.array(timetableDaySchema)),
  addLesson: procedure.input(lessonInputSchema).output(lessonSchema).errors(lessonErrors),
  /**
   * The lesson is as given here from `lesson.from` on; before that day it stays as it was.
   * Refused where something was recorded of it on that day or later.
   */
  changeLesson: procedure
    .input(z.object({ id: idSchema, lesson: lessonInputSchema }))
    .output(lessonSchema)
    .errors(lessonErrors),
  /** The lesson is no longer held from this day on; what came before stays. */
  removeLesson: procedure
    .input(z.object({ id: idSchema, from: daySchema }))
    .errors({ LESSON_IN_USE: lessonErrors.LESSON_IN_USE }),
  /** The lesson did not take place on this day. */
  setNotHeld: procedure
    .meta({ access: TEACHING })
    .input(z.object({ lessonId: idSchema, day: daySchema, reason: reasonSchema }))
    .errors({
      LESSON_TAKEN: {
        message: 'The register of this lesson was taken.',
        data: z.object({ sessionId: idSchema }),
      },
    }),
  clearNotHeld: procedure
    .meta({ access: TEACHING })
    .input(z.object({ lessonId: idSchema, day: daySchema })),
};
