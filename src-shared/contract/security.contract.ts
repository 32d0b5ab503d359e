import { z } from 'zod';
import { passwordErrors, passwordInput } from './accounts.contract.ts';
import { passphraseSchema, wrongPassphrase } from './app.contract.ts';
import { instantSchema, procedure } from './base.ts';

/** What guards the register's key. */
export const keyStandingSchema = z.object({
  /** Whether this computer's keychain holds the key, so that the register opens by itself. */
  inKeychain: z.boolean(),
  /** Whether the newest backup is under today's key and opens with today's passphrase. */
  isBackedUp: z.boolean(),
  /** Backups that lie where backups go now, by the passphrase that opens them. */
  backups: z.object({ present: z.number().int(), earlier: z.number().int() }),
});
export type KeyStanding = z.infer<typeof keyStandingSchema>;

export const findingSchema = z.object({
  /**
   * See `ChainProblem`; besides `rewritten`: not what a witness remembers, `notesAltered`, and
   * `damaged`: SQLite cannot read all of the file.
   */
  problem: z.string(),
  deviceId: z.string(),
  seq: z.number().int(),
  /** '' where no event is there. */
  eventId: z.string(),
  /** Who remembers otherwise; null where the chain itself tells. */
  witness: z.object({ by: z.enum(['check', 'backup', 'export']), at: instantSchema }).nullable(),
  foundAt: instantSchema,
});
/** What a check found to be wrong with the log of marks. */
export type Finding = z.infer<typeof findingSchema>;

export const integrityStandingSchema = z.object({
  isRunning: z.boolean(),
  /** Null before the first check. */
  checkedAt: instantSchema.nullable(),
  /** When every event was last walked. */
  fullyCheckedAt: instantSchema.nullable(),
  /** Events found intact; null before the first check and while something is wrong. */
  events: z.number().int().nullable(),
  /** Whether this computer's keychain vouches for what is remembered outside of the database. */
  isSealed: z.boolean(),
  /** Since when it is remembered; null: it is not. */
  notedSince: instantSchema.nullable(),
  finding: findingSchema
    .extend({
      /** Whose mark in which register; null where the event is not there. */
      row: z
        .object({
          studentName: z.string(),
          className: z.string(),
          subjectName: z.string(),
          startedAt: instantSchema,
        })
        .nullable(),
    })
    .nullable(),
});
export type IntegrityStanding = z.infer<typeof integrityStandingSchema>;

/** Each change asks for the password of the account once more. */
export const securityContract = {
  /** What the last check of the log of marks found. One runs after each start and once a day. */
  integrity: procedure.output(integrityStandingSchema),
  /** Checks everything now. */
  check: procedure.output(integrityStandingSchema),
  key: procedure.output(keyStandingSchema),
  /** From now on another passphrase opens the register; backups keep the one they were made under. */
  changePassphrase: procedure
    .input(z.object({ password: passwordInput, passphrase: passphraseSchema }))
    .output(keyStandingSchema)
    .errors(passwordErrors),
  /**
   * Puts the register under a new random key; the passphrase stays. Refused while a register is
   * open, with CONFLICT `openSession`, and while others keep writing, with CONFLICT `inUse`.
   */
  changeKey: procedure
    .input(z.object({ password: passwordInput, passphrase: z.string().max(200) }))
    .output(keyStandingSchema)
    .errors({ ...passwordErrors, ...wrongPassphrase }),
};
