import { z } from 'zod';
import { daySchema } from '#shared/contract/base.ts';

export const REGISTER_COLUMNS = [
  'when',
  'class',
  'subject',
  'teacher',
  'present',
  'absent',
  'ignored',
  'unmarked',
  'corrected',
] as const;

/** Which registers are listed, and in which order; part of the address, so that going back restores it. */
export const registersSearchSchema = z.object({
  classId: z.uuid().optional().catch(undefined),
  from: daySchema.optional().catch(undefined),
  to: daySchema.optional().catch(undefined),
  /** Words of class, subject or teacher. */
  search: z.string().max(120).catch('').default(''),
  sort: z.enum(REGISTER_COLUMNS).catch('when').default('when'),
  descending: z.boolean().catch(true).default(true),
});
export type RegistersSearch = z.infer<typeof registersSearchSchema>;
