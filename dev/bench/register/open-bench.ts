import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type Database from 'better-sqlite3';
import { readKeyFile } from '#main/app/key-file.ts';
import { keyFromKeychain } from '#main/app/key-vault.ts';
import { registerFiles } from '#main/app/register-files.ts';
import { RegisterHost } from '#main/app/register-host.ts';
import type { Db } from '#main/db/database.ts';
import { openEncryptedFile } from '#main/db/encrypted-file.ts';
import { accounts } from '#main/db/schema/index.ts';
import type { Platform } from '#main/platform.ts';
import { router } from '#main/router.ts';
import type { DevicePreferences } from '#shared/contract/settings.contract.ts';
import type { Client } from '#tests/unit/support/test-register.ts';
import { torturePlatform } from '../../torture/torture-platform.ts';
import type { BenchTask } from './messages.ts';

type Place = Pick<BenchTask, 'folder' | 'secret'>;

const PREFERENCES: DevicePreferences = {
  theme: 'system',
  language: 'en',
  cameraId: null,
  sound: true,
  mirror: true,
};

/** A platform without a window, whose save dialog answers with one place. */
function benchPlatform({ folder, secret }: Place): Platform {
  return {
    ...torturePlatform(folder, secret),
    chooseSaveFile: async ({ name }) => join(folder, name),
    preferences: { read: () => PREFERENCES, update: () => PREFERENCES },
  };
}

/** The first run: an empty register with its admin. */
export async function makeRegister(place: Place): Promise<void> {
  const host = new RegisterHost(benchPlatform(place));
  await host.open();
  await host.setUp({
    schoolName: 'School of Large Numbers',
    admin: { username: 'counter', displayName: 'Counter', password: 'forty patient camels' },
    recoveryPassphrase: 'a lantern over the harbour wall',
  });
  host.close();
}

/** The database file itself, for filling it. */
export function openFile(place: Place): Database.Database {
  const platform = benchPlatform(place);
  const files = registerFiles(place.folder);
  const keyFile = readKeyFile(files.key);
  const key = keyFile && keyFromKeychain(keyFile, platform.keychain, platform.log);
  if (!key) throw new Error('The register that was made cannot be opened.');
  return openEncryptedFile(files.database, key, { create: false });
}

export interface OpenBench {
  db: Db;
  /** Calls the contract as a window signed in as the admin would. */
  client: Client;
  databasePath: string;
  close(): void;
}

/** Opens the register as the app does. */
export async function openBench(place: Place): Promise<OpenBench> {
  const platform = benchPlatform(place);
  const host = new RegisterHost(platform);
  const status = await host.open();
  if (status.state !== 'ready') throw new Error(`It does not open: ${JSON.stringify(status)}`);
  const { db } = host.register();
  const admin = db.select({ id: accounts.id }).from(accounts).get();
  const connection = host.connections.open();
  if (admin !== undefined) connection.signIn(admin.id, platform.now());
  const client = createRouterClient(router, { context: { platform, host, connection } });
  return {
    db,
    client,
    databasePath: registerFiles(place.folder).database,
    close: () => host.close(),
  };
}
