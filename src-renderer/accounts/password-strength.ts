/** The shortest password that the contract takes. */
export const MIN_PASSWORD = 10;

export type PasswordStrength = 'tooShort' | 'enough' | 'strong' | 'veryStrong';

/** Strength by length alone, as NIST SP 800-63B (5.1.1.2) advises, rather than by composition. */
export function passwordStrength(password: string): PasswordStrength {
  if (password.length < MIN_PASSWORD) return 'tooShort';
  if (password.length < 14) return 'enough';
  return password.length < 18 ? 'strong' : 'veryStrong';
}

/** How much of a meter to fill, 0 to 100. */
export function strengthPercent(password: string): number {
  return Math.min(100, Math.round((password.length / 18) * 100));
}
