import { assertOwnPassword } from '../accounts/own-password.service.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { keyFromPassphrase } from '../app/key-vault.ts';
import { wrapByPassphrase } from '../app/key-wrapping.ts';
import { keyFileOf } from '../backup/backups.service.ts';
import { inTurn } from '../backup/in-turn.ts';
import type { SignedInContext } from '../rpc/call-context.ts';
import { DomainError } from '../rpc/domain-error.ts';

export interface Secrets {
  /** Of the account that asks. */
  password: string;
  passphrase: string;
}

/**
 * Wraps the register's key by another passphrase. The database stays as it is, and so do backups,
 * each of which carries the key wrapped by the passphrase of its time.
 * @throws DomainError WRONG_CREDENTIALS, LOCKED_OUT; INVALID for one's own password or the same
 *   passphrase again
 */
export async function changePassphrase(
  { db, account, platform, host }: SignedInContext,
  { password, passphrase }: Secrets,
): Promise<void> {
  await assertOwnPassword(db, password, { actor: account, now: platform.now() });
  if (passphrase.normalize('NFKC') === password.normalize('NFKC')) {
    throw new DomainError('INVALID', { field: 'passphrase', why: 'sameAsPassword' });
  }
  await inTurn(host, async () => {
    const keyFile = keyFileOf(platform);
    if ((await keyFromPassphrase(keyFile, passphrase)) !== null) {
      throw new DomainError('INVALID', { field: 'passphrase', why: 'samePassphrase' });
    }
    const changed = {
      ...keyFile,
      recovery: await wrapByPassphrase(host.register().key, passphrase),
    };
    if ((await keyFromPassphrase(changed, passphrase)) === null) {
      throw new Error('The new passphrase does not give the key back.');
    }
    host.changeKeyFile(changed);
    const { db: present } = host.register();
    recordActivity(present, { at: platform.now(), kind: 'passphraseChanged', actorId: account.id });
  });
}
