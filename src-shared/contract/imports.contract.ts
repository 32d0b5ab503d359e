import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { importFieldSchema, importKindSchema } from '../imports/import-field.ts';
import { rowNoteSchema, rowProblemSchema } from '../imports/row-verdict.ts';
import { countrySchema } from '../people/guardian.ts';
import { idSchema, instantSchema, nameSchema, procedure } from './base.ts';
import { fileErrors } from './exports.contract.ts';

export const fileFaultSchema = z.enum([
  'tooLarge',
  'unpacksTooLarge',
  'wrongKind',
  'oldExcel',
  'otherSpreadsheet',
  'password',
  'damaged',
  'empty',
  'tooManyRows',
  'tooManyColumns',
  'tookTooLong',
]);
/** Why a file cannot be read as a list. */
export type FileFault = z.infer<typeof fileFaultSchema>;

const columnSchema = z.object({
  /** '' where the list has no headings. */
  heading: z.string(),
  /** A few values that stand in it, each once. */
  samples: z.array(z.string()),
  field: importFieldSchema.nullable(),
});
export type ImportColumn = z.infer<typeof columnSchema>;

/** One sheet of the file, and what its columns seem to mean. */
export const importSheetSchema = z.object({
  sheet: z.number().int(),
  /** The line of the headings, as a spreadsheet counts; null: there are none. */
  headingRow: z.number().int().nullable(),
  /** Rows below the headings. */
  rows: z.number().int(),
  columns: z.array(columnSchema),
});
export type ImportSheet = z.infer<typeof importSheetSchema>;

export const openedFileSchema = z.object({
  /** The file lies parsed in main under this until another is opened. */
  draftId: idSchema,
  fileName: z.string(),
  sheets: z.array(z.object({ name: z.string(), rows: z.number().int() })),
  /** The sheet that looks most like such a list. */
  chosen: importSheetSchema,
});
export type OpenedFile = z.infer<typeof openedFileSchema>;

const openProgressSchema = z.discriminatedUnion('kind', [
  /** The file is there and is being read, which cannot be counted. */
  z.object({ kind: z.literal('reading'), bytes: z.number().int() }),
  z.object({ kind: z.literal('opened'), file: openedFileSchema }),
]);

/** Which rows of the file, and what their columns mean. */
const listChoiceSchema = z.object({
  draftId: idSchema,
  sheet: z.number().int().min(0),
  headingRow: z.number().int().nullable(),
  fields: z.array(importFieldSchema.nullable()).max(200),
});

export const studentsChoiceSchema = listChoiceSchema.extend({
  /** The class of rows that name none. */
  className: nameSchema.nullable(),
  /** ISO 3166-1 alpha-2: where telephone numbers without a country code are. */
  country: countrySchema.nullable(),
});
export type StudentsChoice = z.infer<typeof studentsChoiceSchema>;

const changeSchema = z.object({
  what: z.enum(['fullName', 'className', 'email', 'guardian']),
  from: z.string(),
  to: z.string(),
});
export type StudentChange = z.infer<typeof changeSchema>;

export const studentVerdictSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new') }),
  z.object({ kind: z.literal('changed'), changes: z.array(changeSchema) }),
  z.object({ kind: z.literal('unchanged') }),
  z.object({ kind: z.literal('problem'), problem: rowProblemSchema }),
]);
export type StudentVerdict = z.infer<typeof studentVerdictSchema>;

const studentCountsSchema = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  problem: z.number().int(),
});
export type StudentCounts = z.infer<typeof studentCountsSchema>;

const studentRowSchema = z.object({
  line: z.number().int(),
  studentNumber: z.string(),
  fullName: z.string(),
  className: z.string(),
  guardians: z.number().int(),
  /** The telephone numbers of the row as they would be stored: E.164. */
  phones: z.array(z.string()),
  verdict: studentVerdictSchema,
  notes: z.array(rowNoteSchema),
});
export type StudentRowPreview = z.infer<typeof studentRowSchema>;

export const studentsPlanSchema = z.object({
  counts: studentCountsSchema,
  /** Classes that do not exist yet and would be made. */
  newClasses: z.array(z.string()),
  rows: z.array(studentRowSchema),
});
export type StudentsPlan = z.infer<typeof studentsPlanSchema>;

export const importSchema = z.object({
  id: idSchema,
  at: instantSchema,
  by: z.string(),
  kind: importKindSchema,
  fileName: z.string(),
  created: z.number().int(),
  changed: z.number().int(),
  undoneAt: instantSchema.nullable(),
});
export type ImportDone = z.infer<typeof importSchema>;

const keptSchema = z.object({
  studentId: idSchema,
  studentNumber: z.string(),
  fullName: z.string(),
  /** What was done with the student since, which the undo leaves as it is. */
  why: z.enum(['consent', 'faces', 'register', 'changed', 'used']),
});

const undoneSchema = z.object({ undone: z.number().int(), kept: z.array(keptSchema) });
export type UndoneImport = z.infer<typeof undoneSchema>;

export const importsContract = {
  /**
   * Reads a spreadsheet in a thread of its own; ending the iteration stops it. What is read stays
   * in main for this window until it opens another.
   */
  open: procedure
    .input(z.object({ kind: importKindSchema, file: z.file() }))
    .output(eventIterator(openProgressSchema))
    .errors({
      UNREADABLE_FILE: {
        message: 'The file cannot be read as a list.',
        data: z.object({ why: fileFaultSchema }),
      },
    }),
  /** Another sheet of the open file, or another line of headings; 'find' looks for it. */
  sheet: procedure
    .input(
      z.object({
        draftId: idSchema,
        sheet: z.number().int().min(0),
        headingRow: z.union([z.number().int().min(1), z.null(), z.literal('find')]),
      }),
    )
    .output(importSheetSchema),
  /** The dry run: what importing would do, row by row; writes nothing. */
  planStudents: procedure.input(studentsChoiceSchema).output(studentsPlanSchema),
  /**
   * Does what the plan says, in one transaction; rows with a problem are left out. Refused as
   * CONFLICT `plan` when the register has changed since the plan was made. Where the school has
   * not said yet in which country its telephone numbers are, the choice becomes its setting.
   */
  applyStudents: procedure
    .input(studentsChoiceSchema.extend({ expected: studentCountsSchema }))
    .output(importSchema),
  /** The imports so far, newest first. */
  list: procedure.output(z.array(importSchema)),
  /** Takes an import back, except for students with whom something was done since. */
  undo: procedure.input(z.object({ id: idSchema })).output(undoneSchema),
  /** Notes in the activity what an import of faces came to; each face was stored by its own call. */
  noteFaces: procedure.input(
    z.object({ enrolled: z.number().int().min(0), notEnrolled: z.number().int().min(0) }),
  ),
  /** Asks where to save an empty list with headings and examples; null when nothing was saved. */
  saveTemplate: procedure
    .input(z.object({ kind: importKindSchema }))
    .output(z.object({ path: z.string().nullable() }))
    .errors(fileErrors),
};
