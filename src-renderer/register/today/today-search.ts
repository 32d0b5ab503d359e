import { z } from 'zod';

/** Which class is chosen to start; part of the address, so that others can lead to it. */
export const todaySearchSchema = z.object({
  classId: z.uuid().optional().catch(undefined),
});
