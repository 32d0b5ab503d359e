import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
let folder: string;

/** Biome's verdict on a file with this one import at this place, under the project's own rules. */
function isRefused(file: string, statement: string): boolean {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${statement}\n`);
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--only=style/noRestrictedImports', file];
  const { status } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  rmSync(path);
  return status !== 0;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-borders-'));
  const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')) as object;
  const standalone = { ...config, $schema: undefined, vcs: { enabled: false } };
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(standalone));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('import borders', () => {
  it.each([
    ['src-shared/a.ts', "export * from '#main/router.ts';"],
    ['src-shared/a.ts', "export { readFile } from 'fs';"],
    ['src-shared/register/a.ts', "export * from '../../src-main/router.ts';"],
    ['src-vision/a.ts', "export * from 'react';"],
    ['src-vision/a.ts', "export { join } from 'node:path';"],
    ['src-main/a.ts', "export * from '#renderer/app/app.tsx';"],
    ['src-main/a.ts', "export { ipcMain } from 'electron';"],
    ['src-main/a.ts', "import electron from 'electron'; electron.app.quit();"],
    ['src-main/a.ts', "import * as electron from 'electron'; electron.app.quit();"],
    ['src-main/shell/connections.ts', "export * from '#vision/worker.ts';"],
    ['src-renderer/a.ts', "export { ipcRenderer } from 'electron';"],
    ['src-renderer/a.ts', "export * from '../dev/build.ts';"],
    ['src-preload/a.ts', "export * from '#main/router.ts';"],
  ])('%s may not say %s', (file, statement) => {
    expect(isRefused(file, statement)).toBe(true);
  });

  it.each([
    ['src-main/a.ts', "export { app } from 'electron';"],
    ['src-main/shell/connections.ts', "export { ipcMain } from 'electron';"],
    ['src-renderer/a.ts', "export * from '#vision/protocol.ts';"],
    ['src-vision/a.ts', "export * from '#shared/contract/index.ts';"],
  ])('%s may say %s', (file, statement) => {
    expect(isRefused(file, statement)).toBe(false);
  });
});
