import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { importFieldSchema, importKindSchema } from '../imports/import-field.ts';
import { MARK_LIMITS } from '../imports/mark-limits.ts';
import { markVerdictSchema } from '../imports/mark-verdict.ts';
import { dayOrderSchema } from '../imports/read-day.ts';
import { rowNoteSchema, rowProblemSchema } from '../imports/row-verdict.ts';
import { TABLE_LIMITS } from '../imports/table.ts';
import { countrySchema } from '../people/guardian.ts';
import { daySchema, idSchema, instantSchema, nameSchema, procedure } from './base.ts';
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
  fields: z.array(importFieldSchema.nullable()).max(TABLE_LIMITS.columns),
});

export const studentsChoiceSchema = listChoiceSchema.extend({
  /** The class of rows that name none. */
  className: nameSchema.nullable(),
  /** ISO 3166-1 alpha-2: where telephone numbers without a country code are. */
  country: countrySchema.nullable(),
  /** Whether a student ID that nobody has is that of the one who has it with zeros in front, or without. */
  withoutZeros: z.boolean().default(false),
});
export type StudentsChoice = z.infer<typeof studentsChoiceSchema>;

const zerosSchema = z.object({
  /** Rows of the list. */
  rows: z.number().int(),
  /** One of them: the ID in the list, and whose it may be. */
  listed: z.string(),
  studentNumber: z.string(),
  fullName: z.string(),
});
/** What a spreadsheet has done that drops zeros in front of a number. */
export type LostZeros = z.infer<typeof zerosSchema>;

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
  /** The ID in the list where it is another; see `withoutZeros`. */
  listedNumber: z.string().nullable(),
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
  /** Rows whose ID is nobody's, and fits somebody if zeros in front do not count; null: none. */
  zeros: zerosSchema.nullable(),
  rows: z.array(studentRowSchema),
});
export type StudentsPlan = z.infer<typeof studentsPlanSchema>;

const readingSchema = z.object({
  dayOrder: dayOrderSchema,
  /** When a register begins whose marks name no time, in minutes since midnight. */
  minutes: z.number().int().min(0).max(1439),
  /** The subject of marks that name none. */
  subjectId: idSchema.nullable(),
  /** What each status of the list means; null: nothing. */
  statuses: z
    .array(z.object({ text: z.string().max(500), code: z.string().max(8).nullable() }))
    .max(MARK_LIMITS.statuses),
  /** Which subject each is that nobody knows by that name; null: it is to be made. */
  subjects: z
    .array(z.object({ text: nameSchema, subjectId: idSchema.nullable() }))
    .max(MARK_LIMITS.subjects),
  /** Whether a student ID that nobody has is that of the one who has it with zeros in front, or without. */
  withoutZeros: z.boolean(),
  /** What becomes of marks that are there, made by a face or by hand. */
  existing: z.enum(['keep', 'replace']),
});

export const marksChoiceSchema = listChoiceSchema.extend(readingSchema.shape);
export type MarksChoice = z.infer<typeof marksChoiceSchema>;

const dayOrderFindingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plain') }),
  z.object({ kind: z.literal('seen'), order: dayOrderSchema }),
  z.object({ kind: z.literal('open'), likely: dayOrderSchema, example: z.string() }),
]);

const statusMeantSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('code'), code: z.string() }),
  z.object({ kind: z.literal('nothing') }),
  z.object({ kind: z.literal('unknown') }),
]);

/** What has to be asked about a list of marks, with what the list itself suggests. */
export const marksFactsSchema = z.object({
  marks: z.number().int(),
  dayOrder: dayOrderFindingSchema,
  /** Each status once, the most frequent first, at most `MARK_LIMITS.statuses` of them. */
  statuses: z.array(
    z.object({ text: z.string(), marks: z.number().int(), meant: statusMeantSchema }),
  ),
  /** How many statuses more there are. */
  moreStatuses: z.number().int(),
  /** Each subject that is not known once, the most frequent first, at most `MARK_LIMITS.subjects`. */
  subjects: z.array(z.object({ text: z.string(), marks: z.number().int() })),
  moreSubjects: z.number().int(),
  /** Marks whose student ID fits somebody if zeros in front do not count; null: none. */
  zeros: zerosSchema.nullable(),
  withoutTime: z.number().int(),
  withoutSubject: z.number().int(),
});
export type MarksFacts = z.infer<typeof marksFactsSchema>;

