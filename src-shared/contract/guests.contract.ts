import { z } from 'zod';
import { idSchema, instantSchema, nameSchema, procedure, STAFF, TEACHING } from './base.ts';
import { sessionErrors } from './session-errors.ts';

/** Somebody who sat in a session and is on no list yet; counted nowhere until it is known who. */
export const guestSchema = z.object({
  id: idSchema,
  sessionId: idSchema,
  name: z.string(),
  /** As a face at that time would have been marked. */
  code: z.string(),
  at: instantSchema,
  addedBy: z.string(),
  standing: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('open') }),
    z.object({ kind: z.literal('merged'), studentId: idSchema, studentName: z.string() }),
    z.object({ kind: z.literal('dismissed') }),
  ]),
});
export type Guest = z.infer<typeof guestSchema>;

const guests = z.array(guestSchema);

/** Guests of a session. Each change answers with all of that session's. */
export const guestsContract = {
  list: procedure
    .meta({ access: STAFF })
    .input(z.object({ sessionId: idSchema }))
    .output(guests),
  /** While the session is open. */
  add: procedure
    .meta({ access: TEACHING })
    .input(z.object({ sessionId: idSchema, name: nameSchema }))
    .output(guests)
    .errors(sessionErrors),
  /** It was this student, who comes onto the roster and is given the mark, with the reason why. */
  merge: procedure
    .meta({ access: TEACHING })
    .input(z.object({ id: idSchema, studentId: idSchema }))
    .output(guests)
    .errors(sessionErrors),
  /** It was not that student: their mark is set back by an event of its own, the guest is open again. */
  unmerge: procedure
    .meta({ access: TEACHING })
    .input(z.object({ id: idSchema }))
    .output(guests)
    .errors(sessionErrors),
  dismiss: procedure
    .meta({ access: TEACHING })
    .input(z.object({ id: idSchema }))
    .output(guests)
    .errors(sessionErrors),
  /** Takes a dismissal back. */
  restore: procedure
    .meta({ access: TEACHING })
    .input(z.object({ id: idSchema }))
    .output(guests)
    .errors(sessionErrors),
};
