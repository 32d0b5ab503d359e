import { expect, it } from 'vitest';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';

const HOUR_MS = 3_600_000;

async function withTaken() {
  const { client, platform } = await createTestRegister();
  const { classId, subjectId, students } = await createTestClass(client);
  const { id: sessionId, startedAt } = await client.register.start({ classId, subjectId });
  await client.register.mark({ sessionId, studentId: students[0]!.id, code: 'L' });
  const lately = () => client.register.takenLately({ classId, subjectId });
  return { client, platform, classId, sessionId, startedAt, lately };
}

it('tells of the register that was just closed, with how many were present', async () => {
  const { client, sessionId, startedAt, lately } = await withTaken();
  expect(await lately()).toBeNull();
  await client.register.end({ sessionId });
  const subjectName = 'Maths of 8B';
  const counts = { present: 1, onRoster: 3 };
  expect(await lately()).toEqual({ sessionId, className: '8B', subjectName, startedAt, ...counts });
});

it('says nothing of another subject, after two hours, or where it did not take place', async () => {
  const { client, platform, classId, sessionId, lately } = await withTaken();
  await client.register.end({ sessionId });
  const { id: subjectId } = await client.people.subjects.create({ name: 'Art' });
  expect(await client.register.takenLately({ classId, subjectId })).toBeNull();
  await client.register.discard({ sessionId, reason: 'fire drill' });
  expect(await lately()).toBeNull();
  await client.register.reinstate({ sessionId });
  expect(await lately()).not.toBeNull();
  platform.clock.advance(2 * HOUR_MS + 1);
  expect(await lately()).toBeNull();
});
