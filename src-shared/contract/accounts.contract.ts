import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { passwordSchema, usernameSchema } from './app.contract.ts';
import {
  dayRangeSchema,
  idSchema,
  instantSchema,
  nameSchema,
  procedure,
  roleSchema,
  staffRoleSchema,
} from './base.ts';

export const accountSchema = z.object({
  id: idSchema,
  username: z.string(),
  /** A student's account is shown under the student's name. */
  displayName: z.string(),
  role: roleSchema,
  /** The student whose own record this account reads; null unless the role is `student`. */
  studentId: idSchema.nullable(),
  /** True while the password is a temporary one, which the next sign-in has to change. */
  mustChangePassword: z.boolean(),
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

/**
 * Where this window stands: `locked` after some time without input, until the password is typed
 * again; `passwordDue` until a temporary password is changed. Main refuses other calls meanwhile.
 */
export const signInStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('signedOut') }),
  z.object({ state: z.literal('locked'), account: accountSchema }),
  z.object({ state: z.literal('passwordDue'), account: accountSchema }),
  z.object({
    state: z.literal('signedIn'),
    account: accountSchema,
    /** Minutes without input after which the window is to lock. */
    idleLockMinutes: z.number().int(),
  }),
]);
export type SignInState = z.infer<typeof signInStateSchema>;

/** A password that main has made up, to be handed over once; it is not kept as it is here. */
const issuedSchema = z.object({ account: accountSchema, temporaryPassword: z.string() });
export type IssuedPassword = z.infer<typeof issuedSchema>;

export const passwordErrors = {
  WRONG_CREDENTIALS: { message: 'User name or password is wrong.' },
  LOCKED_OUT: {
    message: 'Too many attempts.',
    data: z.object({ retryAfterMs: z.number() }),
  },
};
export const passwordInput = z.string().max(128);

export const accountsContract = {
  /** The account signed in on this window, or null. */
  me: procedure.meta({ access: 'anyone' }).output(accountSchema.nullable()),
  /** How this window stands now, and again at each change, such as when an admin ends the sign-in. */
  watch: procedure.meta({ access: 'anyone' }).output(eventIterator(signInStateSchema)),
  signIn: procedure
    .meta({ access: 'anyone' })
    .input(
      z.object({
        username: z.string().trim().toLowerCase().max(40),
        password: passwordInput,
      }),
    )
    .output(accountSchema)
    .errors(passwordErrors),
  signOut: procedure.meta({ access: 'anyRole', whileLocked: true, whilePasswordDue: true }),
  /** Signs this account out on every window, this one included. */
  signOutEverywhere: procedure.meta({ access: 'anyRole', within: 'one’s own account' }),
  changePassword: procedure
    .meta({ access: 'anyRole', within: 'one’s own', whilePasswordDue: true })
    .input(z.object({ current: passwordInput, next: passwordSchema }))
    .errors(passwordErrors),
  /** Somebody has moved the pointer or pressed a key, so that the window is not idle. */
  noteInput: procedure.meta({ access: 'anyRole', whilePasswordDue: true }),
  lock: procedure.meta({ access: 'anyRole', whileLocked: true, whilePasswordDue: true }),
  /** Unlocks this window with the password of the account signed in. */
  reEnter: procedure
    .meta({ access: 'anyRole', whileLocked: true, whilePasswordDue: true })
    .input(z.object({ password: passwordInput }))
    .errors(passwordErrors),
  list: procedure.output(z.array(accountSchema)),
  /** Makes an account for somebody who works at the school. */
  create: procedure
    .input(z.object({ username: usernameSchema, displayName: nameSchema, role: staffRoleSchema }))
    .output(issuedSchema),
  /** Makes the account under which a student sees their own record; a student has at most one. */
  createForStudent: procedure
    .input(z.object({ studentId: idSchema, username: usernameSchema }))
    .output(issuedSchema),
  /** Changes what is given. The last active admin can be neither archived nor given another role. */
  update: procedure
    .input(
      z.object({
        id: idSchema,
        displayName: nameSchema.optional(),
        role: staffRoleSchema.optional(),
        archived: z.boolean().optional(),
      }),
    )
    .output(accountSchema)
    .errors({ LAST_ADMIN: { message: 'The school needs at least one admin.' } }),
  /** Replaces another account's password by a temporary one, and signs that account out. */
  resetPassword: procedure.input(z.object({ id: idSchema })).output(issuedSchema),
  /** Those in force or still to come. Each change answers with all of them. */
  substitutions: procedure.output(z.array(substitutionSchema)),
  grantSubstitution: procedure.input(newSubstitutionSchema).output(z.array(substitutionSchema)),
  /** Ends one at once. */
  revokeSubstitution: procedure
    .input(z.object({ id: idSchema }))
    .output(z.array(substitutionSchema)),
};
