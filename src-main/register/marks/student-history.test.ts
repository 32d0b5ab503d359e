import { expect, it } from 'vitest';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';

const DAY = { from: '2026-03-02', to: '2026-03-02' };

async function withStudent() {
  const register = await createTestRegister();
  const made = await createTestClass(register.client, { students: 2 });
  return { ...register, ...made, studentId: made.students[0]!.id };
}

it('tells the student’s own mark in each register, newest first, with how often it was corrected', async () => {
  const { client, platform, classId, subjectId, studentId, students, signInAs } =
    await withStudent();
  const { id: first } = await client.register.start({ classId, subjectId });
  await client.register.mark({ sessionId: first, studentId, code: 'A' });
  await client.register.mark({ sessionId: first, studentId, code: 'P' });
  await client.register.mark({ sessionId: first, studentId: students[1]!.id, code: 'E' });
  platform.clock.advance(60_000);
  await client.register.end({ sessionId: first });
  const late = { sessionId: first, studentId, code: 'L', reason: 'bus was late' };
  await client.register.mark(late);
  platform.clock.advance(60_000);
  const { id: second } = await client.register.start({ classId, subjectId });
  const teacher = await signInAs('teacher');
  const { entries, statuses } = await teacher.client.register.studentHistory({
    studentId,
    range: DAY,
  });
  expect(entries).toMatchObject([
    { sessionId: second, code: null, method: null, at: null, correctedTimes: 0 },
    {
      sessionId: first,
      className: '8B',
      subjectName: 'Maths of 8B',
      teacherName: 'Ada Admin',
      code: 'L',
      method: 'manual',
      correctedTimes: 1,
    },
  ]);
  expect(statuses.map(({ code }) => code)).toEqual(['P', 'L', 'A', 'E']);
});

it('what is changed, taken back or undone while the register is open corrects nothing', async () => {
  const { client, platform, classId, subjectId, studentId } = await withStudent();
  const { id: sessionId } = await client.register.start({ classId, subjectId });
  await client.register.mark({ sessionId, studentId, code: 'A' });
  await client.register.mark({ sessionId, studentId, code: 'L' });
  const changes = [{ studentId, from: 'L', to: 'A' }];
  await client.register.undo({ sessionId, changes });
  await client.register.unmark({ sessionId, studentId });
  const times = async () => {
    const { entries } = await client.register.studentHistory({ studentId, range: DAY });
    return entries[0]?.correctedTimes;
  };
  expect(await times()).toBe(0);
  platform.clock.advance(60_000);
  await client.register.end({ sessionId });
  expect(await times()).toBe(0);
  await client.register.unmark({ sessionId, studentId, reason: 'was not asked' });
  expect(await times()).toBe(1);
});

it('leaves out other days', async () => {
  const { client, classId, subjectId, studentId } = await withStudent();
  await client.register.start({ classId, subjectId });
  const on = async (day: string) =>
    (await client.register.studentHistory({ studentId, range: { from: day, to: day } })).entries;
  expect(await on('2026-03-02')).toHaveLength(1);
  expect(await on('2026-03-01')).toEqual([]);
  expect(await on('2026-03-03')).toEqual([]);
});

it('goes with the student into another class, and names nobody who is on no register', async () => {
  const { client, classId, subjectId, studentId } = await withStudent();
  const { id: sessionId } = await client.register.start({ classId, subjectId });
  await client.register.end({ sessionId });
  const other = await createTestClass(client, { name: '9C', students: 1 });
  await client.people.students.update({ id: studentId, classId: other.classId });
  const moved = await client.register.studentHistory({ studentId, range: DAY });
  expect(moved.entries).toMatchObject([{ sessionId, className: '8B', code: 'A', method: 'rule' }]);
  const unseen = await client.register.studentHistory({
    studentId: other.students[0]!.id,
    range: DAY,
  });
  expect(unseen.entries).toEqual([]);
});

it('is refused for a student who is not there, and while signed out', async () => {
  const { client, connect, studentId } = await withStudent();
  const nobody = '00000000-0000-7000-8000-000000000000';
  await expect(
    client.register.studentHistory({ studentId: nobody, range: DAY }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(
    connect().client.register.studentHistory({ studentId, range: DAY }),
  ).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});
