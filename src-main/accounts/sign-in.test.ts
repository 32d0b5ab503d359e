import { eq, sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import {
  connectTo,
  createTestRegister,
  TEST_ADMIN,
  type TestRegister,
} from '#tests/unit/support/test-register.ts';
import { RegisterHost } from '../app/register-host.ts';
import { accounts } from '../db/schema/index.ts';

/** The parameters of each hash that was really worked through, in order. */
const verifications = vi.hoisted((): string[] => []);

vi.mock('@node-rs/argon2', async (importOriginal) => {
  const argon2 = await importOriginal<typeof import('@node-rs/argon2')>();
  const verify: typeof argon2.verify = (phc, ...rest) => {
    verifications.push(String(phc).split('$').slice(0, 4).join('$'));
    return argon2.verify(phc, ...rest);
  };
  return { ...argon2, verify };
});

const wrong = { ...TEST_ADMIN, password: 'not this one at all' };

async function attempt(register: Pick<TestRegister, 'connect'>, credentials: typeof wrong) {
  const error = await register
    .connect()
    .client.accounts.signIn(credentials)
    .then(() => null)
    .catch((cause) => cause);
  return error === null ? 'signed in' : [error.code, error.data?.retryAfterMs];
}

async function failTimes(register: TestRegister, times: number) {
  for (let count = 0; count < times; count += 1) await attempt(register, wrong);
}

test('passwords are kept as Argon2id with the parameters OWASP asks for', async () => {
  const { db } = await createTestRegister();
  const row = db.select().from(accounts).get();
  expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('a wrong password and a name nobody has are answered alike', async () => {
  const register = await createTestRegister();
  expect(await attempt(register, wrong)).toEqual(['WRONG_CREDENTIALS', undefined]);
  const nobody = { ...wrong, username: 'nobody.here' };
  expect(await attempt(register, nobody)).toEqual(['WRONG_CREDENTIALS', undefined]);
});

test('a name that nobody has costs as much work as a wrong password', async () => {
  const register = await createTestRegister();
  for (const username of [TEST_ADMIN.username, 'nobody.here']) {
    verifications.length = 0;
    await attempt(register, { ...wrong, username });
    expect(verifications, username).toEqual(['$argon2id$v=19$m=19456,t=2,p=1']);
  }
});

test('the user name may be typed in any case and with spaces around', async () => {
  const register = await createTestRegister();
  const typed = { ...TEST_ADMIN, username: ' Ada.ADMIN ' };
  expect(await attempt(register, typed)).toBe('signed in');
});

test('failures are counted, delayed, and the right password has to wait too', async () => {
  const register = await createTestRegister();
  await failTimes(register, 5);
  expect(await attempt(register, TEST_ADMIN)).toEqual(['LOCKED_OUT', 30_000]);
  register.platform.clock.advance(29_000);
  expect(await attempt(register, TEST_ADMIN)).toEqual(['LOCKED_OUT', 1_000]);
  register.platform.clock.advance(1_000);
  expect(await attempt(register, wrong)).toEqual(['WRONG_CREDENTIALS', undefined]);
  expect(await attempt(register, TEST_ADMIN)).toEqual(['LOCKED_OUT', 60_000]);
  register.platform.clock.advance(60_000);
  expect(await attempt(register, TEST_ADMIN)).toBe('signed in');
  await failTimes(register, 4);
  expect(await attempt(register, TEST_ADMIN)).toBe('signed in');
});

test('guesses made all at once are judged one by one', async () => {
  const register = await createTestRegister();
  const answers = await Promise.all(Array.from({ length: 12 }, () => attempt(register, wrong)));
  const codes = answers.map((answer) => answer[0]);
  expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(5);
  expect(codes.filter((code) => code === 'LOCKED_OUT')).toHaveLength(7);
});

test('a lock-out survives a restart', async () => {
  const register = await createTestRegister();
  await failTimes(register, 5);
  register.host.close();
  const host = new RegisterHost(register.platform);
  await host.open();
  const connect = () => connectTo(register.platform, host);
  expect(await attempt({ connect }, TEST_ADMIN)).toEqual(['LOCKED_OUT', 30_000]);
  host.close();
});

test('a failed attempt on a window signed in signs it out', async () => {
  const { client } = await createTestRegister();
  await expect(client.accounts.signIn(wrong)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  expect(await client.accounts.me()).toBeNull();
});

test('signing in, failing and signing out are written down, and never what was typed', async () => {
  const register = await createTestRegister();
  await attempt(register, wrong);
  await register.client.accounts.signOut();
  expect(await register.client.accounts.me()).toBeNull();
  await register.client.accounts.signIn(TEST_ADMIN);
  const kinds = (await register.client.activity.list({})).map(({ kind }) => kind);
  expect(kinds).toEqual(['signIn', 'signOut', 'signInFailed', 'signIn', 'accountChanged']);
  const everything = JSON.stringify([
    await register.client.activity.list({}),
    register.platform.logged,
  ]);
  expect(everything).not.toContain(wrong.password);
  expect(everything).not.toContain(TEST_ADMIN.password);
});

test('a disk that cannot be written lets nobody in and keeps nobody signed in', async () => {
  const register = await createTestRegister();
  register.db.run(sql`PRAGMA query_only = ON`);
  for (const credentials of [wrong, TEST_ADMIN]) {
    expect(await attempt(register, credentials)).toEqual(['STORAGE_READ_ONLY', undefined]);
  }
  await expect(register.client.accounts.signOut()).rejects.toMatchObject({
    code: 'STORAGE_READ_ONLY',
  });
  expect(await register.client.accounts.me()).toBeNull();
});

test('an account that is archived is out at its next call and cannot come back', async () => {
  const register = await createTestRegister();
  const teacher = await register.signInAs('teacher');
  await register.client.accounts.update({ id: teacher.account.id, archived: true });
  await expect(teacher.client.people.classes.list({})).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
  expect(await teacher.client.accounts.me()).toBeNull();
  const row = register.db.select().from(accounts).where(eq(accounts.id, teacher.account.id)).get();
  expect(await attempt(register, { ...wrong, username: row!.username })).toEqual([
    'WRONG_CREDENTIALS',
    undefined,
  ]);
});
