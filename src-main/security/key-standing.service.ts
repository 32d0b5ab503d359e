import type { KeyStanding } from '#shared/contract/security.contract.ts';
import { isCurrent } from '../backup/backup-folder.ts';
import { backupStatus, keyFileOf } from '../backup/backups.service.ts';
import type { SignedInContext } from '../rpc/call-context.ts';

/** What guards the key, and which passphrase opens the backups there are. */
export async function readKeyStanding({
  platform,
  host,
}: Pick<SignedInContext, 'platform' | 'host'>): Promise<KeyStanding> {
  const { backups } = await backupStatus({ platform, host });
  const [newest] = backups;
  const present = backups.filter(({ opensWith }) => opensWith === 'present').length;
  return {
    inKeychain: keyFileOf(platform).keychain !== null,
    isBackedUp: newest !== undefined && isCurrent(newest),
    backups: { present, earlier: backups.length - present },
  };
}
