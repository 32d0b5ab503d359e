import { rmSync } from 'node:fs';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import { RegisterHost } from '#main/app/register-host.ts';
import type { Db } from '#main/db/database.ts';
import type { Connection } from '#main/platform.ts';
import { router } from '#main/router.ts';
import type { Account } from '#shared/contract/accounts.contract.ts';
import type { Role } from '#shared/contract/base.ts';
import type { Contract } from '#shared/contract/index.ts';
import { createTestPlatform, type TestPlatform } from './test-platform.ts';

export type Client = ContractRouterClient<Contract>;

export const TEST_SCHOOL = 'Test School of Harbour Street';
export const TEST_PASSPHRASE = 'seven quiet boats at anchor';
export const TEST_ADMIN = {
  username: 'ada.admin',
  displayName: 'Ada Admin',
  password: 'orange kettle balcony',
};
const TEST_PASSWORD = 'violet ladder marmalade';

export interface TestRegister {
  platform: TestPlatform;
  host: RegisterHost;
  db: Db;
  /** The admin of the first run, and a client signed in to it. */
  admin: Account;
  client: Client;
  /** A client on a window of its own, signed in by nobody. */
  connect(): { client: Client; connection: Connection };
  /** Makes an account and a client signed in to it. */
  signInAs(role: Role, username?: string): Promise<{ client: Client; account: Account }>;
}

/** A client that calls the router in this process, without a port between. */
export function connectTo(platform: TestPlatform, host: RegisterHost) {
  const connection: Connection = { accountId: null };
  const client: Client = createRouterClient(router, { context: { platform, host, connection } });
  return { client, connection };
}

/** A host on an empty folder, with the first run still to come. Removed when the test ends. */
export async function createEmptyHost(platform: TestPlatform = createTestPlatform()) {
  const host = new RegisterHost(platform);
  onTestFinished(() => {
    host.close();
    rmSync(platform.dataFolder, { recursive: true, force: true });
  });
  await host.open();
  return { platform, host, ...connectTo(platform, host) };
}

/**
 * A real register in a temporary folder, encrypted, set up and opened through the contract, and a
 * client signed in as its admin. Closed and removed when the test ends.
 */
export async function createTestRegister(): Promise<TestRegister> {
  const { platform, host, client } = await createEmptyHost();
  await client.app.setUp({
    schoolName: TEST_SCHOOL,
    admin: TEST_ADMIN,
    recoveryPassphrase: TEST_PASSPHRASE,
  });
  const admin = await client.accounts.signIn(TEST_ADMIN);
  const connect = () => connectTo(platform, host);
  return {
    platform,
    host,
    db: host.register().db,
    admin,
    client,
    connect,
    async signInAs(role, username = role) {
      const credentials = { username, password: TEST_PASSWORD };
      await client.accounts.create({ ...credentials, displayName: `Test ${role}`, role });
      const other = connect().client;
      return { client: other, account: await other.accounts.signIn(credentials) };
    },
  };
}
