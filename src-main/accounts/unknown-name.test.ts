import { count } from 'drizzle-orm';
import { expect, test } from 'vitest';
import {
  connectTo,
  createTestRegister,
  TEST_ADMIN,
  type TestRegister,
} from '#tests/unit/support/test-register.ts';
import { RegisterHost } from '../app/register-host.ts';
import { unknownNames } from '../db/schema/index.ts';
import { AttemptPace } from './attempt-pace.ts';
import { attemptsUnder, MOST_UNKNOWN_NAMES, noteUnknownFailure } from './unknown-name.service.ts';

const password = 'not this one at all';

async function answerTo(register: Pick<TestRegister, 'connect'>, username: string) {
  const error = await register
    .connect()
    .client.accounts.signIn({ username, password })
    .catch((cause) => cause);
  return [error.code, error.data?.retryAfterMs];
}

test('a name that nobody has is locked out attempt by attempt as one that exists', async () => {
  const register = await createTestRegister();
  const answers: Record<string, unknown[]> = {};
  for (const username of [TEST_ADMIN.username, 'nobody.here']) {
    const given: unknown[] = [];
    for (let attempt = 0; attempt < 7; attempt += 1) given.push(await answerTo(register, username));
    register.platform.clock.advance(30_000);
    given.push(await answerTo(register, username), await answerTo(register, username));
    answers[username] = given;
  }
  expect(answers['nobody.here']).toEqual(answers[TEST_ADMIN.username]);
  expect(answers['nobody.here']).toEqual([
    ...Array.from({ length: 5 }, () => ['WRONG_CREDENTIALS', undefined]),
    ['LOCKED_OUT', 30_000],
    ['LOCKED_OUT', 30_000],
    ['WRONG_CREDENTIALS', undefined],
    ['LOCKED_OUT', 60_000],
  ]);
});

test('it stays locked out after a restart, and the name itself is not kept', async () => {
  const register = await createTestRegister();
  for (let attempt = 0; attempt < 5; attempt += 1) await answerTo(register, 'nobody.here');
  expect(JSON.stringify(register.db.select().from(unknownNames).all())).not.toContain('nobody');
  register.host.close();
  const host = new RegisterHost(register.platform);
  await host.open();
  const connect = () => connectTo(register.platform, host);
  expect(await answerTo({ connect }, 'nobody.here')).toEqual(['LOCKED_OUT', 30_000]);
  host.close();
});

test('however many names are tried, the newest few thousand are kept', async () => {
  const { db } = await createTestRegister();
  const rows = () => db.select({ rows: count() }).from(unknownNames).get()?.rows;
  const values = Array.from({ length: MOST_UNKNOWN_NAMES }, (_, index) => ({
    nameHash: index.toString(16).padStart(64, '0'),
    failedAttempts: 1,
    lockedUntil: null,
    lastFailedAt: index,
  }));
  for (let start = 0; start < values.length; start += 500) {
    db.insert(unknownNames)
      .values(values.slice(start, start + 500))
      .run();
  }
  noteUnknownFailure(db, attemptsUnder(db, 'one.more'), MOST_UNKNOWN_NAMES);
  expect(rows()).toBe(MOST_UNKNOWN_NAMES);
  expect(attemptsUnder(db, 'one.more').failedAttempts).toBe(1);
  const oldest = db.select().from(unknownNames).orderBy(unknownNames.lastFailedAt).get();
  expect(oldest?.lastFailedAt).toBe(1);
});

test('thirty failures in ten minutes slow every name down to one attempt in five seconds', () => {
  const pace = new AttemptPace();
  for (let at = 0; at < 30; at += 1) {
    expect(pace.remaining(at)).toBe(0);
    pace.noteFailure(at);
  }
  expect(pace.remaining(29)).toBe(5_000);
  expect(pace.remaining(5_029)).toBe(0);
  pace.noteFailure(5_029);
  expect(pace.remaining(5_030)).toBe(4_999);
  expect(pace.remaining(10 * 60_000 + 29)).toBe(0);
});

test('the right password has to keep the pace as well', async () => {
  const register = await createTestRegister();
  for (let name = 0; name < 30; name += 1) await answerTo(register, `nobody-${name}`);
  const signIn = () => register.connect().client.accounts.signIn(TEST_ADMIN);
  await expect(signIn()).rejects.toMatchObject({
    code: 'LOCKED_OUT',
    data: { retryAfterMs: 5_000 },
  });
  register.platform.clock.advance(5_000);
  expect((await signIn()).username).toBe(TEST_ADMIN.username);
});
