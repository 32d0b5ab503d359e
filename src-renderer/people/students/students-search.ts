import { z } from 'zod';

/** Students whose face is to be enrolled again, or has not been enrolled. */
export const FACE_FILTERS = ['renew', 'missing'] as const;
export type FaceFilter = (typeof FACE_FILTERS)[number];

export const STUDENT_COLUMNS = [
  'studentNumber',
  'fullName',
  'className',
  'email',
  'enrolment',
] as const;
export type StudentColumn = (typeof STUDENT_COLUMNS)[number];

/** What the students screen is asked to show; part of the address, so that going back restores it. */
export const studentsSearchSchema = z.object({
  search: z.string().max(120).catch('').default(''),
  classId: z.uuid().optional().catch(undefined),
  faces: z.enum(FACE_FILTERS).optional().catch(undefined),
  archived: z.boolean().catch(false).default(false),
  sort: z.enum(STUDENT_COLUMNS).catch('className').default('className'),
  descending: z.boolean().catch(false).default(false),
});
export type StudentsSearch = z.infer<typeof studentsSearchSchema>;
