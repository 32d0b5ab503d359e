import { join } from 'node:path';
import { app, BrowserWindow, dialog, type OpenDialogOptions, safeStorage, shell } from 'electron';
import type { Language } from '#shared/contract/settings.contract.ts';
import { wordsIn } from '#shared/words/words.ts';
import manifest from '../../models/manifest.json';
import type { Keychain, Logger, Platform } from '../platform.ts';
import { type DeviceStore, devicePreferences } from './device-store.ts';
import { recentLog } from './logging.ts';
import { checkModelFiles } from './model-files.ts';

/** At the foot of every page; Chromium fills in the numbers. */
const PAGE_NUMBER =
  '<div style="width:100%;font-size:8px;text-align:center;color:#555">' +
  '<span class="pageNumber"></span> / <span class="totalPages"></span></div>';

/**
 * The system's keychain. On Linux without a keyring Chromium falls back to `basic_text`, a fixed
 * password, which protects nothing and is refused.
 */
function systemKeychain(): Keychain {
  return {
    isAvailable: () =>
      safeStorage.isEncryptionAvailable() &&
      (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
    wrap: (secret) => safeStorage.encryptString(secret.toString('base64')),
    unwrap: (wrapped) => Buffer.from(safeStorage.decryptString(wrapped), 'base64'),
  };
}

async function chooseSaveFile(
  { name, format }: Parameters<Platform['chooseSaveFile']>[0],
  language: Language,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: wordsIn(language).sheets.formats[format], extensions: [format] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}

async function chooseExisting(options: OpenDialogOptions): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(options);
  return canceled ? null : (filePaths[0] ?? null);
}

async function printWindow({ landscape }: { landscape: boolean }): Promise<Uint8Array> {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) throw new Error('There is no window to print.');
  return window.webContents.printToPDF({
    landscape,
    pageSize: 'A4',
    printBackground: true,
    generateTaggedPDF: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: PAGE_NUMBER,
  });
}

async function openFolder(path: string): Promise<void> {
  const problem = await shell.openPath(path);
  if (problem !== '') throw new Error(problem);
}

/** The platform as Electron gives it. Call when the app is ready: the keychain is not there before. */
export function electronPlatform(
  dataFolder: string,
  modelsFolder: string,
  store: DeviceStore,
  log: Logger,
): Platform {
  const preferences = devicePreferences(store, app.getPreferredSystemLanguages());
  return {
    dataFolder,
    versions: {
      app: app.getVersion(),
      electron: process.versions.electron ?? 'stand-in',
      chromium: process.versions.chrome ?? 'unknown',
    },
    keychain: systemKeychain(),
    log,
    recentLog: () => recentLog(dataFolder),
    now: Date.now,
    utcOffsetMinutes: (at) => -new Date(at).getTimezoneOffset(),
    checkModels: () => checkModelFiles(modelsFolder, manifest.files),
    chooseSaveFile: (suggestion) => chooseSaveFile(suggestion, preferences.read().language),
    chooseFile: () =>
      chooseExisting({
        filters: [
          {
            name: wordsIn(preferences.read().language).shell.backupFile,
            extensions: ['rollcall'],
          },
        ],
        properties: ['openFile'],
      }),
    chooseFolder: () => chooseExisting({ properties: ['openDirectory', 'createDirectory'] }),
    backupFolder: {
      read: () => store.get('backupFolder') ?? null,
      write: (folder) => store.set('backupFolder', folder),
    },
    printWindow,
    openFolder,
    revealFile: (path) => shell.showItemInFolder(path),
    preferences,
  };
}
