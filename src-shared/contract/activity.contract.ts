import { z } from 'zod';
import { type ActivityKind, activityKinds } from '../activity/activity-kinds.ts';
import { dayRangeSchema, idSchema, instantSchema, procedure, STAFF } from './base.ts';

export const activityKindSchema = z.enum(activityKinds);
export type { ActivityKind };

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

/** Which entries come first. */
export const activityOrderSchema = z.enum(['newest', 'oldest']);
export type ActivityOrder = z.infer<typeof activityOrderSchema>;

export const activityContract = {
  list: procedure
    .meta({ access: STAFF, within: 'each role its kinds of entries' })
    .input(
      z.object({
        sessionId: idSchema.optional(),
        kinds: z.array(activityKindSchema).optional(),
        /** By the laptop's local time. */
        range: dayRangeSchema.optional(),
        order: activityOrderSchema.default('newest'),
        /** The last entry of the page before this one. */
        before: idSchema.optional(),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.array(activitySchema)),
};
