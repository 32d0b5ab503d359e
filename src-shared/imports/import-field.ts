import { z } from 'zod';

export const importKindSchema = z.enum(['students']);
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

export const importFieldSchema = studentFieldSchema;
/** What a column of a spreadsheet means. */
export type ImportField = z.infer<typeof importFieldSchema>;

/** The fields a list of this kind may have, in the order people look for them. */
export const FIELDS_OF: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  students: studentFieldSchema.options,
};
