import { randomGroups } from '#shared/accounts/random-groups.ts';

/**
 * A password to be handed over once and changed at the next sign-in: 60 bits. With the delays
 * between attempts that is far more than guessing can reach.
 */
export function temporaryPassword(): string {
  return randomGroups(3);
}
