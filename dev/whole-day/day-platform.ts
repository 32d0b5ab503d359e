import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { torturePlatform } from '#dev/torture/torture-platform.ts';
import type { Platform } from '#main/platform.ts';
import { describeCause } from '#main/shell/describe-cause.ts';
import type { DevicePreferences } from '#shared/contract/settings.contract.ts';
import type { DayTask } from './messages.ts';

/** The platform of a main process without a window, whose dialogs are answered by whoever drives it. */
export interface DayPlatform extends Platform {
  answer: { save: string | null; open: string | null };
}

/** As `openLog` writes: the message, and of a cause what tells of nobody. */
function fileLog(dataFolder: string): Platform['log'] {
  const folder = join(dataFolder, 'logs');
  mkdirSync(folder, { recursive: true });
  const write = (line: string) => appendFileSync(join(folder, 'rollcall.log'), `${line}\n`);
  return {
    info: write,
    warn: write,
    error: (message, cause) =>
      write(cause === undefined ? message : `${message}: ${describeCause(cause)}`),
  };
}

export function dayPlatform({ dataFolder, secret, backupFolder }: DayTask): DayPlatform {
  const answer: DayPlatform['answer'] = { save: null, open: null };
  const preferences: DevicePreferences = {
    theme: 'system',
    language: 'en',
    cameraId: null,
    sound: true,
    mirror: true,
  };
  return {
    ...torturePlatform(dataFolder, secret),
    log: fileLog(dataFolder),
    chooseSaveFile: async () => answer.save,
    chooseFile: async () => answer.open,
    chooseFolder: async () => answer.open,
    backupFolder: { read: () => backupFolder, write: () => {} },
    revealFile: () => {},
    preferences: { read: () => preferences, update: () => preferences },
    answer,
  };
}
