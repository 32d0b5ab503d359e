import { expect, test } from 'vitest';
import { createEnrolledClass, proposalOf } from '#tests/unit/support/test-class.ts';
import {
  createTestRegister,
  TEST_ADMIN,
  TEST_PASSWORD,
} from '#tests/unit/support/test-register.ts';

const MINUTE_MS = 60_000;
const LOCKED = { code: 'LOCKED', defined: true };
const right = { password: TEST_ADMIN.password };
const wrong = { password: 'not this one at all' };

/** A window of the admin at which nobody moves the mouse. */
async function leftAlone() {
  const register = await createTestRegister();
  const { client } = register.connect({ inUse: false });
  await client.accounts.signIn(TEST_ADMIN);
  return { ...register, client };
}

test('a window without input for ten minutes is locked, whatever it says of itself', async () => {
  const { client, platform } = await leftAlone();
  platform.clock.advance(10 * MINUTE_MS - 1);
  await client.people.classes.list({});
  platform.clock.advance(1);
  await expect(client.people.classes.list({})).rejects.toMatchObject(LOCKED);
  await expect(client.accounts.noteInput({})).rejects.toMatchObject(LOCKED);
  await client.accounts.reEnter(right);
  await client.people.classes.list({});
});

test('input keeps it open, and a clock that is set back does not keep it open for longer', async () => {
  const { client, platform } = await leftAlone();
  platform.clock.advance(9 * MINUTE_MS);
  await client.accounts.noteInput({});
  platform.clock.advance(9 * MINUTE_MS);
  await client.accounts.noteInput({});
  platform.clock.advance(-60 * MINUTE_MS);
  await client.people.classes.list({});
  platform.clock.advance(10 * MINUTE_MS);
  await expect(client.people.classes.list({})).rejects.toMatchObject(LOCKED);
});

test('the school decides after how long', async () => {
  const { client, platform } = await leftAlone();
  await client.settings.updateSchool({ idleLockMinutes: 2 });
  platform.clock.advance(2 * MINUTE_MS);
  await expect(client.people.classes.list({})).rejects.toMatchObject(LOCKED);
  for (const idleLockMinutes of [0, 121, 1.5]) {
    await client.accounts.reEnter(right);
    await expect(client.settings.updateSchool({ idleLockMinutes })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  }
});

test('the computer’s own lock locks every window', async () => {
  const { client, host, signInAs } = await createTestRegister();
  const teacher = await signInAs('teacher');
  host.connections.lockAll();
  await expect(client.people.classes.list({})).rejects.toMatchObject(LOCKED);
  await expect(teacher.client.people.classes.list({})).rejects.toMatchObject(LOCKED);
  expect((await teacher.client.accounts.me())?.id).toBe(teacher.account.id);
  await teacher.client.accounts.signOut();
  expect(await teacher.client.accounts.me()).toBeNull();
});

test('wrong passwords count as failed sign-ins, here and at the sign-in', async () => {
  const { client, connect, platform } = await createTestRegister();
  await client.accounts.lock();
  for (let count = 0; count < 5; count += 1) {
    await expect(client.accounts.reEnter(wrong)).rejects.toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
  }
  const lockedOut = { code: 'LOCKED_OUT', data: { retryAfterMs: 30_000 } };
  await expect(client.accounts.reEnter(right)).rejects.toMatchObject(lockedOut);
  await expect(connect().client.accounts.signIn(TEST_ADMIN)).rejects.toMatchObject(lockedOut);
  platform.clock.advance(30_000);
  await client.accounts.reEnter(right);
  await client.accounts.list();
});

test('behind a lock faces are still marked, and nothing is changed by hand', async () => {
  const register = await createTestRegister();
  const { client } = register;
  const { classId, subjectId, students } = await createEnrolledClass(register);
  const { id: sessionId } = await client.register.start({ classId, subjectId });
  const updates = await client.register.live({ sessionId });
  await client.accounts.lock();
  const verdict = await client.register.propose(proposalOf(register, sessionId, 1));
  expect(verdict).toMatchObject({ kind: 'marked', studentId: students[0]!.id });
  expect((await updates.next()).value).toMatchObject({ kind: 'entry' });
  const studentId = students[1]!.id;
  await expect(client.register.mark({ sessionId, studentId, code: 'P' })).rejects.toMatchObject(
    LOCKED,
  );
  await expect(client.register.end({ sessionId })).rejects.toMatchObject(LOCKED);
  await client.accounts.reEnter(right);
  await client.register.mark({ sessionId, studentId, code: 'P' });
  await updates.return?.();
});

test('the window is told at once of a lock, an unlock, a new role and the end', async () => {
  const { client, signInAs, host } = await createTestRegister();
  const { client: teacher, account } = await signInAs('teacher');
  const states = await teacher.accounts.watch();
  const next = async () => (await states.next()).value;
  expect(await next()).toMatchObject({ state: 'signedIn', account, idleLockMinutes: 10 });
  host.connections.lockAll();
  expect(await next()).toMatchObject({ state: 'locked', account: { id: account.id } });
  await teacher.accounts.reEnter({ password: TEST_PASSWORD });
  expect(await next()).toMatchObject({ state: 'signedIn' });
  await client.accounts.reEnter(right);
  await client.accounts.update({ id: account.id, role: 'office' });
  expect(await next()).toMatchObject({ state: 'signedIn', account: { role: 'office' } });
  await client.settings.updateSchool({ idleLockMinutes: 30 });
  expect(await next()).toMatchObject({ idleLockMinutes: 30 });
  await client.accounts.resetPassword({ id: account.id });
  expect(await next()).toEqual({ state: 'signedOut' });
  await states.return?.();
});

test('a window that looks no more is let go while nothing happens', async () => {
  const { client } = await createTestRegister();
  const states = await client.accounts.watch();
  await states.next();
  const waiting = states.next();
  await states.return?.();
  expect(await waiting).toMatchObject({ done: true });
});
