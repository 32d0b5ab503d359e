import { z } from 'zod';

/** Where a device's log ended. */
export const chainHeadSchema = z.object({
  deviceId: z.string().max(64),
  seq: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
