import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureBrowser } from './ensure-browser.ts';
import { findBrowser } from './find-browser.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'find-browser-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
});

function program(...path: string[]): string {
  const file = join(folder, ...path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '');
  chmodSync(file, 0o755);
  return file;
}

describe('findBrowser', () => {
  it('takes the one that ROLLCALL_BROWSER names', () => {
    const chosen = program('my-browser');
    vi.stubEnv('ROLLCALL_BROWSER', chosen);
    expect(findBrowser()).toBe(chosen);
  });

  it('says so when ROLLCALL_BROWSER names none', () => {
    vi.stubEnv('ROLLCALL_BROWSER', join(folder, 'absent'));
    expect(() => findBrowser()).toThrow('which is no executable file');
  });

  it.runIf(process.platform === 'linux')('looks on the path first', () => {
    const found = program('google-chrome');
    const preferred = program('chromium');
    vi.stubEnv('ROLLCALL_BROWSER', '');
    vi.stubEnv('PATH', folder);
    expect(findBrowser()).toBe(preferred);
    chmodSync(preferred, 0o644);
    expect([found, '/usr/bin/chromium', '/usr/local/bin/chromium']).toContain(findBrowser());
  });
});

describe('ensureBrowser', () => {
  it('gives the one that is there', async () => {
    const chosen = program('my-browser');
    vi.stubEnv('ROLLCALL_BROWSER', chosen);
    expect(await ensureBrowser()).toBe(chosen);
  });
});
