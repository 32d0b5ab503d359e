import Store from 'electron-store';
import {
  type DevicePreferences,
  devicePreferencesSchema,
} from '#shared/contract/settings.contract.ts';
import { likelyLanguage } from '#shared/words/languages.ts';
import type { Platform } from '../platform.ts';
import type { WindowState } from './window-state.ts';

/** Everything kept for this laptop outside the register. Nothing here is secret. */
interface DeviceFile {
  preferences: Partial<DevicePreferences>;
  window: WindowState;
  backupFolder: string;
}

export type DeviceStore = Store<Partial<DeviceFile>>;

const DEFAULT_PREFERENCES: Omit<DevicePreferences, 'language'> = {
  theme: 'system',
  cameraId: null,
  sound: true,
  mirror: true,
};

/** Opens the preferences file; a file that cannot be parsed starts again from the defaults. */
export function openDeviceStore(folder: string): DeviceStore {
  return new Store<Partial<DeviceFile>>({ cwd: folder, name: 'device', clearInvalidConfig: true });
}

/**
 * The preferences part of the store, filled up where a value is missing or wrong: the language from
 * those the computer prefers, the rest from the defaults. Only what was chosen is kept.
 * @param preferred the computer's languages as BCP 47 tags, the most wanted first
 */
export function devicePreferences(
  store: DeviceStore,
  preferred: readonly string[],
): Platform['preferences'] {
  const chosen = (): Partial<DevicePreferences> => {
    const found = devicePreferencesSchema.partial().safeParse(store.get('preferences') ?? {});
    return found.success ? found.data : {};
  };
  const read = (): DevicePreferences => ({
    ...DEFAULT_PREFERENCES,
    language: likelyLanguage(preferred),
    ...chosen(),
  });
  return {
    read,
    update(changes) {
      store.set('preferences', { ...chosen(), ...changes });
      return read();
    },
  };
}
