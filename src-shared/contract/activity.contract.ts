import { z } from 'zod';
import { dayRangeSchema, idSchema, instantSchema, procedure, STAFF } from './base.ts';

export const activityKindSchema = z.enum([
  'signIn',
  'signInFailed',
  'signOut',
  'sessionStarted',
  'sessionEnded',
  'sessionReopened',
  'sessionDiscarded',
  'sessionReinstated',
  'notHeld',
  'notHeldTakenBack',
  'marked',
  'unmarked',
  'restMarked',
  'undone',
  'corrected',
  'awayButHere',
  'guestAdded',
  'guestMerged',
  'guestUnmerged',
  'guestDismissed',
  'absencePlanned',
  'absenceChanged',
  'absenceCancelled',
  'unsureFace',
  'unknownFace',
  'otherClassFace',
  'suspectedPhoto',
  'cameraTrouble',
  'cameraBack',
  'consentRecorded',
  'consentWithdrawn',
  'enrolled',
  'templateRefreshed',
  'templatesErased',
  'duplicateOverridden',
  'accountChanged',
  'settingsChanged',
  'timetableChanged',
  'membershipChanged',
  'exported',
  'imported',
  'importUndone',
  'clockChanged',
  'clockConfirmed',
  'recovered',
  'tamperingFound',
  'passphraseChanged',
  'keyChanged',
  'backedUp',
  'restored',
  'studentErased',
  'retentionApplied',
  'retentionKept',
]);
export type ActivityKind = z.infer<typeof activityKindSchema>;

export const activitySchema = z.object({
  id: idSchema,
  at: instantSchema,
  kind: activityKindSchema,
  actor: z.string().nullable(),
  sessionId: idSchema.nullable(),
  studentId: idSchema.nullable(),
  studentName: z.string().nullable(),
  /** Small facts for the line of text: a trouble, a status code, a reason, a score. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type Activity = z.infer<typeof activitySchema>;

export const activityContract = {
  list: procedure
    .meta({ access: STAFF, within: 'each role its kinds of entries' })
    .input(
      z.object({
        sessionId: idSchema.optional(),
        kinds: z.array(activityKindSchema).optional(),
        /** By the laptop's local time. */
        range: dayRangeSchema.optional(),
        /** Entries older than this one, for the next page. */
        before: idSchema.optional(),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.array(activitySchema)),
};
