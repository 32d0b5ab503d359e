import Store from 'electron-store';
import {
  type DevicePreferences,
  devicePreferencesSchema,
} from '#shared/contract/settings.contract.ts';
import type { Platform } from '../platform.ts';
import type { WindowState } from './window-state.ts';

/** Everything kept for this laptop outside the register. Nothing here is secret. */
interface DeviceFile {
  preferences: DevicePreferences;
  window: WindowState;
  backupFolder: string;
}

export type DeviceStore = Store<Partial<DeviceFile>>;

const DEFAULT_PREFERENCES: DevicePreferences = {
  theme: 'system',
  language: 'en',
  cameraId: null,
  sound: true,
  mirror: true,
};

/** Opens the preferences file; a file that cannot be parsed starts again from the defaults. */
export function openDeviceStore(folder: string): DeviceStore {
  return new Store<Partial<DeviceFile>>({ cwd: folder, name: 'device', clearInvalidConfig: true });
}

/** The preferences part of the store, filled up from the defaults where a value is missing or wrong. */
export function devicePreferences(store: DeviceStore): Platform['preferences'] {
  const read = (): DevicePreferences => {
    const found = devicePreferencesSchema.partial().safeParse(store.get('preferences') ?? {});
    return { ...DEFAULT_PREFERENCES, ...(found.success ? found.data : {}) };
  };
  return {
    read,
    update(changes) {
      store.set('preferences', { ...read(), ...changes });
      return read();
    },
  };
}
