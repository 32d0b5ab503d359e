import { z } from 'zod';
import { idSchema, instantSchema } from './base.ts';

/** A register of the same class and subject, closed a short while ago. */
export const takenLatelySchema = z.object({
  sessionId: idSchema,
  className: z.string(),
  subjectName: z.string(),
  startedAt: instantSchema,
  /** Those late included. */
  present: z.number().int(),
  onRoster: z.number().int(),
});
export type TakenLately = z.infer<typeof takenLatelySchema>;
