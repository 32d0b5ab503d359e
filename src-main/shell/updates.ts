import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { Logger } from '../platform.ts';

/**
 * Looks for a new version when this build knows where to look, which is decided when it is
 * packaged. Without a network nothing happens and nothing waits.
 */
export async function lookForUpdates(log: Logger): Promise<void> {
  if (!app.isPackaged || !existsSync(join(process.resourcesPath, 'app-update.yml'))) return;
  try {
    const { autoUpdater } = (await import('electron-updater')).default;
    autoUpdater.logger = null;
    await autoUpdater.checkForUpdatesAndNotify();
  } catch (cause) {
    log.warn('No update could be looked for; the next start tries again');
    log.error('Update check', cause);
  }
}
