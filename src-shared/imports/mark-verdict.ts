import { z } from 'zod';

/** Why a mark of a list is not taken over. `value` is what the words for it name. */
export const markProblemSchema = z.object({
  why: z.enum([
    'noNumber',
    'noDay',
    'noStatus',
    'badDay',
    'badTime',
    'formulaError',
    'tooLong',
    'badCharacters',
    'unknownStudent',
    'unknownStatus',
    'unknownClass',
    'unknownSubject',
    /** Neither the row nor the choice for all names one. */
    'noSubject',
    /** The student was in no class on that day. */
    'noClass',
    /** The student was not in that class, or not on that register. */
    'notOnRoster',
    'future',
    /** `value` is the line that has a mark of the same student and register. */
    'duplicate',
    /** The register of that time is still open. */
    'stillOpen',
    /** The class has a register of another subject at that time: `value`. */
    'otherSubject',
    /** Without a time it is open which of that day's registers is meant. */
    'severalRegisters',
  ]),
  value: z.string(),
});
export type MarkProblem = z.infer<typeof markProblemSchema>;

export const markVerdictSchema = z.discriminatedUnion('kind', [
  /** Nobody has marked yet. */
  z.object({ kind: z.literal('new') }),
  /** Takes the place of the mark that is there. */
  z.object({ kind: z.literal('changed'), from: z.string() }),
  z.object({ kind: z.literal('unchanged') }),
  /** Another mark is there, made by a face or by hand, and stays. */
  z.object({ kind: z.literal('kept'), there: z.string() }),
  /** Left out because its status was said to mean nothing. */
  z.object({ kind: z.literal('skipped') }),
  z.object({ kind: z.literal('problem'), problem: markProblemSchema }),
]);
export type MarkVerdict = z.infer<typeof markVerdictSchema>;
