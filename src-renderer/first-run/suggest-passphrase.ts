import { randomGroups } from '#shared/accounts/random-groups.ts';

/** A random passphrase of five groups of four characters: 100 bits in all. */
export function suggestPassphrase(): string {
  return randomGroups(5);
}
