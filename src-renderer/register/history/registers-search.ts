import { z } from 'zod';
import { daySchema } from '#shared/contract/base.ts';

/** Which registers are listed; part of the address, so that going back restores it. */
export const registersSearchSchema = z.object({
  classId: z.uuid().optional().catch(undefined),
  from: daySchema.optional().catch(undefined),
  to: daySchema.optional().catch(undefined),
});
export type RegistersSearch = z.infer<typeof registersSearchSchema>;
