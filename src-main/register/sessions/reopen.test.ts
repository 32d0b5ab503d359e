import { expect, test } from 'vitest';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { countTotals, keptTotals } from '../log/totals.queries.ts';
import { REOPEN_MINUTES } from './reopen.service.ts';

/** A closed session: one present, one excused in advance, one made absent by the closing. */
async function closed() {
  const register = await createTestRegister();
  const { client, platform } = register;
  const made = await createTestClass(client, { students: 3 });
  const [present, away] = made.students;
  const day = new Date(platform.now()).toISOString().slice(0, 10);
  const report = { reason: 'ill', reportedBy: 'mother', days: { from: day, to: day } };
  await client.absences.create({ studentId: away!.id, ...report, reason: 'is ill' });
  const { id: sessionId } = await client.register.start(made);
  await client.register.mark({ sessionId, studentId: present!.id, code: 'P' });
  platform.clock.advance(1_000);
  await client.register.end({ sessionId });
  platform.clock.advance(1_000);
  return { ...register, ...made, sessionId };
}

test('taking the closing back unmarks whom it made absent, and nobody else', async () => {
  const { client, db, sessionId } = await closed();
  const again = await client.register.reopen({ sessionId });
  expect(again.endedAt).toBeNull();
  expect(again.roster.map(({ mark }) => mark?.code ?? null)).toEqual(['P', 'E', null]);
  expect(keptTotals(db)).toEqual(countTotals(db));
  const { roster } = await client.register.end({ sessionId });
  expect(roster.map(({ mark }) => mark?.code)).toEqual(['P', 'E', 'A']);
  expect(keptTotals(db)).toEqual(countTotals(db));
  expect((await client.register.verify()).kind).toBe('intact');
});

test('a correction made meanwhile stays', async () => {
  const { client, sessionId, students } = await closed();
  const studentId = students[2]!.id;
  await client.register.mark({ sessionId, studentId, code: 'L', reason: 'was in the corridor' });
  const { roster } = await client.register.reopen({ sessionId });
  expect(roster[2]?.mark?.code).toBe('L');
});

test('it is over after some minutes, and where the class has a new register open', async () => {
  const { client, platform, sessionId, classId, subjectId } = await closed();
  const other = await client.register.start({ classId, subjectId });
  await expect(client.register.reopen({ sessionId })).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { what: 'openSession' },
  });
  await client.register.end({ sessionId: other.id });
  platform.clock.advance(REOPEN_MINUTES * 60_000);
  await expect(client.register.reopen({ sessionId })).rejects.toMatchObject({
    data: { what: 'closedTooLong' },
  });
});

test('it is for whoever may change the register', async () => {
  const { sessionId, signInAs } = await closed();
  const { client } = await signInAs('teacher');
  await expect(client.register.reopen({ sessionId })).rejects.toMatchObject({
    code: 'NOT_OWN_REGISTER',
  });
});
