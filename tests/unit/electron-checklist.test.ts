import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
const files = globSync('{src-main,src-preload,src-renderer,src-vision}/**/*.{ts,tsx,html}', {
  cwd: root,
}).filter((file) => !/\.test\.tsx?$/.test(file));

/** The files of the app that this stands in. */
const holders = (pattern: RegExp): string[] =>
  files.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')));

describe("what Electron's security checklist says never to do", () => {
  it('is looked for where the app is', () => {
    expect(files.length).toBeGreaterThan(300);
    expect(holders(/new BrowserWindow\(/)).toEqual([join('src-main', 'shell', 'main-window.ts')]);
  });

  it.each([
    ['insecure content', /allowRunningInsecureContent/],
    ['experimental features', /experimentalFeatures/],
    ['Blink features', /enableBlinkFeatures/],
    ['pop-ups of webviews, or webviews', /allowpopups|<webview/],
    ['addresses for the system to open', /openExternal/],
    ['pages from files or the network', /loadFile\(|loadURL\((?!`\$\{APP_ORIGIN\})/],
    [
      'raw messages beside the port',
      /ipcMain\.handle|ipcRenderer\.(invoke|sendSync)|exposeInMainWorld/,
    ],
    ['switches that loosen Chromium', /appendSwitch|commandLine/],
    ['a listening socket', /createServer|\.listen\(|WebSocketServer/],
    ['markup from text', /dangerouslySetInnerHTML|\.innerHTML|document\.write/],
    ['code from text', /\beval\(|new Function\(/],
  ])('%s: nowhere', (_what, pattern) => {
    expect(holders(pattern)).toEqual([]);
  });

  it('secrets are compared in constant time', () => {
    expect(holders(/timingSafeEqual\(/)).toEqual(
      expect.arrayContaining([join('src-main', 'app', 'key-wrapping.ts')]),
    );
    expect(holders(/\bverify\(phc/)).toEqual([join('src-main', 'accounts', 'password-hash.ts')]);
    expect(holders(/passwordHash\s*[!=]==|[!=]==\s*(?:\w+\.)?passwordHash/)).toEqual([]);
  });

  it('Electron is pinned to one version', () => {
    expect(packageJson.devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
