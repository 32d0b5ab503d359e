import { z } from 'zod';

export const IMPORT_TABS = ['students', 'marks', 'faces'] as const;

/** What is to be imported; part of the address. */
export const importSearchSchema = z.object({
  what: z.enum(IMPORT_TABS).catch('students').default('students'),
});
