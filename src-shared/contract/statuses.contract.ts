import { z } from 'zod';
import { TAKEN_KEYS } from '../shortcuts/shortcuts.ts';
import { instantSchema, nameSchema, procedure } from './base.ts';
import { meaningSchema, statusColourSchema, statusRoleSchema, statusSchema } from './status.ts';

/** One to three letters or digits, as people read it on a badge. */
export const statusCodeSchema = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}]{1,3}$/u, 'One to three letters or digits.');

export const shortcutSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}]$/u, 'One letter or digit.')
  .refine((key) => !TAKEN_KEYS.has(key), 'This key has another job.')
  .nullable();

export const pointsSchema = z.number().min(0).max(100);

/** A status as the settings show it. */
export const managedStatusSchema = statusSchema.extend({
  archivedAt: instantSchema.nullable(),
  /** Whether a mark has ever had it: then it is never deleted, and its meaning stands. */
  used: z.boolean(),
});
export type ManagedStatus = z.infer<typeof managedStatusSchema>;

const changeable = z.object({
  label: nameSchema,
  meaning: meaningSchema,
  points: pointsSchema,
  colour: statusColourSchema,
  shortcut: shortcutSchema,
});

const codeInput = z.object({ code: z.string().max(8) });
const everyStatus = z.array(managedStatusSchema);

/** The school's statuses. Each change answers with all of them, in the school's order. */
export const statusesContract = {
  list: procedure.output(everyStatus),
  /** The new one comes last. */
  create: procedure.input(changeable.extend({ code: statusCodeSchema })).output(everyStatus),
  /** Changes what is given. The code itself stands: marks name it. */
  update: procedure
    .input(
      changeable.partial().extend(codeInput.shape).extend({ archived: z.boolean().optional() }),
    )
    .output(everyStatus),
  /** Up or down by one place among those in use. */
  move: procedure
    .input(codeInput.extend({ by: z.union([z.literal(-1), z.literal(1)]) }))
    .output(everyStatus),
  /** Deletes one that no mark has ever had and that plays no role. */
  remove: procedure.input(codeInput).output(everyStatus),
  /** Which status the app itself gives from now on; marks already made stay. */
  giveRole: procedure.input(codeInput.extend({ role: statusRoleSchema })).output(everyStatus),
};
