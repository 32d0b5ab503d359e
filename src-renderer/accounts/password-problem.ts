import i18next from 'i18next';
import { type PasswordFault, passwordFault } from '#shared/accounts/password-fault.ts';
import { passwordSchema } from '#shared/contract/app.contract.ts';
import { MIN_PASSWORD } from './password-strength.ts';

/**
 * Why this password would be refused, in words, or null. These are the rules that the main process
 * goes by when it is saved, so that nobody learns of them at the last step.
 */
export function passwordProblem(
  password: string,
  of: { username: string; schoolName: string },
): string | null {
  if (!passwordSchema.safeParse(password).success) {
    return i18next.t('accounts:password.invalid', { minimum: MIN_PASSWORD });
  }
  const context = passwordFault(password, of);
  return context === null ? null : inWords(context);
}

/** As `passwordProblem`, for a password that follows one: the same again is refused as well. */
export function ownPasswordProblem(
  password: string,
  of: { username: string; schoolName: string; current: string },
): string | null {
  const isSame = password !== '' && password.normalize('NFKC') === of.current.normalize('NFKC');
  return isSame ? inWords('samePassword') : passwordProblem(password, of);
}

function inWords(context: PasswordFault | 'samePassword'): string {
  return i18next.t('app:sentences', {
    one: i18next.t('errors:INVALID.title', { context }),
    other: i18next.t('errors:INVALID.advice', { context }),
  });
}
