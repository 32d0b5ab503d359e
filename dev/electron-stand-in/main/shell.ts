import type * as Electron from 'electron';
import { loud } from '../not-in-stand-in.ts';

type Implemented = Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'>;

/** What would have been opened outside the app is printed instead. */
const standInShell: Implemented = {
  async openExternal(url) {
    console.log(`stand-in: shell.openExternal ${url}`);
  },
  async openPath(path) {
    console.log(`stand-in: shell.openPath ${path}`);
    return '';
  },
  showItemInFolder(path) {
    console.log(`stand-in: shell.showItemInFolder ${path}`);
  },
  beep() {
    console.log('stand-in: shell.beep');
  },
};

export const shell = loud('shell', standInShell);
