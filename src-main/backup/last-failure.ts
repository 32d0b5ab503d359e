import type { BackupFailure } from '#shared/contract/backup.contract.ts';
import type { RegisterHost } from '../app/register-host.ts';

/** Why the last automatic backup was not made; forgotten when one was, and when the app ends. */
export const lastFailure = new WeakMap<RegisterHost, BackupFailure | null>();
