import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { sessions } from '../../db/schema/index.ts';
import { rebuildAttendance } from '../log/event-log.ts';
import { countTotals, keptTotals } from '../log/totals.queries.ts';

const DAY = { from: '2026-03-02', to: '2026-03-02' };
const reason = 'Wrong class';

async function withClosed() {
  const register = await createTestRegister();
  const made = await createTestClass(register.client);
  const { client, platform } = register;
  const { classId, subjectId, students } = made;
  const { id: sessionId } = await client.register.start({ classId, subjectId });
  await client.register.mark({ sessionId, studentId: students[0]!.id, code: 'P' });
  platform.clock.advance(60_000);
  await client.register.mark({ sessionId, studentId: students[1]!.id, code: 'L' });
  await client.register.unmark({ sessionId, studentId: students[1]!.id });
  await client.register.end({ sessionId });
  await client.register.unmark({ sessionId, studentId: students[1]!.id, reason: 'Not known' });
  platform.clock.advance(60_000);
  const marks = async () =>
    (await client.register.get({ sessionId })).roster.map(({ mark }) => mark);
  return { ...register, ...made, sessionId, marks };
}

describe('a register that did not take place', () => {
  it('has no mark in force, keeps every event, and counts for nobody', async () => {
    const { client, db, sessionId, students, marks } = await withClosed();
    const discarded = await client.register.discard({ sessionId, reason });
    expect(discarded.discarded).toMatchObject({ by: 'Ada Admin', reason });
    expect(discarded.change).toEqual({ kind: 'discarded' });
    expect(await marks()).toEqual([null, null, null]);
    const studentId = students[0]!.id;
    const history = await client.register.history({ sessionId, studentId });
    expect(history.map(({ kind, code }) => [kind, code])).toEqual([
      ['mark', 'P'],
      ['void', null],
    ]);
    expect(history[1]?.reason).toBe(`Did not take place: ${reason}`);
    const { entries } = await client.register.studentHistory({ studentId, range: DAY });
    expect(entries).toMatchObject([{ standing: 'discarded', code: null }]);
    expect(await client.register.list({ range: DAY })).toMatchObject([
      { discarded: { reason }, counts: { present: 0, absent: 0, unmarked: 3 } },
    ]);
    rebuildAttendance(db);
    expect(await marks()).toEqual([null, null, null]);
    expect(await client.register.verify()).toMatchObject({ kind: 'intact' });
    await expect(
      client.exports.run({ what: 'class', classId: discarded.classId, range: DAY, format: 'csv' }),
    ).rejects.toMatchObject({ code: 'NOTHING_TO_EXPORT' });
  });

  it('cannot be marked or discarded again', async () => {
    const { client, sessionId, students } = await withClosed();
    await client.register.discard({ sessionId, reason });
    const studentId = students[0]!.id;
    for (const attempt of [
      client.register.discard({ sessionId, reason }),
      client.register.mark({ sessionId, studentId, code: 'P', reason: 'came' }),
      client.register.unmark({ sessionId, studentId, reason: 'came' }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'SESSION_DISCARDED' });
    }
  });

  it('that is taken back has the marks it had, as they were made', async () => {
    const { client, sessionId, marks, db } = await withClosed();
    const before = await marks();
    await client.register.discard({ sessionId, reason });
    const after = await client.register.reinstate({ sessionId });
    expect(after.discarded).toBeNull();
    const facts = (all: Awaited<ReturnType<typeof marks>>) =>
      all.map((mark) => mark && { ...mark, eventId: null });
    expect(facts(await marks())).toEqual(facts(before));
    expect(before[1]).toBeNull();
    expect(keptTotals(db)).toEqual(countTotals(db));
    expect(await client.register.verify()).toMatchObject({ kind: 'intact' });
    await client.register.discard({ sessionId, reason });
    await client.register.reinstate({ sessionId });
    expect(facts(await marks())).toEqual(facts(before));
  });

  it('that was open is closed without absences, gives way to another, and opens again', async () => {
    const register = await createTestRegister();
    const { client } = register;
    const { classId, subjectId } = await createTestClass(client);
    const { id: sessionId } = await client.register.start({ classId, subjectId });
    await client.register.discard({ sessionId, reason: 'Started by mistake' });
    expect(await client.register.open()).toEqual([]);
    const other = await client.register.start({ classId, subjectId });
    await expect(client.register.reinstate({ sessionId })).rejects.toMatchObject({
      code: 'SESSION_OPEN',
      data: { sessionId: other.id },
    });
    await client.register.end({ sessionId: other.id });
    expect(await client.register.reinstate({ sessionId })).toMatchObject({ endedAt: null });
  });

  it('is for its teacher and for admins to say and to take back', async () => {
    const register = await createTestRegister();
    const { classId, subjectId } = await createTestClass(register.client);
    const ann = await register.signInAs('teacher', 'ann');
    const bea = await register.signInAs('teacher', 'bea');
    const { id: sessionId } = await ann.client.register.start({ classId, subjectId });
    await expect(bea.client.register.discard({ sessionId, reason })).rejects.toMatchObject({
      code: 'NOT_OWN_REGISTER',
    });
    await ann.client.register.discard({ sessionId, reason });
    await expect(bea.client.register.reinstate({ sessionId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await ann.client.register.reinstate({ sessionId });
    await ann.client.register.discard({ sessionId, reason });
    await register.client.register.reinstate({ sessionId });
  });

  it('cannot be made one behind the program’s back', async () => {
    const { client, db, sessionId } = await withClosed();
    db.update(sessions)
      .set({ discardedAt: 1, discardReason: reason })
      .where(eq(sessions.id, sessionId))
      .run();
    expect(await client.register.verify()).toMatchObject({
      kind: 'broken',
      at: { problem: 'discarded' },
    });
  });

  it('leaves its lesson to be taken, and is not taken back beside another register of it', async () => {
    const { client, admin } = await createTestRegister();
    const { classId, subjectId } = await createTestClass(client);
    const { id: lessonId } = await client.timetable.addLesson({
      weekday: 1,
      startsAt: 540,
      endsAt: 585,
      classId,
      subjectId,
      teacherId: admin.id,
      room: null,
      from: '2026-01-05',
      to: null,
    });
    const { id: sessionId } = await client.register.start({ classId, subjectId, lessonId });
    await client.register.discard({ sessionId, reason });
    const again = await client.register.start({ classId, subjectId, lessonId });
    await client.register.end({ sessionId: again.id });
    await expect(client.register.reinstate({ sessionId })).rejects.toMatchObject({
      code: 'LESSON_TAKEN',
      data: { sessionId: again.id },
    });
  });
});
