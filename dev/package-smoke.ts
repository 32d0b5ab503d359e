import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * `npm run package:smoke`: starts the app that `npm run package` has made and waits until its log
 * says that the window is open. With the fuses set nothing can be driven from outside.
 */
const dist = resolve(import.meta.dirname, '../dist');
const LIMIT_MS = 60_000;
const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux*-unpacked/rollcall',
  win32: 'win*-unpacked/Rollcall.exe',
  darwin: 'mac*/Rollcall.app/Contents/MacOS/Rollcall',
};

function packagedApp(): string {
  const [found] = globSync(EXECUTABLES[process.platform] ?? '', { cwd: dist });
  if (found === undefined) throw new Error('There is no packaged app; run npm run package first.');
  return join(dist, found);
}

async function windowOpened(dataFolder: string): Promise<boolean> {
  const log = join(dataFolder, 'logs', 'rollcall.log');
  for (const giveUpAt = Date.now() + LIMIT_MS; Date.now() < giveUpAt; await setTimeout(500)) {
    if (existsSync(log) && readFileSync(log, 'utf8').includes('The window is open')) return true;
  }
  return false;
}

const dataFolder = mkdtempSync(join(tmpdir(), 'rollcall-smoke-'));
const env = { ...process.env, ROLLCALL_DATA_FOLDER: dataFolder };
const child = spawn(packagedApp(), { env, stdio: 'inherit' });
const opened = await windowOpened(dataFolder);
child.kill();
console.log(opened ? 'The packaged app opened its window.' : 'The packaged app opened no window.');
process.exitCode = opened ? 0 : 1;
