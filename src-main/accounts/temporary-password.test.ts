import { expect, test } from 'vitest';
import {
  createTestRegister,
  TEST_ADMIN,
  TEST_PASSWORD,
} from '#tests/unit/support/test-register.ts';

const teacher = { username: 'b.teacher', displayName: 'Bo Teacher', role: 'teacher' } as const;

test('a temporary password opens nothing but the way to another one', async () => {
  const { client, connect } = await createTestRegister();
  const { temporaryPassword: current } = await client.accounts.create(teacher);
  const other = connect().client;
  const { username } = teacher;
  const account = await other.accounts.signIn({ username, password: current });
  expect(account.mustChangePassword).toBe(true);
  const due = { code: 'PASSWORD_DUE', defined: true };
  await expect(other.people.classes.list({})).rejects.toMatchObject(due);
  await expect(other.accounts.signOutEverywhere()).rejects.toMatchObject(due);
  await expect(other.accounts.changePassword({ current, next: current })).rejects.toMatchObject({
    code: 'INVALID',
    data: { why: 'samePassword' },
  });
  await expect(other.people.classes.list({})).rejects.toMatchObject(due);
  await other.accounts.changePassword({ current, next: TEST_PASSWORD });
  expect(await other.people.classes.list({})).toEqual([]);
  expect((await other.accounts.me())?.mustChangePassword).toBe(false);
});

test('the first admin chose the password and has none to change', async () => {
  const { admin } = await createTestRegister();
  expect(admin.mustChangePassword).toBe(false);
});

test('whoever is archived, reset or signs out everywhere is out on every window at once', async () => {
  const { client, connect, signInAs } = await createTestRegister();
  const { account, client: first } = await signInAs('teacher');
  const credentials = { username: account.username, password: TEST_PASSWORD };
  const signInTwice = async () => {
    const second = connect().client;
    for (const window of [first, second]) await window.accounts.signIn(credentials);
    return [first, second];
  };
  const areOut = async (windows: (typeof first)[]) => {
    for (const window of windows) expect(await window.accounts.me()).toBeNull();
  };

  const windows = await signInTwice();
  await first.accounts.signOutEverywhere();
  await areOut(windows);
  const again = await signInTwice();
  await client.accounts.update({ id: account.id, archived: true });
  await client.accounts.update({ id: account.id, archived: false });
  await areOut(again);
  const onceMore = await signInTwice();
  await client.accounts.resetPassword({ id: account.id });
  await areOut(onceMore);
  expect((await client.accounts.me())?.username).toBe(TEST_ADMIN.username);
});

test('changing one’s own password ends the sign-ins elsewhere, and not this one', async () => {
  const { connect, signInAs } = await createTestRegister();
  const { account, client: here } = await signInAs('teacher');
  const elsewhere = connect().client;
  await elsewhere.accounts.signIn({ username: account.username, password: TEST_PASSWORD });
  await here.accounts.changePassword({ current: TEST_PASSWORD, next: 'silver anchor pudding' });
  expect(await elsewhere.accounts.me()).toBeNull();
  expect((await here.accounts.me())?.id).toBe(account.id);
});
