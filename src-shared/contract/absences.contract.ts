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

export const absenceReasonSchema = z.string().trim().min(3).max(200);

/** A student who is known beforehand to be away. */
export const plannedAbsenceSchema = z.object({
  id: idSchema,
  studentId: idSchema,
  studentName: z.string(),
  className: z.string(),
  days: dayRangeSchema,
  reason: z.string(),
  /** Who said so, such as a parent. */
  reportedBy: z.string(),
  recordedBy: z.string(),
  recordedAt: instantSchema,
});
export type PlannedAbsence = z.infer<typeof plannedAbsenceSchema>;

const absenceInput = z.object({
  days: dayRangeSchema,
  reason: absenceReasonSchema,
  reportedBy: nameSchema,
});

/**
 * Absences known in advance. On these days a session gives the student the excused status as it
 * starts; registers already open take it over at once where nobody has marked the student.
 */
export const absencesContract = {
  /** Of one student, the latest first; or of one day, by class and name. */
  list: procedure
    .meta({ access: STAFF })
    .input(
      z.discriminatedUnion('of', [
        z.object({ of: z.literal('student'), studentId: idSchema }),
        z.object({ of: z.literal('day'), day: daySchema }),
      ]),
    )
    .output(z.array(plannedAbsenceSchema)),
  create: procedure
    .meta({ access: STAFF })
    .input(absenceInput.extend({ studentId: idSchema }))
    .output(plannedAbsenceSchema),
  update: procedure
    .meta({ access: STAFF })
    .input(absenceInput.extend({ id: idSchema }))
    .output(plannedAbsenceSchema),
  /** Marks that registers have taken over stay, except in those still open. */
  cancel: procedure.meta({ access: STAFF }).input(z.object({ id: idSchema })),
  /** Takes a cancellation back. */
  restore: procedure
    .meta({ access: STAFF })
    .input(z.object({ id: idSchema }))
    .output(plannedAbsenceSchema),
};