const markCountsSchema = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  kept: z.number().int(),
  skipped: z.number().int(),
  problem: z.number().int(),
});
export type MarkCounts = z.infer<typeof markCountsSchema>;

const markRowSchema = z.object({
  line: z.number().int(),
  /** The column it stands in, from 0, where each register has one of its own. */
  column: z.number().int().nullable(),
  studentNumber: z.string(),
  /** The ID in the list where it is another; see `withoutZeros`. */
  listedNumber: z.string().nullable(),
  /** '' where nobody has that number. */
  fullName: z.string(),
  className: z.string(),
  subjectName: z.string(),
  day: daySchema.nullable(),
  minutes: z.number().int().nullable(),
  /** The code it would get; else as it stands in the list. */
  status: z.string(),
  verdict: markVerdictSchema,
});
export type MarkRowPreview = z.infer<typeof markRowSchema>;

export const marksPlanSchema = z.object({
  counts: markCountsSchema,
  /** Registers that would be made, and others that would get marks. */
  registers: z.object({ made: z.number().int(), used: z.number().int() }),
  rows: z.array(markRowSchema),
});
export type MarksPlan = z.infer<typeof marksPlanSchema>;

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

const workingSchema = z.object({
  kind: z.literal('working'),
  doing: z.enum(['comparing', 'writing', 'takingBack']),
  /** Of the rows there are to do. */
  done: z.number().int(),
  total: z.number().int(),
});
/** How far an import is, or the taking back of one. */
export type ImportWorking = z.infer<typeof workingSchema>;

export const importProgressSchema = z.discriminatedUnion('kind', [
  workingSchema,
  z.object({ kind: z.literal('imported'), done: importSchema }),
  /** It was cancelled; whatever had been written is taken back. */
  z.object({ kind: z.literal('cancelled') }),
]);
export type ImportProgress = z.infer<typeof importProgressSchema>;

const keptSchema = z.object({
  studentId: idSchema,
  studentNumber: z.string(),
  fullName: z.string(),
  /** What was done with the student since, which the undo leaves as it is. */
  why: z.enum(['consent', 'faces', 'register', 'changed', 'used', 'markChanged', 'discarded']),
  /** The register whose mark it is; null: it is about the student. */
  register: z.object({ id: idSchema, className: z.string(), startedAt: instantSchema }).nullable(),
});

const undoneSchema = z.object({ undone: z.number().int(), kept: z.array(keptSchema) });
export type UndoneImport = z.infer<typeof undoneSchema>;

export const undoProgressSchema = z.discriminatedUnion('kind', [
  workingSchema,
  z.object({ kind: z.literal('undone'), result: undoneSchema }),
]);
export type UndoProgress = z.infer<typeof undoProgressSchema>;

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
   * Does what the plan says, part by part between other work; rows with a problem are left out. It
   * is done as a whole or, where it is cancelled, fails or the app ends, taken back. Refused as
   * CONFLICT `plan` when the register has changed since the plan was made, `importRunning` while
   * another is written or taken back. Where the school has not said yet in which country its
   * telephone numbers are, the choice becomes its setting.
   */
  applyStudents: procedure
    .input(studentsChoiceSchema.extend({ expected: studentCountsSchema }))
    .output(eventIterator(importProgressSchema)),
  /** What has to be asked about a list of marks before it can be planned; writes nothing. */
  lookAtMarks: procedure.input(listChoiceSchema).output(marksFactsSchema),
  /** The dry run of a list of marks, mark by mark; writes nothing. */
  planMarks: procedure.input(marksChoiceSchema).output(marksPlanSchema),
  /** Writes the marks as `applyStudents` does students, and makes the registers they need. */
  applyMarks: procedure
    .input(marksChoiceSchema.extend({ expected: markCountsSchema }))
    .output(eventIterator(importProgressSchema)),
  /** Cancels the import that is being written, if there is one: its own iteration tells of the end. */
  cancel: procedure,
  /** The imports so far, newest first. */
  list: procedure.output(z.array(importSchema)),
  /**
   * Takes an import back part by part, except for what was used or changed since. Once begun it goes
   * on to its end, also when the iteration ends or the app does.
   */
  undo: procedure.input(z.object({ id: idSchema })).output(eventIterator(undoProgressSchema)),
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
