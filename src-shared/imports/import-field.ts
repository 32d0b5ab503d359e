import { z } from 'zod';

export const importKindSchema = z.enum(['students', 'marks']);
/** What a spreadsheet is a list of. */
export type ImportKind = z.infer<typeof importKindSchema>;

export const studentFieldSchema = z.enum([
  'studentNumber',
  'fullName',
  'firstName',
  'lastName',
  'className',
  'section',
  'email',
  'joinedOn',
  'guardianName',
  'guardianRelation',
  'guardianPhone',
  'guardianEmail',
  'motherName',
  'motherPhone',
  'motherEmail',
  'fatherName',
  'fatherPhone',
  'fatherEmail',
]);
export type StudentField = z.infer<typeof studentFieldSchema>;

export const markFieldSchema = z.enum([
  'studentNumber',
  'day',
  'time',
  'status',
  'className',
  'subject',
  'reason',
  /** A column of statuses whose heading names the register, such as 2026-03-02 09:00 Maths. */
  'register',
]);
export type MarkField = z.infer<typeof markFieldSchema>;

export const importFieldSchema = z.enum([
  ...studentFieldSchema.options,
  ...markFieldSchema.exclude(['studentNumber', 'className']).options,
]);
/** What a column of a spreadsheet means. */
export type ImportField = z.infer<typeof importFieldSchema>;

/** The fields a list of this kind may have, in the order people look for them. */
export const FIELDS_OF: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  students: studentFieldSchema.options,
  marks: markFieldSchema.options,
};

/** Whether several columns may mean it. */
export function mayRepeat(field: ImportField | null): boolean {
  return field === null || field === 'register';
}
