import { describe, expect, it } from 'vitest';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { connectTo, createTestRegister, TEST_ADMIN } from '#tests/unit/support/test-register.ts';
import { RegisterHost } from '../app/register-host.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A session with one mark, made before anything happens to the clock. */
async function underWay() {
  const register = await createTestRegister();
  const { client, platform } = register;
  const made = await createTestClass(client);
  const { id: sessionId } = await client.register.start(made);
  const [before, after, later] = made.students.map(({ id }) => id);
  const mark = (studentId: string) => client.register.mark({ sessionId, studentId, code: 'P' });
  await mark(before!);
  platform.clock.advance(MINUTE_MS);
  const doubts = () => client.settings.clock.inDoubt();
  const changes = () => client.activity.list({ kinds: ['clockChanged'] });
  const inDoubt = async (studentId: string) =>
    (await client.register.history({ sessionId, studentId })).map((event) => event.timeInDoubt);
  const people = { before: before!, after: after!, later: later! };
  return { ...register, ...people, made, sessionId, mark, doubts, changes, inDoubt };
}

describe('a clock that is set while the app is open', () => {
  it('back: is noticed by the next call, and puts the marks after it in doubt, not those before', async () => {
    const { client, platform, sessionId, mark, doubts, changes, inDoubt, ...of } = await underWay();
    platform.clock.jump(-2 * HOUR_MS);
    await mark(of.after);
    const [change] = await doubts();
    expect(change).toMatchObject({
      shiftMs: -2 * HOUR_MS,
      noticedAt: platform.now(),
      whileClosed: false,
    });
    expect(await inDoubt(of.before)).toEqual([false]);
    expect(await inDoubt(of.after)).toEqual([true]);
    expect(await client.settings.clock.ofSession({ sessionId })).toEqual({
      changes: [change],
      marks: 1,
    });
    const [entry] = await changes();
    expect(entry?.detail).toEqual({ minutes: -120, whileClosed: false, undone: false });
  });

  it('forward: is noticed too', async () => {
    const { platform, doubts } = await underWay();
    platform.clock.jump(26 * HOUR_MS);
    expect(await doubts()).toMatchObject([{ shiftMs: 26 * HOUR_MS }]);
  });

  it('and put right again: the doubt ends by itself', async () => {
    const { client, platform, mark, doubts, inDoubt, ...of } = await underWay();
    platform.clock.jump(-2 * HOUR_MS);
    await mark(of.after);
    platform.clock.jump(2 * HOUR_MS);
    await mark(of.later);
    expect(await doubts()).toEqual([]);
    expect(await inDoubt(of.after)).toEqual([true]);
    expect(await inDoubt(of.later)).toEqual([false]);
    expect((await client.activity.list({ kinds: ['clockChanged'] }))[0]?.detail.undone).toBe(true);
  });

  it('and said to be right: what comes after is in no doubt, and who said so is noted', async () => {
    const { client, platform, admin, mark, doubts, inDoubt, ...of } = await underWay();
    platform.clock.jump(-2 * HOUR_MS);
    await mark(of.after);
    expect(await client.settings.clock.confirm()).toEqual([]);
    await mark(of.later);
    expect(await doubts()).toEqual([]);
    expect(await inDoubt(of.after)).toEqual([true]);
    expect(await inDoubt(of.later)).toEqual([false]);
    const [entry] = await client.activity.list({ kinds: ['clockConfirmed'] });
    expect(entry?.actor).toBe(admin.displayName);
    await client.settings.clock.confirm();
    expect(await client.activity.list({ kinds: ['clockConfirmed'] })).toHaveLength(1);
  });
});

describe('what is no change of the clock', () => {
  it('another time zone, drift, and a night asleep', async () => {
    const { platform, doubts, changes } = await underWay();
    platform.setUtcOffsetMinutes(330);
    platform.clock.jump(-59_000);
    await doubts();
    platform.clock.jump(40_000);
    await doubts();
    platform.clock.advance(14 * HOUR_MS);
    expect(await doubts()).toEqual([]);
    expect(await changes()).toEqual([]);
  });
});

describe('a clock that is set while the app is closed', () => {
  async function restarted(shiftMs: number) {
    const register = await underWay();
    const { platform } = register;
    await register.mark(register.after);
    register.host.close();
    platform.clock.jump(shiftMs);
    const host = new RegisterHost(platform, platform.uptime);
    await host.open();
    const { client } = connectTo(platform, host);
    await client.accounts.signIn(TEST_ADMIN);
    const found = await client.settings.clock.inDoubt();
    const { later: studentId, sessionId } = register;
    await client.register.mark({ sessionId, studentId, code: 'P' });
    const [event] = await client.register.history({ sessionId, studentId });
    host.close();
    return { found, timeInDoubt: event?.timeInDoubt };
  }

  it('back: is noticed by the last mark', async () => {
    const { found, timeInDoubt } = await restarted(-3 * HOUR_MS);
    expect(found).toMatchObject([{ whileClosed: true, shiftMs: -3 * HOUR_MS }]);
    expect(timeInDoubt).toBe(true);
  });

  it('forward: cannot be told from a long break', async () => {
    const { found, timeInDoubt } = await restarted(3 * HOUR_MS);
    expect(found).toEqual([]);
    expect(timeInDoubt).toBe(false);
  });

  it('back after a day without marks: is noticed by the moment last seen', async () => {
    const { client, platform, host } = await createTestRegister();
    platform.clock.advance(24 * HOUR_MS);
    await client.settings.clock.inDoubt();
    host.close();
    platform.clock.jump(-HOUR_MS);
    await host.open();
    await client.accounts.signIn(TEST_ADMIN);
    expect(await client.settings.clock.inDoubt()).toMatchObject([
      { whileClosed: true, shiftMs: -HOUR_MS },
    ]);
  });
});

describe('a mark made while the clock was ahead', () => {
  it('is no new change at each start, once the clock was put right and that was noticed', async () => {
    const { client, platform, host, doubts, changes, mark, after } = await underWay();
    platform.clock.jump(HOUR_MS);
    await mark(after);
    platform.clock.jump(-HOUR_MS);
    expect(await doubts()).toEqual([]);
    expect(await changes()).toHaveLength(2);
    for (const _start of [1, 2]) {
      host.close();
      platform.clock.advance(MINUTE_MS);
      await host.open();
      await client.accounts.signIn(TEST_ADMIN);
      expect(await doubts()).toEqual([]);
      expect(await changes()).toHaveLength(2);
    }
  });
});

it('a teacher is asked, a student is not', async () => {
  const { signInAs, signInAsStudent, before } = await underWay();
  const teacher = await signInAs('teacher');
  expect(await teacher.client.settings.clock.confirm()).toEqual([]);
  const student = await signInAsStudent(before);
  await expect(student.client.settings.clock.inDoubt()).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});
