import { z } from 'zod';
import { idSchema, instantSchema, procedure, STAFF, TEACHING } from './base.ts';

/** A change of this computer's clock. Another time zone is none. */
export const clockChangeSchema = z.object({
  id: idSchema,
  /** By the clock as it was after the change. */
  noticedAt: instantSchema,
  /** Milliseconds; negative: it went back. */
  shiftMs: z.number().int(),
  /** Found at a start: it went back so far at least while Rollcall was closed. */
  whileClosed: z.boolean(),
});
export type ClockChange = z.infer<typeof clockChangeSchema>;

export const clockContract = {
  /** Changes after which nobody has said yet that the clock is right, oldest first. */
  inDoubt: procedure.meta({ access: TEACHING }).output(z.array(clockChangeSchema)),
  /** Says that the clock is right now: times of marks from here on are in doubt no more. */
  confirm: procedure.meta({ access: TEACHING }).output(z.array(clockChangeSchema)),
  /** The changes that put times of marks of one register in doubt, and of how many. */
  ofSession: procedure
    .meta({ access: STAFF })
    .input(z.object({ sessionId: idSchema }))
    .output(z.object({ changes: z.array(clockChangeSchema), marks: z.number().int() })),
};
