import { z } from 'zod';

/** What may refuse a change of a session. */
export const sessionErrors = {
  SESSION_DISCARDED: { message: 'This register did not take place.' },
  NOT_OWN_REGISTER: {
    message: 'This register is somebody else’s.',
    data: z.object({ teacherName: z.string() }),
  },
  CORRECTION_OVER: {
    message: 'The time to correct this register is over.',
    data: z.object({ days: z.number().int() }),
  },
  SESSION_ENDED: { message: 'This session has ended.' },
  NOT_ON_ROSTER: { message: 'This student is not on the roster of this session.' },
  REASON_REQUIRED: { message: 'A change to a register that is closed needs a reason.' },
};
