import { z } from 'zod';
import { dayRangeSchema, instantSchema, procedure, type Role } from './base.ts';
import { consentSchema } from './enrolment.contract.ts';
import { studentSchema } from './people.contract.ts';
import { studentHistorySchema } from './register.contract.ts';

const STUDENTS = ['student'] as const satisfies readonly Role[];
const ownRecord = procedure.meta({ access: STUDENTS, within: 'the student’s own' });

/** What the register holds of a student, in a form that the student is to understand. */
export const ownRecordSchema = z.object({
  student: studentSchema.pick({
    studentNumber: true,
    fullName: true,
    className: true,
    email: true,
    enrolment: true,
  }),
  /** Newest first; withdrawn ones stay on record. */
  consents: z.array(consentSchema),
  /** Lists of numbers that describe the face, and since when the oldest is kept. */
  faceTemplates: z.object({ count: z.number().int(), since: instantSchema.nullable() }),
});
export type OwnRecord = z.infer<typeof ownRecordSchema>;

const placeSchema = z.object({
  /** Those with as many points share a place; the next is counted on. */
  place: z.number().int().positive(),
  /** First name and initial: others are not to be identified further. */
  name: z.string(),
  points: z.number(),
  isMe: z.boolean(),
});
export type Place = z.infer<typeof placeSchema>;

export const leaderboardSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('off') }),
  z.object({
    kind: z.literal('on'),
    className: z.string(),
    /** The ten with the most points, and the student's own place should it come after them. */
    places: z.array(placeSchema),
    students: z.number().int(),
  }),
]);
export type Leaderboard = z.infer<typeof leaderboardSchema>;

/** What a student's account may read: the student's own record, and nothing of others. */
export const ownRecordContract = {
  get: ownRecord.output(ownRecordSchema),
  /** The student's marks over some days, newest first. */
  history: ownRecord.input(z.object({ range: dayRangeSchema })).output(studentHistorySchema),
  /** The points of the class over some days, where the school shows them to its students. */
  leaderboard: procedure
    .meta({
      access: STUDENTS,
      within: 'the class, by first name and initial, if the school allows',
    })
    .input(z.object({ range: dayRangeSchema }))
    .output(leaderboardSchema),
};
