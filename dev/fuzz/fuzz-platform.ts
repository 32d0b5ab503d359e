import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { torturePlatform } from '#dev/torture/torture-platform.ts';
import type { Platform } from '#main/platform.ts';
import type { DevicePreferences } from '#shared/contract/settings.contract.ts';

/** The only folders that anything may be written to, below the place of a run. */
export const writableFolders = (place: string) => [join(place, 'data'), join(place, 'saved')];

/** What the dialog for opening a file answers. */
export const chosenFile = (place: string) => join(place, 'saved', 'chosen');

const PREFERENCES: DevicePreferences = {
  theme: 'system',
  language: 'en',
  cameraId: null,
  sound: true,
  mirror: true,
};

/**
 * The platform of a register that is fuzzed: its save dialog answers with the name that was
 * suggested, as a user who presses Enter does.
 * @param onFault hears what the services logged as a fault of ours
 */
export function fuzzPlatform(place: string, onFault: (cause: unknown) => void): Platform {
  const [data = '', saved = ''] = writableFolders(place);
  for (const folder of [data, saved]) mkdirSync(folder, { recursive: true });
  let backupFolder: string | null = null;
  let preferences = PREFERENCES;
  return {
    ...torturePlatform(data, randomBytes(32).toString('hex')),
    log: { info: () => {}, warn: () => {}, error: (_message, cause) => onFault(cause) },
    chooseSaveFile: async ({ name }) => join(saved, name),
    chooseFile: async () => chosenFile(place),
    chooseFolder: async () => saved,
    backupFolder: {
      read: () => backupFolder,
      write(folder) {
        backupFolder = folder;
      },
    },
    printWindow: async () => Buffer.from('%PDF-1.4'),
    openFolder: async () => {},
    revealFile: () => {},
    preferences: {
      read: () => preferences,
      update(changes) {
        preferences = { ...preferences, ...changes };
        return preferences;
      },
    },
  };
}
