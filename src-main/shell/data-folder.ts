import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Where the register is; ROLLCALL_DATA_FOLDER puts it elsewhere, for the demo and for tests.
 * @throws when a folder named so cannot be made
 */
export function chooseDataFolder(): string {
  const elsewhere = process.env.ROLLCALL_DATA_FOLDER;
  if (elsewhere) {
    mkdirSync(elsewhere, { recursive: true });
    app.setPath('userData', elsewhere);
  }
  return app.getPath('userData');
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether this process is the one that opens the window. In a folder that cannot be written to
 * nobody gets the lock; the window opens all the same, to say what is wrong.
 */
export function mayOpenWindow(dataFolder: string): boolean {
  if (app.requestSingleInstanceLock()) return true;
  if (isWritable(dataFolder)) return false;
  app.setPath('sessionData', mkdtempSync(join(tmpdir(), 'rollcall-')));
  return true;
}
