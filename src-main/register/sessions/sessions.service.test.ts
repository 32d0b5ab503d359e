import { describe, expect, it } from 'vitest';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { createTestRegister, type TestRegister } from '#tests/unit/support/test-register.ts';

async function withClass(options: Parameters<typeof createTestClass>[1] = {}) {
  const register = await createTestRegister();
  return { ...register, ...(await createTestClass(register.client, options)) };
}

const codes = (session: { roster: { mark: { code: string } | null }[] }) =>
  session.roster.map(({ mark }) => mark?.code ?? null);

describe('starting a session', () => {
  it('takes the active students as they are now, by name, with the rules as they are now', async () => {
    const { client, classId, subjectId, students } = await withClass();
    await client.people.students.update({ id: students[0]!.id, archived: true });
    const session = await client.register.start({ classId, subjectId });
    await client.people.students.update({ id: students[1]!.id, archived: true });
    await client.people.classes.update({ id: classId, lateAfterMinutes: 30 });
    const again = await client.register.get({ sessionId: session.id });
    expect(again).toEqual(session);
    expect(again.roster.map(({ fullName }) => fullName)).toEqual(['Pupil 02', 'Pupil 03']);
    expect(again).toMatchObject({
      teacherName: 'Ada Admin',
      lateAfterMinutes: 10,
      livenessPolicy: 'standard',
      endedAt: null,
    });
    expect(again.statuses.map(({ code }) => code)).toEqual(['P', 'L', 'A', 'E']);
  });

  it('is refused while the class has an open one, which is named', async () => {
    const { client, classId, subjectId } = await withClass();
    const session = await client.register.start({ classId, subjectId });
    await expect(client.register.start({ classId, subjectId })).rejects.toMatchObject({
      code: 'SESSION_OPEN',
      data: { sessionId: session.id },
    });
    expect(await client.register.open()).toMatchObject([{ id: session.id }]);
  });

  it('is refused for a class without students, and leaves nothing behind', async () => {
    const { client, classId, subjectId } = await withClass({ students: 0 });
    await expect(client.register.start({ classId, subjectId })).rejects.toMatchObject({
      code: 'EMPTY_CLASS',
    });
    expect(await client.register.open()).toEqual([]);
  });

  it('is refused for a class or a subject that is archived', async () => {
    const { client, classId, subjectId, students } = await withClass({ students: 1 });
    await client.people.subjects.update({ id: subjectId, archived: true });
    await expect(client.register.start({ classId, subjectId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'subject' },
    });
    await client.people.subjects.update({ id: subjectId, archived: false });
    await client.people.students.update({ id: students[0]!.id, archived: true });
    await client.people.classes.update({ id: classId, archived: true });
    await expect(client.register.start({ classId, subjectId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'class' },
    });
  });
});

describe('ending a session', () => {
  it('marks everyone absent whom nobody has marked, and keeps the rest', async () => {
    const { client, platform, classId, subjectId, students } = await withClass();
    const { id: sessionId } = await client.register.start({ classId, subjectId });
    await client.register.mark({ sessionId, studentId: students[1]!.id, code: 'E' });
    platform.clock.advance(45 * 60_000);
    const ended = await client.register.end({ sessionId });
    expect(codes(ended)).toEqual(['A', 'E', 'A']);
    expect(ended.roster[0]?.mark).toMatchObject({ method: 'rule', at: platform.now() });
    expect(ended.endedAt).toBe(platform.now());
    expect(await client.register.open()).toEqual([]);
    await expect(client.register.end({ sessionId })).rejects.toMatchObject({
      code: 'SESSION_ENDED',
    });
    expect(await client.activity.list({ sessionId, kinds: ['sessionEnded'] })).toMatchObject([
      {
        detail: { className: expect.any(String), subjectName: expect.any(String), markedAbsent: 2 },
      },
    ]);
  });

  it('does not end before it began, whatever the clock says', async () => {
    const { client, platform, classId, subjectId } = await withClass();
    const { id: sessionId, startedAt } = await client.register.start({ classId, subjectId });
    platform.clock.advance(-3_600_000);
    expect((await client.register.end({ sessionId })).endedAt).toBe(startedAt);
  });
});

describe('the list of sessions', () => {
  async function oneSession(register: TestRegister & { classId: string; subjectId: string }) {
    const { client, platform, classId, subjectId } = register;
    const session = await client.register.start({ classId, subjectId });
    platform.clock.advance(60_000);
    await client.register.end({ sessionId: session.id });
    return session.id;
  }

  it('counts by meaning and puts the newest first', async () => {
    const register = await withClass();
    const { client, platform, classId, students } = register;
    const first = await oneSession(register);
    await client.register.mark({
      sessionId: first,
      studentId: students[0]!.id,
      code: 'L',
      reason: 'came late',
    });
    platform.clock.advance(60_000);
    const { id: second } = await client.register.start(register);
    const range = { from: '2026-03-02', to: '2026-03-02' };
    const listed = await client.register.list({ classId, range });
    expect(listed.map(({ id, counts }) => ({ id, ...counts }))).toEqual([
      { id: second, present: 0, late: 0, absent: 0, ignored: 0, unmarked: 3, corrected: 0 },
      { id: first, present: 1, late: 1, absent: 2, ignored: 0, unmarked: 0, corrected: 1 },
    ]);
  });

  it('goes by the day where the school is', async () => {
    const register = await withClass({ students: 1 });
    const { client, platform } = register;
    // 00:30 on 3 March in India is still 2 March in UTC.
    platform.clock.set(Date.UTC(2026, 2, 2, 19, 0));
    platform.setUtcOffsetMinutes(330);
    await oneSession(register);
    const on = async (day: string) =>
      (await client.register.list({ range: { from: day, to: day } })).length;
    expect(await on('2026-03-02')).toBe(0);
    expect(await on('2026-03-03')).toBe(1);
    expect(await on('2026-03-04')).toBe(0);
  });
});

describe('who may', () => {
  it('takes a register as a teacher, and verifies it only as an admin', async () => {
    const register = await withClass({ students: 1 });
    const { client } = await register.signInAs('teacher');
    const { classId, subjectId } = register;
    const session = await client.register.start({ classId, subjectId });
    expect(session.teacherName).toBe('Test teacher');
    await client.register.end({ sessionId: session.id });
    await expect(client.register.verify()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await register.client.register.verify()).toEqual({ kind: 'intact', events: 1 });
  });

  it('does nothing for somebody who has not signed in', async () => {
    const register = await withClass({ students: 1 });
    const { classId, subjectId, connect } = register;
    const session = await register.client.register.start({ classId, subjectId });
    const { client } = connect();
    const sessionId = session.id;
    const studentId = session.roster[0]!.studentId;
    const attempts = [
      client.register.start({ classId, subjectId }),
      client.register.get({ sessionId }),
      client.register.gallery({ sessionId }),
      client.register.mark({ sessionId, studentId, code: 'P' }),
      client.register.end({ sessionId }),
      client.register.history({ sessionId, studentId }),
      client.exports.run({ what: 'session', sessionId, format: 'xlsx' }),
    ];
    for (const attempt of attempts) {
      await expect(attempt).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });
});
