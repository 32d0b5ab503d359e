import { expect, it } from 'vitest';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';

const reason = 'Wrong class';

/** A closed register: one present, one reported away, one made absent by the closing. */
async function closed() {
  const register = await createTestRegister();
  const { client, platform } = register;
  const made = await createTestClass(client);
  const [seen, away, unseen] = made.students.map(({ id }) => id);
  const days = { from: '2026-03-02', to: '2026-03-02' };
  await client.absences.create({ studentId: away!, days, reason: 'ill', reportedBy: 'mother' });
  const { id: sessionId } = await client.register.start(made);
  await client.register.mark({ sessionId, studentId: seen!, code: 'P' });
  platform.clock.advance(60_000);
  await client.register.end({ sessionId });
  platform.clock.advance(60_000);
  return { ...register, sessionId, seen: seen!, away: away!, unseen: unseen!, days };
}

it('an absence of the closing is one again, and who was reported away is so again', async () => {
  const { client, sessionId } = await closed();
  await client.register.discard({ sessionId, reason });
  const { roster } = await client.register.reinstate({ sessionId });
  expect(roster.map(({ mark }) => mark && [mark.code, mark.method, mark.reason])).toEqual([
    ['P', 'manual', null],
    ['E', 'rule', 'ill'],
    ['A', 'rule', null],
  ]);
});

it('reopening takes back whom the closing had made absent, and nobody else', async () => {
  const { client, sessionId } = await closed();
  await client.register.discard({ sessionId, reason });
  await client.register.reinstate({ sessionId });
  const { roster } = await client.register.reopen({ sessionId });
  expect(roster.map(({ mark }) => mark?.code ?? null)).toEqual(['P', 'E', null]);
});

it('a correction keeps the reason it was given', async () => {
  const { client, sessionId, unseen } = await closed();
  await client.register.mark({ sessionId, studentId: unseen, code: 'L', reason: 'bus was late' });
  await client.register.discard({ sessionId, reason });
  const { roster } = await client.register.reinstate({ sessionId });
  expect(roster[2]?.mark).toMatchObject({ code: 'L', method: 'manual', reason: 'bus was late' });
});

it('a register that was closed stays closed where the clock was set back before the discard', async () => {
  const { client, platform, sessionId } = await closed();
  const { endedAt } = await client.register.get({ sessionId });
  for (const back of [60_000, 30_000]) {
    platform.clock.advance(-back);
    await client.register.discard({ sessionId, reason });
    const { roster, ...session } = await client.register.reinstate({ sessionId });
    expect(session.endedAt).toBe(endedAt);
    expect(roster.map(({ mark }) => mark?.code)).toEqual(['P', 'E', 'A']);
  }
});

it('an absence reported after the closing is known once the register is open again', async () => {
  const { client, sessionId, away, unseen, seen, days } = await closed();
  const [known] = await client.absences.list({ of: 'student', studentId: away });
  await client.absences.cancel({ id: known!.id });
  for (const studentId of [unseen, seen]) {
    await client.absences.create({ studentId, days, reason: 'flu', reportedBy: 'father' });
  }
  const { roster } = await client.register.reopen({ sessionId });
  expect(roster.map(({ mark }) => mark && [mark.code, mark.reason])).toEqual([
    ['P', null],
    null,
    ['E', 'flu'],
  ]);
});

it('an absence reported while an open register was discarded is known once it is open again', async () => {
  const { client, sessionId, unseen, days } = await closed();
  await client.register.reopen({ sessionId });
  await client.register.discard({ sessionId, reason });
  await client.absences.create({ studentId: unseen, days, reason: 'flu', reportedBy: 'father' });
  const { roster, endedAt } = await client.register.reinstate({ sessionId });
  expect(endedAt).toBeNull();
  expect(roster.map(({ mark }) => mark?.code)).toEqual(['P', 'E', 'E']);
  expect((await client.register.verify()).kind).toBe('intact');
});
