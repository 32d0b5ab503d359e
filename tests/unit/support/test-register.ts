import { randomBytes } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { afterAll, onTestFinished } from 'vitest';
import { RegisterHost } from '#main/app/register-host.ts';
import type { Db } from '#main/db/database.ts';
import { router } from '#main/router.ts';
import type { Connection } from '#main/rpc/connection.ts';
import type { Account, IssuedPassword } from '#shared/contract/accounts.contract.ts';
import type { StaffRole } from '#shared/contract/base.ts';
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
export const TEST_PASSWORD = 'violet ladder marmalade';

export interface TestRegister {
  platform: TestPlatform;
  host: RegisterHost;
  db: Db;
  /** The admin of the first run, and a client signed in to it. */
  admin: Account;
  client: Client;
  /** A client on a window of its own, signed in by nobody. */
  connect(options?: ConnectOptions): { client: Client; connection: Connection };
  /** Makes an account and a client signed in to it. */
  signInAs(role: StaffRole, username?: string): Promise<{ client: Client; account: Account }>;
  /** Makes the account of a student and a client signed in to it. */
  signInAsStudent(studentId: string): Promise<{ client: Client; account: Account }>;
}

interface ConnectOptions {
  /** Whether somebody moves the mouse before each call, so that the window never idles. */
  inUse?: boolean;
}

/** A client that calls the router in this process, without a port between. */
export function connectTo(
  platform: TestPlatform,
  host: RegisterHost,
  { inUse = true }: ConnectOptions = {},
) {
  const connection = host.connections.open();
  const context = () => {
    if (inUse) connection.noteInput(platform.now());
    return { platform, host, connection };
  };
  const client: Client = createRouterClient(router, { context });
  return { client, connection };
}

/** Signs in with a temporary password and replaces it by the tests' own. */
async function enterWith(client: Client, issued: IssuedPassword) {
  const { username } = issued.account;
  const current = issued.temporaryPassword;
  const account = await client.accounts.signIn({ username, password: current });
  await client.accounts.changePassword({ current, next: TEST_PASSWORD });
  return { client, account: { ...account, mustChangePassword: false } };
}

/** A host on this platform's folder, opened as far as it goes. Removed when the test ends. */
async function openHost(platform: TestPlatform) {
  const host = new RegisterHost(platform, platform.uptime);
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
  const host = new RegisterHost(platform, platform.uptime);
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
  const connect = (options?: ConnectOptions) => connectTo(platform, host, options);
  return {
    platform,
    host,
    db: host.register().db,
    admin,
    client,
    connect,
    async signInAs(role, username = role) {
      const account = { username, displayName: `Test ${role}`, role };
      return enterWith(connect().client, await client.accounts.create(account));
    },
    async signInAsStudent(studentId) {
      const account = { studentId, username: studentId };
      return enterWith(connect().client, await client.accounts.createForStudent(account));
    },
  };
}
