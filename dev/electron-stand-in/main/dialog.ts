import { basename, join } from 'node:path';
import type * as Electron from 'electron';
import { loud, NotInStandInError } from '../not-in-stand-in.ts';
import { standInApp } from './app.ts';
import { type DialogKind, preparedAnswer, recordDialog } from './dialog-answers.ts';

type Implemented = Pick<
  Electron.Dialog,
  'showSaveDialog' | 'showOpenDialog' | 'showMessageBox' | 'showErrorBox'
>;

/** Electron takes a window before the options, or the options alone. */
function optionsOf<T extends object>(args: readonly unknown[]): T {
  return (args.length > 1 ? args[1] : args[0]) as T;
}

async function ask<T>(kind: DialogKind, options: object): Promise<T | null> {
  await recordDialog(kind, options);
  return preparedAnswer<T>(kind);
}

/** Without a prepared answer, a file is saved where it was suggested, or in Documents. */
function suggestedPath(options: Electron.SaveDialogOptions): string {
  const name = options.defaultPath ?? 'untitled';
  return basename(name) === name ? join(standInApp.getPath('documents'), name) : name;
}

const standInDialog: Implemented = {
  async showSaveDialog(...args: unknown[]) {
    const options = optionsOf<Electron.SaveDialogOptions>(args);
    const answer = await ask<Electron.SaveDialogReturnValue>('save', options);
    if (answer !== null) return answer;
    const filePath = suggestedPath(options);
    console.log(`stand-in: there is no save dialog here; saving as ${filePath}`);
    return { canceled: false, filePath };
  },

  async showOpenDialog(...args: unknown[]) {
    const answer = await ask<Electron.OpenDialogReturnValue>('open', optionsOf(args));
    if (answer !== null) return answer;
    throw new NotInStandInError('dialog.showOpenDialog', 'nobody can choose a file here');
  },

  async showMessageBox(...args: unknown[]) {
    const options = optionsOf<Electron.MessageBoxOptions>(args);
    const answer = await ask<Electron.MessageBoxReturnValue>('message', options);
    if (answer !== null) return answer;
    const response = options.cancelId ?? options.defaultId ?? 0;
    console.log(`stand-in: ${options.message}\n  answered with button ${response}`);
    return { response, checkboxChecked: options.checkboxChecked ?? false };
  },

  showErrorBox(title, content) {
    console.error(`stand-in: ${title}\n${content}`);
    void recordDialog('error', { title, content });
  },
};

export const dialog = loud('dialog', standInDialog);
