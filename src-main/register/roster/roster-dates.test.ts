import { describe, expect, it } from 'vitest';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { countTotals, keptTotals } from '../log/totals.queries.ts';

const DAY_MS = 24 * 3_600_000;
const RANGE = { from: '2026-03-01', to: '2026-03-31' };

/** A register on Monday, 2 March 2026, closed with everyone absent but the third; then it is Monday, 9 March. */
async function aWeekLater() {
  const register = await createTestRegister();
  const made = await createTestClass(register.client);
  const { client, platform } = register;
  const { classId, subjectId, students } = made;
  const { id: sessionId } = await client.register.start({ classId, subjectId });
  await client.register.mark({ sessionId, studentId: students[2]!.id, code: 'P' });
  await client.register.end({ sessionId });
  platform.clock.advance(7 * DAY_MS);
  const [late, , seen] = students.map(({ id }) => id);
  const read = () => client.register.get({ sessionId });
  const historyOf = async (studentId: string) =>
    (await client.register.studentHistory({ studentId, range: RANGE })).entries;
  return { ...register, ...made, sessionId, late: late!, seen: seen!, read, historyOf };
}

describe('a student who joined later than a register', () => {
  it('is not in class on it: no absence counts, and the history says so', async () => {
    const { client, late, read, historyOf, db } = await aWeekLater();
    await client.people.students.setClassFrom({ id: late, day: '2026-03-03' });
    const session = await read();
    expect(session.roster.map(({ fullName }) => fullName)).toEqual(['Pupil 02', 'Pupil 03']);
    expect(session.notInClass).toMatchObject([{ studentId: late, fullName: 'Pupil 01' }]);
    expect(await historyOf(late)).toMatchObject([{ standing: 'notInClass', code: null }]);
    expect(await client.register.list({ range: RANGE })).toMatchObject([
      { counts: { present: 1, absent: 1, unmarked: 0 } },
    ]);
    expect(keptTotals(db)).toEqual(countTotals(db));
    expect(await client.register.verify()).toMatchObject({ kind: 'intact' });
    await expect(
      client.register.mark({
        sessionId: session.id,
        studentId: late,
        code: 'P',
        reason: 'was there',
      }),
    ).rejects.toMatchObject({ code: 'NOT_ON_ROSTER' });
  });

  it('is absent again once the date is put back', async () => {
    const { client, late, read } = await aWeekLater();
    await client.people.students.setClassFrom({ id: late, day: '2026-03-03' });
    await client.people.students.setClassFrom({ id: late, day: '2026-02-02' });
    const session = await read();
    expect(session.notInClass).toEqual([]);
    expect(session.roster[0]).toMatchObject({
      studentId: late,
      mark: { code: 'A', method: 'rule' },
    });
  });

  it('stays on it where somebody saw the student there', async () => {
    const { client, seen, read } = await aWeekLater();
    await client.people.students.setClassFrom({ id: seen, day: '2026-03-03' });
    const session = await read();
    expect(session.notInClass).toEqual([]);
    expect(session.roster[2]).toMatchObject({ studentId: seen, mark: { code: 'P' } });
  });

  it('stays on it where somebody saw the student there, also while it is discarded', async () => {
    const { client, seen, late, sessionId, read } = await aWeekLater();
    await client.register.discard({ sessionId, reason: 'Wrong class' });
    for (const id of [seen, late]) {
      await client.people.students.setClassFrom({ id, day: '2026-03-03' });
    }
    await client.register.reinstate({ sessionId });
    const { roster, notInClass } = await read();
    expect(notInClass).toMatchObject([{ studentId: late }]);
    expect(roster.map(({ mark }) => mark?.code)).toEqual(['A', 'P']);
  });

  it('keeps to it through a discard and its taking back', async () => {
    const { client, late, sessionId, read } = await aWeekLater();
    await client.register.discard({ sessionId, reason: 'Wrong class' });
    await client.people.students.setClassFrom({ id: late, day: '2026-03-03' });
    await client.register.reinstate({ sessionId });
    expect((await read()).notInClass).toMatchObject([{ studentId: late }]);
    await client.people.students.setClassFrom({ id: late, day: '2026-03-01' });
    expect((await read()).roster[0]?.mark).toMatchObject({ code: 'A' });
  });
});

describe('a move to another class', () => {
  it('is from the day given, and past registers of the old class follow', async () => {
    const { client, late, read } = await aWeekLater();
    const other = await createTestClass(client, { name: '9C', students: 0 });
    await client.people.students.update({
      id: late,
      classId: other.classId,
      classFrom: '2026-03-02',
    });
    expect(await client.people.students.memberships({ id: late })).toMatchObject([
      { className: '9C', from: '2026-03-02', to: null },
    ]);
    expect((await read()).notInClass).toMatchObject([{ studentId: late }]);
    expect(await client.activity.list({ kinds: ['membershipChanged'] })).toMatchObject([
      { studentId: late, detail: { className: '9C', from: '2026-03-02' } },
    ]);
  });

  it('is never in the future, and a joining neither', async () => {
    const { client, late, classId } = await aWeekLater();
    const { students } = client.people;
    const future = { code: 'INVALID', data: { why: 'futureDay' } };
    await expect(students.setClassFrom({ id: late, day: '2026-03-10' })).rejects.toMatchObject(
      future,
    );
    await expect(
      students.update({ id: late, classId, classFrom: '2026-03-10' }),
    ).rejects.toMatchObject(future);
    const joining = { studentNumber: '99', fullName: 'Nia Low', classId, email: null };
    await expect(students.create({ ...joining, classFrom: '2026-03-10' })).rejects.toMatchObject(
      future,
    );
    const { id } = await students.create({ ...joining, classFrom: '2026-03-04' });
    expect(await students.memberships({ id })).toMatchObject([{ from: '2026-03-04', to: null }]);
  });
});

it('a student who is archived stays on the registers taken before', async () => {
  const { client, late, read } = await aWeekLater();
  await client.people.students.update({ id: late, archived: true });
  const session = await read();
  expect(session.roster).toHaveLength(3);
  expect(session.notInClass).toEqual([]);
});
