import { describe, expect, it } from 'vitest';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';

/** The test clock stands at nine on Monday, 2 March 2026. */
const TODAY = '2026-03-02';

async function withLesson() {
  const register = await createTestRegister();
  const made = await createTestClass(register.client);
  const { timetable } = register.client;
  const input = {
    weekday: 1,
    startsAt: 535,
    endsAt: 580,
    classId: made.classId,
    subjectId: made.subjectId,
    teacherId: register.admin.id,
    room: 'Room 4',
    from: '2026-01-05',
    to: null,
  };
  const lesson = await timetable.addLesson(input);
  const on = async (day: string) => {
    const [found] = await timetable.days({ range: { from: day, to: day } });
    return found!;
  };
  return { ...register, ...made, timetable, input, lesson, on };
}

describe('a class on the timetable', () => {
  it('is open to who gives the lesson and to who stands in for them, and to nobody else', async () => {
    const { client, platform, classId, subjectId, input, signInAs } = await withLesson();
    const [anna, ben, cleo, dora] = [
      await signInAs('teacher', 'anna'),
      await signInAs('teacher', 'ben'),
      await signInAs('teacher', 'cleo'),
      await signInAs('teacher', 'dora'),
    ];
    await client.people.classes.update({ id: classId, teacherIds: [anna.account.id] });
    const theirs = { ...input, startsAt: 600, endsAt: 645, teacherId: ben.account.id, to: TODAY };
    const { id: lessonId } = await client.timetable.addLesson(theirs);
    const day = { from: TODAY, to: TODAY };
    const target = { kind: 'teacher', accountId: ben.account.id } as const;
    await client.accounts.grantSubstitution({ accountId: cleo.account.id, target, days: day });
    const seen = async (of: typeof ben) => ({
      classes: (await of.client.people.classes.list({})).length,
      lessons: (await of.client.timetable.days({ range: day }))[0]!.lessons.length,
    });
    expect(await seen(ben)).toEqual({ classes: 1, lessons: 2 });
    expect(await seen(cleo)).toEqual({ classes: 1, lessons: 2 });
    expect(await seen(dora)).toEqual({ classes: 0, lessons: 0 });
    const started = await cleo.client.register.start({ classId, subjectId, lessonId });
    await cleo.client.register.end({ sessionId: started.id });
    await expect(dora.client.register.start({ classId, subjectId })).rejects.toMatchObject({
      code: 'NOT_YOUR_CLASS',
    });
    platform.clock.advance(86_400_000);
    expect((await seen(ben)).classes).toBe(0);
  });
});

describe('why a lesson was not held', () => {
  it('is read by who sees its class, and by nobody else', async () => {
    const { client, classId, lesson, timetable, signInAs } = await withLesson();
    const anna = await signInAs('teacher', 'anna');
    const dora = await signInAs('teacher', 'dora');
    await client.people.classes.update({ id: classId, teacherIds: [anna.account.id] });
    const of = { lessonId: lesson.id, day: TODAY };
    await timetable.setNotHeld({ ...of, reason: 'In hospital' });
    await timetable.clearNotHeld(of);
    const kinds = async (reader: typeof anna) =>
      (await reader.client.activity.list({})).map(({ kind }) => kind);
    expect(await kinds(anna)).toEqual(['notHeldTakenBack', 'notHeld']);
    expect(await kinds(dora)).toEqual([]);
  });
});

