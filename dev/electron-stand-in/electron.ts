import { app } from './main/app.ts';
import { BrowserWindow } from './main/browser-window.ts';
import { dialog } from './main/dialog.ts';
import { ipcMain } from './main/ipc-main.ts';
import { Menu } from './main/menu.ts';
import { StandInMessageChannel as MessageChannelMain } from './main/message-port.ts';
import { protocol } from './main/protocol.ts';
import { safeStorage } from './main/safe-storage.ts';
import { screen } from './main/screen.ts';
import { session } from './main/session.ts';
import { shell } from './main/shell.ts';

const electron = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
};

// biome-ignore lint/style/noDefaultExport: libraries import electron's default as well.
export {
  app,
  BrowserWindow,
  dialog,
  electron as default,
  ipcMain,
  Menu,
  MessageChannelMain,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
};
