import { expect, test } from 'vitest';
import { createTestRegister, TEST_ADMIN } from '#tests/unit/support/test-register.ts';

const teacher = {
  username: 'b.teacher',
  displayName: 'Bo Teacher',
  role: 'teacher',
  password: 'copper window thistle',
} as const;

test('an admin makes accounts and lists them, without their hashes', async () => {
  const { client, admin } = await createTestRegister();
  const made = await client.accounts.create(teacher);
  expect(made).toEqual({
    id: made.id,
    username: 'b.teacher',
    displayName: 'Bo Teacher',
    role: 'teacher',
    archivedAt: null,
    lastSignInAt: null,
  });
  expect(await client.accounts.list()).toEqual([admin, made]);
});

test('a user name belongs to one account, also once archived', async () => {
  const { client } = await createTestRegister();
  const { id } = await client.accounts.create(teacher);
  await client.accounts.update({ id, archived: true });
  await expect(client.accounts.create({ ...teacher, username: 'B.Teacher' })).rejects.toMatchObject(
    {
      code: 'CONFLICT',
      data: { what: 'username', name: 'b.teacher' },
    },
  );
});

test('easy passwords are refused wherever one is set', async () => {
  const { client, admin } = await createTestRegister();
  const refusal = { code: 'INVALID', data: { field: 'password', why: 'containsUsername' } };
  await expect(
    client.accounts.create({ ...teacher, password: 'i am b.teacher' }),
  ).rejects.toMatchObject(refusal);
  await expect(
    client.accounts.update({ id: admin.id, password: 'hi ada.admin!' }),
  ).rejects.toMatchObject(refusal);
  await expect(
    client.accounts.changePassword({ current: TEST_ADMIN.password, next: 'hi ada.admin!' }),
  ).rejects.toMatchObject(refusal);
});

test('the last admin stays an active admin', async () => {
  const { client, admin } = await createTestRegister();
  const refusal = { code: 'LAST_ADMIN', defined: true };
  await expect(client.accounts.update({ id: admin.id, archived: true })).rejects.toMatchObject(
    refusal,
  );
  await expect(client.accounts.update({ id: admin.id, role: 'teacher' })).rejects.toMatchObject(
    refusal,
  );
  expect((await client.accounts.me())?.role).toBe('admin');
  const { id } = await client.accounts.create({ ...teacher, role: 'admin' });
  expect((await client.accounts.update({ id, role: 'teacher' })).role).toBe('teacher');
  await client.accounts.update({ id, role: 'admin' });
  const demoted = await client.accounts.update({ id: admin.id, role: 'teacher' });
  expect(demoted.role).toBe('teacher');
});

test('archiving and restoring an account', async () => {
  const { client, connect, platform } = await createTestRegister();
  const { id } = await client.accounts.create(teacher);
  const archived = await client.accounts.update({ id, archived: true });
  expect(archived.archivedAt).toBe(platform.now());
  platform.clock.advance(5_000);
  expect((await client.accounts.update({ id, archived: true })).archivedAt).toBe(
    archived.archivedAt,
  );
  expect((await client.accounts.update({ id, archived: false })).archivedAt).toBeNull();
  expect((await connect().client.accounts.signIn(teacher)).id).toBe(id);
});

test('a password set by an admin replaces the old one and ends a lock-out', async () => {
  const { client, connect } = await createTestRegister();
  const { id } = await client.accounts.create(teacher);
  const other = connect().client;
  for (let count = 0; count < 5; count += 1) {
    await other.accounts.signIn({ ...teacher, password: 'wrong wrong wrong' }).catch(() => null);
  }
  await expect(other.accounts.signIn(teacher)).rejects.toMatchObject({ code: 'LOCKED_OUT' });
  const password = 'silver anchor pudding';
  await client.accounts.update({ id, password });
  expect((await other.accounts.signIn({ ...teacher, password })).id).toBe(id);
  await expect(other.accounts.signIn(teacher)).rejects.toMatchObject({
    code: 'WRONG_CREDENTIALS',
  });
});

test('one changes one’s own password with the current one, and guessing it locks out', async () => {
  const { signInAs, platform } = await createTestRegister();
  const { client, account } = await signInAs('teacher');
  const next = 'silver anchor pudding';
  for (let count = 0; count < 5; count += 1) {
    await expect(
      client.accounts.changePassword({ current: 'a wrong guess', next }),
    ).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS', defined: true });
  }
  const current = 'violet ladder marmalade';
  await expect(client.accounts.changePassword({ current, next })).rejects.toMatchObject({
    code: 'LOCKED_OUT',
    defined: true,
    data: { retryAfterMs: 30_000 },
  });
  platform.clock.advance(30_000);
  await client.accounts.changePassword({ current, next });
  const signedIn = await client.accounts.signIn({ username: account.username, password: next });
  expect(signedIn.id).toBe(account.id);
});

test('changes are written down with what changed, never with a secret', async () => {
  const { client, admin } = await createTestRegister();
  const { id } = await client.accounts.create(teacher);
  await client.accounts.update({ id, displayName: 'Bo T.', password: 'silver anchor pudding' });
  const [latest] = await client.activity.list({ kinds: ['accountChanged'] });
  expect(latest).toMatchObject({
    actor: admin.displayName,
    detail: { change: 'displayName password', username: 'b.teacher' },
  });
  expect(JSON.stringify(await client.activity.list({}))).not.toContain('pudding');
});

test('an account that does not exist is not found', async () => {
  const { client } = await createTestRegister();
  const id = '0198c0de-0000-7000-8000-000000000000';
  await expect(client.accounts.update({ id, archived: true })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    data: { what: 'account' },
  });
});
