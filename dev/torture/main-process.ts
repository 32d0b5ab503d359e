import { createRouterClient } from '@orpc/server';
import { RegisterHost } from '#main/app/register-host.ts';
import type { Db } from '#main/db/database.ts';
import { accounts } from '#main/db/schema/index.ts';
import type { Platform } from '#main/platform.ts';
import { router } from '#main/router.ts';
import { createEnrolledClass } from '#tests/unit/support/test-class.ts';
import type { Client } from '#tests/unit/support/test-register.ts';
import { torturePlatform } from './torture-platform.ts';

const STUDENTS = 24;
export const SECRETS = {
  password: 'forty patient camels',
  passphrase: 'a lantern over the harbour wall',
} as const;

export interface MainProcess {
  platform: Platform;
  db: Db;
  /** Calls the contract as a window signed in as the admin would. */
  client: Client;
  close(): void;
}

/** The main process's services on the register in this folder, opened as the app opens it. */
export async function openMainProcess(folder: string, secret: string): Promise<MainProcess> {
  const platform = torturePlatform(folder, secret);
  const host = new RegisterHost(platform);
  const status = await host.open();
  if (status.state !== 'ready') {
    throw new Error(`The register does not open: ${JSON.stringify(status)}`);
  }
  const { db } = host.register();
  const admin = db.select({ id: accounts.id }).from(accounts).get();
  const connection = host.connections.open();
  if (admin !== undefined) connection.signIn(admin.id, platform.now());
  const client = createRouterClient(router, { context: { platform, host, connection } });
  return { platform, db, client, close: () => host.close() };
}

/** Makes a school with one class, everyone enrolled. */
export async function makeSchool(folder: string, secret: string): Promise<void> {
  const platform = torturePlatform(folder, secret);
  const host = new RegisterHost(platform);
  await host.open();
  const connection = host.connections.open();
  const client = createRouterClient(router, { context: { platform, host, connection } });
  const credentials = { username: 'torturer', password: SECRETS.password };
  await client.app.setUp({
    schoolName: 'School of Hard Knocks',
    admin: { ...credentials, displayName: 'Torturer' },
    recoveryPassphrase: SECRETS.passphrase,
  });
  await client.accounts.signIn(credentials);
  await createEnrolledClass({ client }, { students: STUDENTS });
  host.close();
}
