import { describe, expect, test } from 'vitest';
import {
  createEnrolledClass,
  createTestClass,
  proposalOf,
} from '#tests/unit/support/test-class.ts';
import { createTestRegister, type TestRegister } from '#tests/unit/support/test-register.ts';

const DAY_MS = 86_400_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

function today({ platform }: TestRegister, later = 0) {
  return dayOf(platform.now() + later * DAY_MS);
}

async function withClass() {
  const register = await createTestRegister();
  const made = await createTestClass(register.client, { students: 3 });
  const [first] = made.students;
  return { ...register, ...made, studentId: first!.id };
}

const ill = { reason: 'ill, back on Thursday', reportedBy: 'mother, by phone' };

function plan(register: Awaited<ReturnType<typeof withClass>>, from = 0, to = from) {
  const days = { from: today(register, from), to: today(register, to) };
  return register.client.absences.create({ studentId: register.studentId, days, ...ill });
}

describe('an absence known in advance', () => {
  test('excuses the student when a session starts, with the reason, and at the closing too', async () => {
    const register = await withClass();
    const { client, classId, subjectId, studentId } = register;
    await plan(register, 0, 2);
    const session = await client.register.start({ classId, subjectId });
    expect(session.roster.map(({ mark }) => mark && [mark.code, mark.method, mark.reason])).toEqual(
      [['E', 'rule', ill.reason], null, null],
    );
    const { roster } = await client.register.end({ sessionId: session.id });
    expect(roster.map(({ mark }) => mark?.code)).toEqual(['E', 'A', 'A']);
    expect(await client.register.history({ sessionId: session.id, studentId })).toMatchObject([
      { kind: 'mark', code: 'E', method: 'rule', reason: ill.reason },
    ]);
  });

  test('holds on its days alone, the first and the last included', async () => {
    const register = await withClass();
    const { client, platform, classId, subjectId } = register;
    await plan(register, 1, 2);
    const codes: (string | undefined)[] = [];
    for (let day = 0; day < 4; day += 1) {
      const { id, roster } = await client.register.start({ classId, subjectId });
      codes.push(roster[0]?.mark?.code);
      await client.register.end({ sessionId: id });
      platform.clock.advance(DAY_MS);
    }
    expect(codes).toEqual([undefined, 'E', 'E', undefined]);
  });

  test('that overlaps another marks once, by the one reported first', async () => {
    const register = await withClass();
    const { client, classId, subjectId, studentId } = register;
    await plan(register, 0, 1);
    register.platform.clock.advance(1);
    const days = { from: today(register), to: today(register, 5) };
    await client.absences.create({ studentId, days, reason: 'hospital', reportedBy: 'doctor' });
    const { id } = await client.register.start({ classId, subjectId });
    const history = await client.register.history({ sessionId: id, studentId });
    expect(history.map(({ reason }) => reason)).toEqual([ill.reason]);
    expect(await client.absences.list({ of: 'student', studentId })).toHaveLength(2);
  });

  test('reaches a register that is open, and leaves it again when it is cancelled', async () => {
    const register = await withClass();
    const { client, classId, subjectId } = register;
    const { id: sessionId } = await client.register.start({ classId, subjectId });
    const code = async () => (await client.register.get({ sessionId })).roster[0]?.mark?.code;
    const { id } = await plan(register);
    expect(await code()).toBe('E');
    await client.absences.cancel({ id });
    expect(await code()).toBeUndefined();
    await client.absences.restore({ id });
    expect(await code()).toBe('E');
    const days = { from: today(register, 1), to: today(register, 1) };
    await client.absences.update({ id, days, ...ill });
    expect(await code()).toBeUndefined();
  });

  test('changes nothing where somebody has marked the student', async () => {
    const register = await withClass();
    const { client, classId, subjectId, studentId } = register;
    const { id: sessionId } = await client.register.start({ classId, subjectId });
    await client.register.mark({ sessionId, studentId, code: 'P' });
    const { id } = await plan(register);
    await client.absences.cancel({ id });
    expect(await client.register.history({ sessionId, studentId })).toHaveLength(1);
  });

  test('stays in registers that are closed when it is cancelled', async () => {
    const register = await withClass();
    const { client, classId, subjectId } = register;
    const { id } = await plan(register);
    const { id: sessionId } = await client.register.start({ classId, subjectId });
    await client.register.end({ sessionId });
    await client.absences.cancel({ id });
    expect((await client.register.get({ sessionId })).roster[0]?.mark?.code).toBe('E');
    await expect(client.absences.cancel({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a face of somebody reported away', () => {
  test('is marked present at once, and the feed says so', async () => {
    const register = await createTestRegister();
    const { client } = register;
    const { classId, subjectId, students } = await createEnrolledClass(register, { students: 2 });
    const studentId = students[0]!.id;
    const days = { from: today(register), to: today(register) };
    await client.absences.create({ studentId, days, ...ill });
    const { id: sessionId } = await client.register.start({ classId, subjectId });
    expect(await client.register.propose(proposalOf(register, sessionId, 1))).toMatchObject({
      kind: 'marked',
      studentId,
      entry: { mark: { code: 'P', method: 'face', reason: null } },
    });
    const [told] = await client.activity.list({ kinds: ['awayButHere'] });
    expect(told).toMatchObject({ sessionId, studentId });
    expect(await client.register.propose(proposalOf(register, sessionId, 1))).toMatchObject({
      kind: 'alreadyMarked',
    });
  });
});

describe('who may report an absence', () => {
  test('teachers for their classes alone', async () => {
    const register = await withClass();
    const { client, admin, classId, studentId } = register;
    const teacher = await register.signInAs('teacher');
    const days = { from: today(register), to: today(register) };
    const { id } = await teacher.client.absences.create({ studentId, days, ...ill });
    await client.people.classes.update({ id: classId, teacherIds: [admin.id] });
    const { absences } = teacher.client;
    for (const call of [
      absences.create({ studentId, days, ...ill }),
      absences.update({ id, days, ...ill }),
      absences.cancel({ id }),
      absences.list({ of: 'student', studentId }),
    ]) {
      await expect(call).rejects.toMatchObject({ code: 'NOT_YOUR_CLASS' });
    }
    expect(await absences.list({ of: 'day', day: days.from })).toEqual([]);
    expect(await client.absences.list({ of: 'day', day: days.from })).toMatchObject([
      { id, className: '8B', reason: ill.reason, recordedBy: 'Test teacher' },
    ]);
  });

  test('not for students who have left, and not without days in their order', async () => {
    const register = await withClass();
    const { client, studentId } = register;
    await expect(plan(register, 2, 1)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await client.people.students.update({ id: studentId, archived: true });
    await expect(plan(register)).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { what: 'archivedStudent' },
    });
  });
});
