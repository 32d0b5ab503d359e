import { z } from 'zod';

/** Which list of the classes screen is open; part of the address. */
export const classesSearchSchema = z.object({
  tab: z.enum(['classes', 'subjects']).catch('classes').default('classes'),
});
