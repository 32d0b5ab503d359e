import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { activityKindSchema } from './activity.contract.ts';
import { dayRangeSchema, idSchema, procedure, STAFF } from './base.ts';

export const exportFormatSchema = z.enum(['xlsx', 'ods', 'csv']);
export type ExportFormat = z.infer<typeof exportFormatSchema>;
/** What a file can be saved as: a spreadsheet, or paper. */
export type FileFormat = ExportFormat | 'pdf';

export const exportRequestSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('session'), sessionId: idSchema, format: exportFormatSchema }),
  z.object({
    what: z.literal('class'),
    classId: idSchema,
    subjectId: idSchema.optional(),
    range: dayRangeSchema,
    format: exportFormatSchema,
  }),
  /** One student in every class that the caller may see, or in one. */
  z.object({
    what: z.literal('student'),
    studentId: idSchema,
    classId: idSchema.optional(),
    subjectId: idSchema.optional(),
    range: dayRangeSchema,
    format: exportFormatSchema,
  }),
  /** The activity log, as far as the caller may read it. */
  z.object({
    what: z.literal('activity'),
    kinds: z.array(activityKindSchema).optional(),
    range: dayRangeSchema.optional(),
    format: exportFormatSchema,
  }),
  /** Everything that is stored about one student; for admins alone. */
  z.object({ what: z.literal('everything'), studentId: idSchema, format: z.literal('xlsx') }),
]);
export type ExportRequest = z.infer<typeof exportRequestSchema>;

export const exportProgressSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('working'), done: z.number(), total: z.number() }),
  z.object({ kind: z.literal('saved'), path: z.string(), rows: z.number().int() }),
  z.object({ kind: z.literal('cancelled') }),
]);
export type ExportProgress = z.infer<typeof exportProgressSchema>;

/** What may keep a file from being saved where somebody chose. */
export const fileErrors = {
  FOLDER_NOT_WRITABLE: {
    message: 'The folder cannot be written to.',
    data: z.object({ folder: z.string() }),
  },
  FILE_IN_USE: {
    message: 'The file is open in another program.',
    data: z.object({ path: z.string() }),
  },
} as const;

export const exportsContract = {
  /**
   * Asks where to save, writes in a worker, reports progress. Ending the iteration cancels;
   * a cancelled or failed export leaves no file behind.
   */
  run: procedure
    .meta({ access: STAFF })
    .input(exportRequestSchema)
    .output(eventIterator(exportProgressSchema))
    .errors({
      NOTHING_TO_EXPORT: { message: 'There is nothing in this range.' },
      ...fileErrors,
    }),
  /** Show a file that this run of the app has exported in the system's file manager. */
  reveal: procedure.meta({ access: STAFF }).input(z.object({ path: z.string().max(4096) })),
};
