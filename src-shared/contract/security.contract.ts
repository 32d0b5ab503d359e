import { z } from 'zod';
import { passwordErrors, passwordInput } from './accounts.contract.ts';
import { passphraseSchema, wrongPassphrase } from './app.contract.ts';
import { procedure } from './base.ts';

/** What guards the register's key. */
export const keyStandingSchema = z.object({
  /** Whether this computer's keychain holds the key, so that the register opens by itself. */
  inKeychain: z.boolean(),
  /** Backups that lie where backups go now, by the passphrase that opens them. */
  backups: z.object({ present: z.number().int(), earlier: z.number().int() }),
});
export type KeyStanding = z.infer<typeof keyStandingSchema>;

/** Each change asks for the password of the account once more. */
export const securityContract = {
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
