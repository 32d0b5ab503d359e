import { z } from 'zod';
import { daySchema } from '#shared/contract/base.ts';

/** Under this share present a student is listed: as many schools call it persistent absence. */
export const USUAL_THRESHOLD = 80;

/** What a report is about; part of the address, so that going back restores it. */
export const reportsSearchSchema = z.object({
  classId: z.uuid().optional().catch(undefined),
  subjectId: z.uuid().optional().catch(undefined),
  from: daySchema.optional().catch(undefined),
  to: daySchema.optional().catch(undefined),
  /** In percent. */
  under: z.number().int().min(1).max(100).optional().catch(undefined),
});
export type ReportsSearch = z.infer<typeof reportsSearchSchema>;
