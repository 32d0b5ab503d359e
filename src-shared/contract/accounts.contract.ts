import { z } from 'zod';
import { passwordSchema, usernameSchema } from './app.contract.ts';
import {
  dayRangeSchema,
  idSchema,
  instantSchema,
  nameSchema,
  procedure,
  roleSchema,
} from './base.ts';

export const accountSchema = z.object({
  id: idSchema,
  username: z.string(),
  displayName: z.string(),
  role: roleSchema,
  archivedAt: instantSchema.nullable(),
  lastSignInAt: instantSchema.nullable(),
});
export type Account = z.infer<typeof accountSchema>;

/** Somebody who stands in for one class, or for all that a teacher does. */
export const substitutionSchema = z.object({
  id: idSchema,
  accountId: idSchema,
  accountName: z.string(),
  classId: idSchema.nullable(),
  className: z.string().nullable(),
  forAccountId: idSchema.nullable(),
  forAccountName: z.string().nullable(),
  days: dayRangeSchema,
});
export type Substitution = z.infer<typeof substitutionSchema>;

export const newSubstitutionSchema = z.object({
  /** Who stands in. */
  accountId: idSchema,
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('class'), classId: idSchema }),
    z.object({ kind: z.literal('teacher'), accountId: idSchema }),
  ]),
  days: dayRangeSchema,
});
export type NewSubstitution = z.infer<typeof newSubstitutionSchema>;

export const accountsContract = {
  /** The account signed in on this window, or null. */
  me: procedure.meta({ access: 'anyone' }).output(accountSchema.nullable()),
  signIn: procedure
    .meta({ access: 'anyone' })
    .input(
      z.object({
        username: z.string().trim().toLowerCase().max(40),
        password: z.string().max(128),
      }),
    )
    .output(accountSchema)
    .errors({
      WRONG_CREDENTIALS: { message: 'User name or password is wrong.' },
      LOCKED_OUT: {
        message: 'Too many attempts.',
        data: z.object({ retryAfterMs: z.number() }),
      },
    }),
  signOut: procedure.meta({ access: 'signedIn' }),
  changePassword: procedure
    .meta({ access: 'signedIn' })
    .input(z.object({ current: z.string().max(128), next: passwordSchema }))
    .errors({
      WRONG_CREDENTIALS: { message: 'The current password is wrong.' },
      LOCKED_OUT: {
        message: 'Too many attempts.',
        data: z.object({ retryAfterMs: z.number() }),
      },
    }),
  list: procedure.output(z.array(accountSchema)),
  create: procedure
    .input(
      z.object({
        username: usernameSchema,
        displayName: nameSchema,
        role: roleSchema,
        password: passwordSchema,
      }),
    )
    .output(accountSchema),
  /** Changes what is given. The last active admin can be neither archived nor made a teacher. */
  update: procedure
    .input(
      z.object({
        id: idSchema,
        displayName: nameSchema.optional(),
        role: roleSchema.optional(),
        password: passwordSchema.optional(),
        archived: z.boolean().optional(),
      }),
    )
    .output(accountSchema)
    .errors({ LAST_ADMIN: { message: 'The school needs at least one admin.' } }),
  /** Those in force or still to come. Each change answers with all of them. */
  substitutions: procedure.output(z.array(substitutionSchema)),
  grantSubstitution: procedure.input(newSubstitutionSchema).output(z.array(substitutionSchema)),
  /** Ends one at once. */
  revokeSubstitution: procedure
    .input(z.object({ id: idSchema }))
    .output(z.array(substitutionSchema)),
};
