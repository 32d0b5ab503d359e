import type * as Electron from 'electron';
import { loud } from '../not-in-stand-in.ts';
import { BrowserWindow } from './browser-window.ts';

/** The static side of `webContents`. */
const registry = {
  getAllWebContents: (): Electron.WebContents[] =>
    BrowserWindow.getAllWindows().map((window) => window.webContents),
  fromId: (id: number): Electron.WebContents | undefined =>
    registry.getAllWebContents().find((contents) => contents.id === id),
};

export const webContents = loud('webContents', registry);