describe('terms and holidays', () => {
  it('keep a day from being a school day, and terms do not overlap', async () => {
    const { timetable, on } = await withLesson();
    const spring = await timetable.saveTerm({
      name: 'Spring',
      from: '2026-01-05',
      to: '2026-03-27',
    });
    await expect(
      timetable.saveTerm({ name: 'Summer', from: '2026-03-27', to: '2026-06-30' }),
    ).rejects.toMatchObject({ code: 'OVERLAP', data: { name: 'Spring', to: '2026-03-27' } });
    await timetable.saveTerm({ ...spring, to: '2026-03-20' });
    await timetable.saveTerm({ name: 'Summer', from: '2026-03-27', to: '2026-06-30' });
    expect((await on('2026-03-23')).noSchool).toEqual({ kind: 'outsideTerms' });
    expect((await on(TODAY)).noSchool).toBeNull();
    const holiday = await timetable.saveHoliday({ name: 'Holi', from: TODAY, to: '2026-03-04' });
    expect((await on(TODAY)).noSchool).toEqual({ kind: 'holiday', name: 'Holi' });
    await timetable.removeHoliday({ id: holiday.id });
    expect((await on(TODAY)).noSchool).toBeNull();
  });

  it('refuse days the wrong way round and ids that are not there', async () => {
    const { timetable } = await withLesson();
    await expect(
      timetable.saveHoliday({ name: 'Backwards', from: '2026-03-04', to: '2026-03-02' }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(
      timetable.removeTerm({ id: '00000000-0000-7000-8000-000000000000' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are for admins to change and for every teacher to read', async () => {
    const { signInAs, input, lesson } = await withLesson();
    const { client } = await signInAs('teacher');
    const { timetable } = client;
    const days = { name: 'Mine', from: TODAY, to: TODAY };
    for (const attempt of [
      timetable.saveTerm(days),
      timetable.saveHoliday(days),
      timetable.addLesson(input),
      timetable.changeLesson({ id: lesson.id, lesson: input }),
      timetable.removeLesson({ id: lesson.id, from: TODAY }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await timetable.calendar()).toEqual({ terms: [], holidays: [] });
    expect(await timetable.days({ range: { from: TODAY, to: TODAY } })).toHaveLength(1);
  });
});

describe('a lesson', () => {
  it('is held on its weekday from its first day on', async () => {
    const { on, lesson } = await withLesson();
    expect((await on('2026-01-05')).lessons).toMatchObject([
      { id: lesson.id, fate: { kind: 'none' } },
    ]);
    expect((await on('2025-12-29')).lessons).toEqual([]);
    expect((await on('2026-03-03')).lessons).toEqual([]);
    const [today] = (await on(TODAY)).lessons;
    expect(today?.beginsAt).toBe(Date.UTC(2026, 2, 2, 8, 55));
    expect(today?.finishesAt).toBe(Date.UTC(2026, 2, 2, 9, 40));
  });

  it('begins by the clocks of the school', async () => {
    const { on, platform } = await withLesson();
    platform.setUtcOffsetMinutes(330);
    expect((await on(TODAY)).lessons[0]?.beginsAt).toBe(Date.UTC(2026, 2, 2, 3, 25));
  });

  it('is refused where class, teacher or room are taken, naming the other lesson', async () => {
    const { client, timetable, input, signInAs } = await withLesson();
    await expect(
      timetable.addLesson({ ...input, startsAt: 570, endsAt: 600 }),
    ).rejects.toMatchObject({
      code: 'CLASH',
      data: { what: 'class', className: '8B', startsAt: 535, room: 'Room 4' },
    });
    const other = await createTestClass(client, { name: '9C' });
    const elsewhere = { ...input, classId: other.classId, room: null };
    await expect(timetable.addLesson(elsewhere)).rejects.toMatchObject({
      code: 'CLASH',
      data: { what: 'teacher', teacherName: 'Ada Admin' },
    });
    const { account } = await signInAs('teacher');
    const others = { ...elsewhere, teacherId: account.id };
    await expect(timetable.addLesson({ ...others, room: 'room  4' })).rejects.toMatchObject({
      code: 'CLASH',
      data: { what: 'room' },
    });
    await timetable.addLesson(others);
  });

  it('changes from a day on and stays as it was before', async () => {
    const { timetable, on, lesson, input } = await withLesson();
    const moved = { ...input, startsAt: 600, endsAt: 645, room: null, from: '2026-03-16' };
    const after = await timetable.changeLesson({ id: lesson.id, lesson: moved });
    expect((await on('2026-03-09')).lessons).toMatchObject([
      { id: lesson.id, startsAt: 535, room: 'Room 4', to: '2026-03-15' },
    ]);
    expect((await on('2026-03-16')).lessons).toMatchObject([
      { id: after.id, startsAt: 600, room: null, to: null },
    ]);
    await timetable.removeLesson({ id: after.id, from: '2026-03-30' });
    expect((await on('2026-03-23')).lessons).toHaveLength(1);
    expect((await on('2026-03-30')).lessons).toEqual([]);
  });

  it('is replaced as a whole by a change from its first day, and a clash leaves it as it was', async () => {
    const { client, timetable, on, lesson, input, admin } = await withLesson();
    const other = await createTestClass(client, { name: '9C' });
    await timetable.addLesson({
      ...input,
      classId: other.classId,
      teacherId: admin.id,
      room: null,
      startsAt: 600,
      endsAt: 645,
    });
    const change = { id: lesson.id, lesson: { ...input, startsAt: 600, endsAt: 645 } };
    await expect(timetable.changeLesson(change)).rejects.toMatchObject({ code: 'CLASH' });
    expect((await on(TODAY)).lessons.map(({ id }) => id)).toContain(lesson.id);
    await timetable.changeLesson({
      id: lesson.id,
      lesson: { ...input, startsAt: 645, endsAt: 690 },
    });
    expect((await on('2026-01-05')).lessons.map(({ startsAt }) => startsAt)).toEqual([600, 645]);
  });

  it('does not change on a day of which something was recorded', async () => {
    const { client, timetable, lesson, input } = await withLesson();
    const { classId, subjectId } = input;
    await client.register.start({ classId, subjectId, lessonId: lesson.id });
    const used = { code: 'LESSON_IN_USE', data: { lastDay: TODAY } };
    await expect(
      timetable.changeLesson({ id: lesson.id, lesson: { ...input, from: TODAY } }),
    ).rejects.toMatchObject(used);
    await expect(timetable.removeLesson({ id: lesson.id, from: TODAY })).rejects.toMatchObject(
      used,
    );
    await timetable.removeLesson({ id: lesson.id, from: '2026-03-03' });
  });
});

describe('what becomes of a lesson', () => {
  it('is its register, which knows the lesson and when it was to begin', async () => {
    const { client, lesson, input, on, platform } = await withLesson();
    platform.clock.set(Date.UTC(2026, 2, 2, 9, 10));
    const { classId, subjectId } = input;
    const session = await client.register.start({ classId, subjectId, lessonId: lesson.id });
    expect(session).toMatchObject({
      lessonId: lesson.id,
      scheduledAt: Date.UTC(2026, 2, 2, 8, 55),
      startedAt: Date.UTC(2026, 2, 2, 9, 10),
      lateAfterMinutes: 10,
    });
    const sessionId = session.id;
    expect((await on(TODAY)).lessons[0]?.fate).toEqual({ kind: 'open', sessionId });
    await client.register.end({ sessionId });
    expect((await on(TODAY)).lessons[0]?.fate).toEqual({ kind: 'taken', sessionId });
    await expect(
      client.register.start({ classId, subjectId, lessonId: lesson.id }),
    ).rejects.toMatchObject({ code: 'LESSON_TAKEN', data: { sessionId } });
    const unscheduled = await client.register.start({ classId, subjectId });
    expect(unscheduled).toMatchObject({ lessonId: null, scheduledAt: null });
  });

  it('knows no late once the lesson is over', async () => {
    const { client, lesson, input, platform } = await withLesson();
    platform.clock.set(Date.UTC(2026, 2, 2, 9, 40));
    const { classId, subjectId } = input;
    const session = await client.register.start({ classId, subjectId, lessonId: lesson.id });
    expect(session.lateAfterMinutes).toBeNull();
  });

  it('is refused on another day and for another class', async () => {
    const { client, lesson, input, platform } = await withLesson();
    const other = await createTestClass(client, { name: '9C' });
    const { classId, subjectId } = input;
    const { register } = client;
    await expect(
      register.start({ classId: other.classId, subjectId, lessonId: lesson.id }),
    ).rejects.toMatchObject({ code: 'INVALID' });
    platform.clock.advance(24 * 3_600_000);
    await expect(register.start({ classId, subjectId, lessonId: lesson.id })).rejects.toMatchObject(
      {
        code: 'NOT_TODAY',
      },
    );
    expect(await register.open()).toEqual([]);
  });

  it('is that it did not take place, until that is taken back or it is started', async () => {
    const { client, timetable, lesson, input, on } = await withLesson();
    const of = { lessonId: lesson.id, day: TODAY };
    const fate = async () => (await on(TODAY)).lessons[0]?.fate;
    await timetable.setNotHeld({ ...of, reason: 'Excursion' });
    expect(await fate()).toEqual({ kind: 'notHeld', reason: 'Excursion', by: 'Ada Admin' });
    await timetable.clearNotHeld(of);
    expect(await fate()).toEqual({ kind: 'none' });
    await timetable.setNotHeld({ ...of, reason: 'Fire drill' });
    const { classId, subjectId } = input;
    const { id } = await client.register.start({ classId, subjectId, lessonId: lesson.id });
    expect(await fate()).toEqual({ kind: 'open', sessionId: id });
    await expect(timetable.setNotHeld({ ...of, reason: 'Again' })).rejects.toMatchObject({
      code: 'LESSON_TAKEN',
    });
    await expect(
      timetable.setNotHeld({ ...of, day: '2026-03-03', reason: 'Tuesday' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a late rule', () => {
  it('holds from its day on, and a session keeps the one it started with', async () => {
    const { client, platform, classId, subjectId } = await withLesson();
    const { classes } = client.people;
    await classes.update({ id: classId, lateAfterMinutes: 5, lateFrom: '2026-03-03' });
    const first = await client.register.start({ classId, subjectId });
    expect(first.lateAfterMinutes).toBe(10);
    await client.register.end({ sessionId: first.id });
    expect((await classes.list({}))[0]).toMatchObject({
      lateAfterMinutes: 10,
      lateRules: [
        { from: '0001-01-01', lateAfterMinutes: 10 },
        { from: '2026-03-03', lateAfterMinutes: 5 },
      ],
    });
    platform.clock.advance(24 * 3_600_000);
    expect((await classes.list({}))[0]).toMatchObject({ lateAfterMinutes: 5 });
    expect((await client.register.start({ classId, subjectId })).lateAfterMinutes).toBe(5);
    expect((await client.register.get({ sessionId: first.id })).lateAfterMinutes).toBe(10);
  });

  it('that is changed replaces the ones that were to follow', async () => {
    const { client, classId } = await withLesson();
    const { classes } = client.people;
    await classes.update({ id: classId, lateAfterMinutes: 5, lateFrom: '2026-04-01' });
    const changed = await classes.update({ id: classId, lateAfterMinutes: null });
    expect(changed.lateRules.slice(1)).toEqual([{ from: TODAY, lateAfterMinutes: null }]);
  });
});
