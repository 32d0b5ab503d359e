import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const readConfig = () => getConfig(root, join(root, 'electron-builder.yml'), null);

/** Width and height out of a PNG's header. */
function pngSize(path: string): { width: number; height: number } {
  const bytes = readFileSync(path);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

describe('electron-builder.yml', () => {
  it('is a configuration that electron-builder accepts', async () => {
    await expect(
      validateConfiguration(await readConfig(), new DebugLogger(false)),
    ).resolves.toBeUndefined();
  });

  it('is really checked: an unknown key is refused', async () => {
    const broken = { ...(await readConfig()), notAKey: true };
    await expect(validateConfiguration(broken, new DebugLogger(false))).rejects.toThrow(/notAKey/);
  });

  it('closes the ways into the packaged binary', async () => {
    const { electronFuses } = await readConfig();
    expect(electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('finds its icon, large enough for every system, and its entitlements', () => {
    expect(pngSize(join(root, 'build/icon.png'))).toEqual({ width: 1024, height: 1024 });
    expect(existsSync(join(root, 'build/entitlements.mac.plist'))).toBe(true);
  });
});
