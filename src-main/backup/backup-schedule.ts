import { isBackupDue } from '#shared/backup/rotation.ts';
import type { RegisterHost } from '../app/register-host.ts';
import type { Platform } from '../platform.ts';
import { failureOf } from './backup-errors.ts';
import { isCurrent } from './backup-folder.ts';
import { backupStatus, makeBackup } from './backups.service.ts';
import { lastFailure } from './last-failure.ts';

const LOOK_EVERY_MS = 15 * 60_000;

/**
 * Makes a backup when the last one is a day old, or under another key or passphrase than the
 * register, and the register is open. A failure is logged and
 * shown in the settings; the next look tries again.
 */
export async function backUpIfDue(host: RegisterHost, platform: Platform): Promise<void> {
  if (host.status().state !== 'ready') return;
  try {
    const { backups } = await backupStatus({ host, platform });
    const [newest] = backups;
    const isEnough = newest && isCurrent(newest) && !isBackupDue(newest.madeAt, platform.now());
    if (isEnough) return;
    await makeBackup({ host, platform });
  } catch (error) {
    platform.log.error('The automatic backup was not made', error);
    lastFailure.set(host, failureOf(error));
  }
}

/** Looks now and every quarter of an hour. @returns ends it */
export function startBackups(host: RegisterHost, platform: Platform): () => void {
  void backUpIfDue(host, platform);
  const timer = setInterval(() => void backUpIfDue(host, platform), LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
