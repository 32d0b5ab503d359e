import { expect, test } from 'vitest';
import {
  createTestRegister,
  TEST_ADMIN,
  TEST_PASSWORD,
} from '#tests/unit/support/test-register.ts';

const teacher = {
  username: 'b.teacher',
  displayName: 'Bo Teacher',
  role: 'teacher',
} as const;

test('an admin makes accounts and lists them, without their hashes', async () => {
  const { client, admin } = await createTestRegister();
  const { account: made } = await client.accounts.create(teacher);
  expect(made).toEqual({
    id: made.id,
    username: 'b.teacher',
    displayName: 'Bo Teacher',
    role: 'teacher',
    studentId: null,
    mustChangePassword: true,
    archivedAt: null,
    lastSignInAt: null,
  });
  expect(await client.accounts.list()).toEqual([admin, made]);
});

test('a user name belongs to one account, also once archived', async () => {
  const { client } = await createTestRegister();
  const { id } = (await client.accounts.create(teacher)).account;
  await client.accounts.update({ id, archived: true });
  await expect(client.accounts.create({ ...teacher, username: 'B.Teacher' })).rejects.toMatchObject(
    {
      code: 'CONFLICT',
      data: { what: 'username', name: 'b.teacher' },
    },
  );
});

test('an easy password is refused, and so is the one before', async () => {
  const { client } = await createTestRegister();
  const current = TEST_ADMIN.password;
  const change = (next: string) => client.accounts.changePassword({ current, next });
  const refusal = (why: string) => ({ code: 'INVALID', data: { field: 'password', why } });
  await expect(change('hi ada.admin!')).rejects.toMatchObject(refusal('containsUsername'));
  await expect(change('password1234')).rejects.toMatchObject(refusal('common'));
  await expect(change('Test School of Harbour Street')).rejects.toMatchObject(
    refusal('containsSchoolName'),
  );
  await expect(change(current)).rejects.toMatchObject(refusal('samePassword'));
  expect((await client.accounts.me())?.id).toBeDefined();
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
  const { id } = (await client.accounts.create({ ...teacher, role: 'admin' })).account;
  expect((await client.accounts.update({ id, role: 'teacher' })).role).toBe('teacher');
  await client.accounts.update({ id, role: 'admin' });
  const demoted = await client.accounts.update({ id: admin.id, role: 'teacher' });
  expect(demoted.role).toBe('teacher');
});

test('archiving and restoring an account', async () => {
  const { client, connect, platform } = await createTestRegister();
  const { account, temporaryPassword } = await client.accounts.create(teacher);
  const { id } = account;
  const archived = await client.accounts.update({ id, archived: true });
  expect(archived.archivedAt).toBe(platform.now());
  platform.clock.advance(5_000);
  expect((await client.accounts.update({ id, archived: true })).archivedAt).toBe(
    archived.archivedAt,
  );
  expect((await client.accounts.update({ id, archived: false })).archivedAt).toBeNull();
  const credentials = { ...teacher, password: temporaryPassword };
  expect((await connect().client.accounts.signIn(credentials)).id).toBe(id);
});

test('a password reset by an admin replaces the old one, ends a lock-out and is temporary', async () => {
  const { client, connect, signInAs } = await createTestRegister();
  const { account } = await signInAs('teacher');
  const other = connect().client;
  const signIn = (password: string) =>
    other.accounts.signIn({ username: account.username, password });
  for (let count = 0; count < 5; count += 1) await signIn('wrong wrong').catch(() => null);
  await expect(signIn(TEST_PASSWORD)).rejects.toMatchObject({ code: 'LOCKED_OUT' });
  const issued = await client.accounts.resetPassword({ id: account.id });
  expect(issued.temporaryPassword).toMatch(/^[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}$/);
  expect(await signIn(issued.temporaryPassword)).toMatchObject({ mustChangePassword: true });
  await expect(signIn(TEST_PASSWORD)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
});

test('no two passwords that are made up are alike, and one’s own cannot be reset', async () => {
  const { client, admin } = await createTestRegister();
  const { account, temporaryPassword } = await client.accounts.create(teacher);
  const again = await client.accounts.resetPassword({ id: account.id });
  expect(again.temporaryPassword).not.toBe(temporaryPassword);
  await expect(client.accounts.resetPassword({ id: admin.id })).rejects.toMatchObject({
    code: 'INVALID',
    data: { why: 'ownAccount' },
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
  const current = TEST_PASSWORD;
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
  const { id } = (await client.accounts.create(teacher)).account;
  await client.accounts.update({ id, displayName: 'Bo T.' });
  const { temporaryPassword } = await client.accounts.resetPassword({ id });
  const [latest, before] = await client.activity.list({ kinds: ['accountChanged'] });
  expect(latest).toMatchObject({
    actor: admin.displayName,
    detail: { change: 'password', username: 'b.teacher' },
  });
  expect(before).toMatchObject({ detail: { change: 'displayName', username: 'b.teacher' } });
  expect(JSON.stringify(await client.activity.list({}))).not.toContain(temporaryPassword);
});

test('an account that does not exist is not found', async () => {
  const { client } = await createTestRegister();
  const id = '0198c0de-0000-7000-8000-000000000000';
  await expect(client.accounts.update({ id, archived: true })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    data: { what: 'account' },
  });
});
