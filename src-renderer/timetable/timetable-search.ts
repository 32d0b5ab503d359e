import { z } from 'zod';
import { daySchema, idSchema } from '#shared/contract/base.ts';

/** What the timetable screen shows; part of the address. */
export const timetableSearchSchema = z.object({
  tab: z.enum(['week', 'year']).catch('week').default('week'),
  /** Whose week: of one class, or else of one teacher. */
  classId: idSchema.optional().catch(undefined),
  teacherId: idSchema.optional().catch(undefined),
  /** A day of the week shown; this week where left out. */
  day: daySchema.optional().catch(undefined),
});
