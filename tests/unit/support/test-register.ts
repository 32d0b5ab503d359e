import { randomBytes } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { afterAll, onTestFinished } from 'vitest';
import { RegisterHost } from '#main/app/register-host.ts';
import type { Db } from '#main/db/database.ts';
import type { Connection } from '#main/platform.ts';
import { router } from '#main/router.ts';
import type { Account } from '#shared/contract/accounts.contract.ts';
import type { Role } from '#shared/contract/base.ts';
import type { Contract } from '#shared/contract/index.ts';
import { createSoftwareKeychain } from './software-keychain.ts';
import { createTestPlatform, makeTestFolder, type TestPlatform } from './test-platform.ts';

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

/** A host on this platform's folder, opened as far as it goes. Removed when the test ends. */
async function openHost(platform: TestPlatform) {
  const host = new RegisterHost(platform);
  onTestFinished(() => {
    host.close();
    rmSync(platform.dataFolder, { recursive: true, force: true });
  });
  await host.open();
  return { platform, host, ...connectTo(platform, host) };
}

/** A host on an empty folder, with the first run still to come. */
export function createEmptyHost(platform: TestPlatform = createTestPlatform()) {
  return openHost(platform);
}

let freshRegister: Promise<{ folder: string; secret: Buffer }> | null = null;

/** A first run, made once for a file of tests: its key derivation is slow by design. */
async function makeFreshRegister() {
  const secret = randomBytes(32);
  const platform = createTestPlatform(makeTestFolder(), createSoftwareKeychain(secret));
  const host = new RegisterHost(platform);
  await host.open();
  await host.setUp({
    schoolName: TEST_SCHOOL,
    admin: TEST_ADMIN,
    recoveryPassphrase: TEST_PASSPHRASE,
  });
  host.close();
  return { folder: platform.dataFolder, secret };
}

afterAll(async () => {
  if (freshRegister === null) return;
  rmSync((await freshRegister).folder, { recursive: true, force: true });
});

/** A platform of its own on a copy of the register as the first run left it. */
async function platformAfterFirstRun(): Promise<TestPlatform> {
  freshRegister ??= makeFreshRegister();
  const { folder, secret } = await freshRegister;
  const platform = createTestPlatform(makeTestFolder(), createSoftwareKeychain(secret));
  cpSync(folder, platform.dataFolder, { recursive: true });
  return platform;
}

/**
 * A real register in a temporary folder, encrypted, as the first run left it, opened, and a
 * client signed in as its admin. Closed and removed when the test ends.
 */
export async function createTestRegister(): Promise<TestRegister> {
  const { platform, host, client } = await openHost(await platformAfterFirstRun());
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
