import { z } from 'zod';
import { daySchema, idSchema, instantSchema, procedure, STAFF } from './base.ts';

export const foundSchema = z.object({
  students: z.array(
    z.object({
      id: idSchema,
      fullName: z.string(),
      studentNumber: z.string(),
      className: z.string(),
      /** A guardian's, in E.164, where the search was for a telephone number. */
      phone: z.string().nullable(),
    }),
  ),
  classes: z.array(z.object({ id: idSchema, name: z.string(), studentCount: z.number().int() })),
  subjects: z.array(z.object({ id: idSchema, name: z.string() })),
  /** The day that the search names; null where it names none. */
  day: daySchema.nullable(),
  /** What it says besides the day, where no register of that day fits it; else null. */
  unmatched: z.string().nullable(),
  /** Of that day, newest first. */
  registers: z.array(
    z.object({
      id: idSchema,
      startedAt: instantSchema,
      className: z.string(),
      subjectName: z.string(),
    }),
  ),
});
/** What a search has found, each list the best first and of at most eight. */
export type Found = z.infer<typeof foundSchema>;

export const searchContract = {
  /**
   * Looks for students by any part of name or number, the start of a class's name besides, or a
   * guardian's telephone number; for classes and subjects by name; and for registers by day, with
   * class, subject or teacher besides. Without regard to case and diacritics.
   */
  find: procedure
    .meta({ access: STAFF, within: 'the students, classes and registers that the account sees' })
    .input(z.object({ search: z.string().trim().min(1).max(120) }))
    .output(foundSchema),
};
