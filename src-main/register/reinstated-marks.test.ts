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
