import { z } from 'zod';

export const STUDENT_COLUMNS = ['studentNumber', 'fullName', 'className', 'enrolment'] as const;
export type StudentColumn = (typeof STUDENT_COLUMNS)[number];

/** What the students screen is asked to show; part of the address, so that going back restores it. */
export const studentsSearchSchema = z.object({
  search: z.string().max(120).catch('').default(''),
  classId: z.uuid().optional().catch(undefined),
  archived: z.boolean().catch(false).default(false),
  sort: z.enum(STUDENT_COLUMNS).catch('className').default('className'),
  descending: z.boolean().catch(false).default(false),
});
export type StudentsSearch = z.infer<typeof studentsSearchSchema>;
