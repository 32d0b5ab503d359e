import { createRouterClient, ORPCError } from '@orpc/server';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { readKeyFile } from '../app/key-file.ts';
import { keyFromKeychain } from '../app/key-vault.ts';
import { registerFiles } from '../app/register-files.ts';
import { openEncryptedFile } from '../db/encrypted-file.ts';
import { openRpc, rpc } from './base.ts';
import { DomainError } from './domain-error.ts';

const class10B = { name: '10B', lateAfterMinutes: 10 };

test('a refusal crosses as the error the contract declares, with its data', async () => {
  const { client } = await createTestRegister();
  await client.people.classes.create(class10B);
  const error = await client.people.classes.create(class10B).catch((cause) => cause);
  expect(error).toBeInstanceOf(ORPCError);
  expect(error).toMatchObject({
    defined: true,
    code: 'CONFLICT',
    data: { what: 'className', name: '10B' },
  });
});

test('a full disk is told as such, nothing is half written, and space helps', async () => {
  const { client, db } = await createTestRegister();
  const pages = db.get<{ page_count: number }>(sql`PRAGMA page_count`)!.page_count;
  db.run(sql.raw(`PRAGMA max_page_count = ${pages}`));
  const before = await client.people.subjects.list({});
  let error: unknown = null;
  for (let n = 0; error === null && n < 500; n += 1) {
    const name = `Subject ${n} ${'x'.repeat(90)}`;
    error = await client.people.subjects.create({ name }).then(
      () => null,
      (cause: unknown) => cause,
    );
  }
  expect(error).toMatchObject({ code: 'STORAGE_FULL', defined: true });
  const after = await client.people.subjects.list({});
  expect(after.length).toBeGreaterThan(before.length);
  db.run(sql.raw(`PRAGMA max_page_count = 100000`));
  await client.people.subjects.create({ name: 'Music' });
  expect((await client.people.subjects.list({})).length).toBe(after.length + 1);
});

test('a database that may not be written is told as such', async () => {
  const { client, db } = await createTestRegister();
  db.run(sql`PRAGMA query_only = ON`);
  await expect(client.people.classes.create(class10B)).rejects.toMatchObject({
    code: 'STORAGE_READ_ONLY',
    defined: true,
  });
  expect(await client.people.classes.list({})).toEqual([]);
});

test('a database that another process writes to is told as such', async () => {
  const { client, platform } = await createTestRegister();
  const files = registerFiles(platform.dataFolder);
  const key = keyFromKeychain(readKeyFile(files.key)!, platform.keychain, platform.log);
  const other = openEncryptedFile(files.database, key!, { create: false });
  other.exec('BEGIN IMMEDIATE');
  await expect(client.people.classes.create(class10B)).rejects.toMatchObject({
    code: 'STORAGE_BUSY',
    defined: true,
  });
  other.exec('ROLLBACK');
  other.close();
  expect((await client.people.classes.create(class10B)).name).toBe('10B');
});

/** The real base with handlers that go wrong. */
function faulty(register: Awaited<ReturnType<typeof createTestRegister>>, fault: () => never) {
  const { platform, host, admin } = register;
  const router = {
    list: rpc.accounts.list.handler(fault),
    status: openRpc.app.status.handler(fault),
  };
  const connection = host.connections.open();
  connection.signIn(admin.id, platform.now());
  return createRouterClient(router, { context: { platform, host, connection } });
}

test('a fault of ours is logged by procedure and tells the window nothing', async () => {
  const register = await createTestRegister();
  const { list } = faulty(register, () => {
    throw new TypeError('secret detail');
  });
  const error = await list().catch((cause) => cause);
  expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  expect(JSON.stringify(error)).not.toContain('secret');
  expect(register.platform.logged.at(-1)).toBe('error list failed TypeError: secret detail');
});

test('an answer that breaks the contract is a fault of ours and does not leave', async () => {
  const register = await createTestRegister();
  const { platform, host } = register;
  const router = {
    status: openRpc.app.status.handler(() => JSON.parse('{"state":"on fire","secret":"detail"}')),
  };
  const client = createRouterClient(router, {
    context: { platform, host, connection: host.connections.open() },
  });
  const error = await client.status().catch((cause) => cause);
  expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  expect(JSON.stringify(error)).not.toContain('secret');
});

test('a refusal is no fault and is not logged', async () => {
  const register = await createTestRegister();
  const { status } = faulty(register, () => {
    throw new DomainError('NOT_FOUND', { what: 'school' });
  });
  await expect(status()).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'school' } });
  expect(register.platform.logged.filter((line) => line.startsWith('error'))).toEqual([]);
});
