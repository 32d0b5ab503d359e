import { z } from 'zod';
import { daySchema } from '#shared/contract/base.ts';

export const STUDENT_TABS = ['overview', 'faces', 'away', 'history', 'report'] as const;

/** Which tab of a student's page is open, and the days of the report; part of the address. */
export const studentSearchSchema = z.object({
  tab: z.enum(STUDENT_TABS).catch('overview').default('overview'),
  from: daySchema.optional().catch(undefined),
  to: daySchema.optional().catch(undefined),
});
