import { z } from 'zod';

export const STUDENT_TABS = ['overview', 'faces', 'away', 'history'] as const;

/** Which tab of a student's page is open; part of the address. */
export const studentSearchSchema = z.object({
  tab: z.enum(STUDENT_TABS).catch('overview').default('overview'),
});
