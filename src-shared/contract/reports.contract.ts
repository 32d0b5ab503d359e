import { z } from 'zod';
import {
  dayRangeSchema,
  daySchema,
  idSchema,
  instantSchema,
  nameSchema,
  procedure,
  STAFF,
} from './base.ts';
import { fileErrors } from './exports.contract.ts';
import { statusSchema } from './status.ts';

/** Which registers a report is about: of a class, of a subject, or all that the caller sees. */
export const reportFilterSchema = z.object({
  classId: idSchema.optional(),
  subjectId: idSchema.optional(),
  range: dayRangeSchema,
});
export type ReportFilter = z.infer<typeof reportFilterSchema>;

const countSchema = z.number().int().nonnegative();
/** Marks by the meaning of their status. */
export const meaningTallySchema = z.object({
  present: countSchema,
  absent: countSchema,
  ignored: countSchema,
});
export type MeaningTally = z.infer<typeof meaningTallySchema>;

export const weekFigureSchema = meaningTallySchema.extend({
  /** Its Monday. */
  week: daySchema,
});
export type WeekFigure = z.infer<typeof weekFigureSchema>;

export const slotFigureSchema = meaningTallySchema.extend({
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  weekday: z.number().int().min(1).max(7),
  /** The hour in which the lesson was to begin, or else the register did, where the school is. */
  hour: z.number().int().min(0).max(23),
});
export type SlotFigure = z.infer<typeof slotFigureSchema>;

export const reportOverviewSchema = z.object({
  registers: countSchema,
  /** Every status that occurs or is in use, in the school's order, and how many marks have it. */
  statuses: z.array(statusSchema.extend({ marks: countSchema })),
  /** On a roster, and nobody has marked. */
  unmarked: countSchema,
  weeks: z.array(weekFigureSchema),
  slots: z.array(slotFigureSchema),
});
export type ReportOverview = z.infer<typeof reportOverviewSchema>;

export const studentFigureSchema = meaningTallySchema.extend({
  studentId: idSchema,
  studentNumber: z.string(),
  fullName: z.string(),
  /** The class the student is in now. */
  className: z.string(),
  /** Of those present. */
  late: countSchema,
  /** Of all statuses given, added up. */
  points: z.number(),
});
export type StudentFigure = z.infer<typeof studentFigureSchema>;

/** Registers one after another in which a student was absent; excused ones between do not end it. */
export const absenceRunSchema = z.object({
  studentId: idSchema,
  registers: z.number().int().positive(),
  from: daySchema,
  to: daySchema,
  /** Nothing after it in these days says that the student is back. */
  ongoing: z.boolean(),
});
export type AbsenceRun = z.infer<typeof absenceRunSchema>;

export const studentsReportSchema = z.object({
  /** Everyone with a mark in these registers, by name. */
  students: z.array(studentFigureSchema),
  /** Of three registers or more; those still going on first, then the longest. */
  runs: z.array(absenceRunSchema),
});
export type StudentsReport = z.infer<typeof studentsReportSchema>;

/** The register in which a student was last seen, and when. */
export const placeSchema = z.object({
  className: z.string(),
  subjectName: z.string(),
  teacherName: z.string(),
  /** Of the lesson; null where the timetable names none. */
  room: z.string().nullable(),
  at: instantSchema,
});
export type Place = z.infer<typeof placeSchema>;

export const standingOnSiteSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('present'), place: placeSchema }),
  /** Was marked present today, and in a later register was not. */
  z.object({ kind: z.literal('presentEarlier'), place: placeSchema, missedAt: instantSchema }),
  z.object({ kind: z.literal('absent'), at: instantSchema }),
  z.object({ kind: z.literal('excused'), at: instantSchema }),
  /** No register of today says anything. */
  z.object({ kind: z.literal('notMarked') }),
]);
export type StandingOnSite = z.infer<typeof standingOnSiteSchema>;

export const onSiteSchema = z.object({
  at: instantSchema,
  /** Every class in use that the caller sees and that has students, by name. */
  classes: z.array(
    z.object({
      classId: idSchema,
      className: z.string(),
      students: z.array(
        z.object({
          studentId: idSchema,
          studentNumber: z.string(),
          fullName: z.string(),
          standing: standingOnSiteSchema,
        }),
      ),
    }),
  ),
  /** Noted in a register of today as present, and on no list yet. */
  guests: z.array(z.object({ id: idSchema, name: z.string(), place: placeSchema })),
});
export type OnSite = z.infer<typeof onSiteSchema>;

export const pdfResultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), path: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
]);

export const reportsContract = {
  /** Trend, hours and statuses, from what each register came to. */
  overview: procedure
    .meta({ access: STAFF })
    .input(reportFilterSchema)
    .output(reportOverviewSchema),
  /** How each student stands in these registers, and who was absent several times on end. */
  students: procedure
    .meta({ access: STAFF })
    .input(reportFilterSchema)
    .output(studentsReportSchema),
  /** Where everyone was last seen today, for an evacuation. */
  onSite: procedure.meta({ access: STAFF }).output(onSiteSchema),
  /** Asks where to save, and saves the page on screen there as it prints. */
  savePdf: procedure
    .meta({ access: STAFF })
    .input(z.object({ title: nameSchema, landscape: z.boolean().default(false) }))
    .output(pdfResultSchema)
    .errors(fileErrors),
};
