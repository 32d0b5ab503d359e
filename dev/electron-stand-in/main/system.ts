import type * as Electron from 'electron';
import { loud } from '../not-in-stand-in.ts';

/** Small parts of Electron that need no file of their own. */

/** The system leaves camera and microphone to the app's own permission handlers. */
const standInPreferences: Pick<
  Electron.SystemPreferences,
  'getMediaAccessStatus' | 'askForMediaAccess'
> = {
  getMediaAccessStatus: () => 'granted',
  askForMediaAccess: () => Promise.resolve(true),
};

let clipboardText = '';

/** A clipboard of this process alone: tests do not overwrite the user's. */
const standInClipboard: Pick<Electron.Clipboard, 'writeText' | 'readText' | 'clear'> = {
  writeText: (text) => {
    clipboardText = text;
    return Promise.resolve();
  },
  readText: () => Promise.resolve(clipboardText),
  clear: () => {
    clipboardText = '';
  },
};

/** Crashes are not reported from here. */
const standInCrashReporter: Pick<Electron.CrashReporter, 'start' | 'addExtraParameter'> = {
  start: () => undefined,
  addExtraParameter: () => undefined,
};

export const systemPreferences = loud('systemPreferences', standInPreferences);
export const clipboard = loud('clipboard', standInClipboard);
export const crashReporter = loud('crashReporter', standInCrashReporter);
