import { z } from 'zod';
import { importFieldSchema } from './import-field.ts';

/** What of a row is not taken over, although the row is: a part that cannot be read. */
export const rowNoteSchema = z.object({
  why: z.enum(['email', 'phone', 'day', 'guardian']),
  value: z.string(),
});
export type RowNote = z.infer<typeof rowNoteSchema>;

/** Why a row is not taken over. */
export const rowProblemSchema = z.object({
  why: z.enum([
    'missing',
    'tooLong',
    'badCharacters',
    'formulaError',
    /** `value` is the line that has the same number. */
    'duplicateNumber',
    'archived',
  ]),
  field: importFieldSchema,
  value: z.string(),
});
export type RowProblem = z.infer<typeof rowProblemSchema>;
