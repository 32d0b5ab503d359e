import { describe, expect, test } from 'vitest';
import {
  createEnrolledClass,
  createTestClass,
  proposalOf,
} from '#tests/unit/support/test-class.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';

const DAY_MS = 86_400_000;
const range = { from: '2000-01-01', to: '2100-01-01' };

/** Two teachers and a class that the first one has taken a register of, still open. */
async function twoTeachers() {
  const register = await createTestRegister();
  const { classId, subjectId, students } = await createTestClass(register.client, { students: 2 });
  const anna = await register.signInAs('teacher', 'anna');
  const ben = await register.signInAs('teacher', 'ben');
  const { id: sessionId } = await anna.client.register.start({ classId, subjectId });
  const studentId = students[0]!.id;
  const change = { sessionId, studentId, code: 'E', reason: 'a note from home' };
  return { ...register, anna, ben, classId, subjectId, sessionId, studentId, change };
}

async function todayOf({ platform }: Pick<Awaited<ReturnType<typeof twoTeachers>>, 'platform'>) {
  return new Date(platform.now()).toISOString().slice(0, 10);
}

const notOwn = { code: 'NOT_OWN_REGISTER', data: { teacherName: 'Test teacher' } };

describe('changing a register', () => {
  test('is for whoever takes it and for admins, in everything that changes it', async () => {
    const { client, ben, sessionId, studentId, change } = await twoTeachers();
    const { register } = ben.client;
    const observation = { kind: 'cameraBack' } as const;
    const refused = [
      register.mark(change),
      register.unmark({ sessionId, studentId }),
      register.end({ sessionId }),
      register.gallery({ sessionId }),
      register.observe({ sessionId, observation }),
      register.dismissDoubt({ sessionId, studentIds: [studentId] }),
    ];
    for (const call of refused) await expect(call).rejects.toMatchObject(notOwn);
    expect((await register.get({ sessionId })).change).toEqual({
      kind: 'notOwn',
      teacherName: 'Test teacher',
    });
    expect(await register.open()).toEqual([]);
    await client.register.mark(change);
    expect((await client.register.get({ sessionId })).change).toEqual({ kind: 'allowed' });
  });

  test('takes no face from another teacher', async () => {
    const register = await createTestRegister();
    const { classId, subjectId } = await createEnrolledClass(register, { students: 1 });
    const { id } = await register.client.register.start({ classId, subjectId });
    const { client } = await register.signInAs('teacher');
    await expect(client.register.propose(proposalOf(register, id, 1))).rejects.toMatchObject({
      code: 'NOT_OWN_REGISTER',
    });
  });

  test('tells who has the class’s register open', async () => {
    const { ben, classId, subjectId } = await twoTeachers();
    await expect(ben.client.register.start({ classId, subjectId })).rejects.toMatchObject(notOwn);
  });

  test('ends for teachers some days after closing, never for admins', async () => {
    const { client, platform, anna, change, sessionId } = await twoTeachers();
    await anna.client.register.end({ sessionId });
    platform.clock.advance(7 * DAY_MS);
    await anna.client.register.mark(change);
    platform.clock.advance(1);
    await expect(anna.client.register.mark({ ...change, code: 'P' })).rejects.toMatchObject({
      code: 'CORRECTION_OVER',
      data: { days: 7 },
    });
    expect((await anna.client.register.get({ sessionId })).change).toEqual({
      kind: 'over',
      days: 7,
    });
    await client.settings.updateSchool({ correctionDays: 8 });
    await anna.client.register.mark({ ...change, code: 'P' });
    await client.settings.updateSchool({ correctionDays: 0 });
    await client.register.mark({ ...change, code: 'L' });
  });
});

describe('seeing a class', () => {
  test('is for everyone until somebody is assigned, then for those and for admins', async () => {
    const { client, anna, ben, classId, studentId } = await twoTeachers();
    const seen = async (asker: typeof ben) => [
      (await asker.client.people.classes.list({})).length,
      (await asker.client.people.students.list({})).length,
    ];
    expect(await seen(ben)).toEqual([1, 2]);
    await client.people.classes.update({ id: classId, teacherIds: [anna.account.id] });
    expect(await seen(anna)).toEqual([1, 2]);
    expect(await seen(ben)).toEqual([0, 0]);
    const yours = { code: 'NOT_YOUR_CLASS', data: { className: '8B' } };
    for (const call of [
      ben.client.people.students.get({ id: studentId }),
      ben.client.register.studentHistory({ studentId, range }),
      ben.client.enrolment.consents({ studentId }),
      ben.client.enrolment.templates({ studentId }),
    ]) {
      await expect(call).rejects.toMatchObject(yours);
    }
    expect((await client.people.classes.list({}))[0]?.teachers).toEqual([
      { id: anna.account.id, displayName: 'Test teacher' },
    ]);
  });

  test('goes with its registers, its exports and its activity', async () => {
    const { client, anna, ben, classId, subjectId, sessionId, studentId } = await twoTeachers();
    await anna.client.register.end({ sessionId });
    await client.people.classes.update({ id: classId, teacherIds: [anna.account.id] });
    const { register, exports, activity } = ben.client;
    expect(await register.list({ range })).toEqual([]);
    expect(await activity.list({})).toEqual([]);
    expect(await anna.client.activity.list({})).not.toEqual([]);
    const yours = { code: 'NOT_YOUR_CLASS' };
    for (const call of [
      register.get({ sessionId }),
      register.history({ sessionId, studentId }),
      register.live({ sessionId }),
      register.start({ classId, subjectId }),
      exports.run({ what: 'session', sessionId, format: 'csv' }),
      exports.run({ what: 'class', classId, range, format: 'csv' }),
    ]) {
      await expect(call).rejects.toMatchObject(yours);
    }
  });

  test('ends a live view that has begun', async () => {
    const { client, anna, ben, classId, sessionId, change } = await twoTeachers();
    const live = await ben.client.register.live({ sessionId });
    await client.register.mark(change);
    expect((await live.next()).done).toBe(false);
    await live.next();
    await client.people.classes.update({ id: classId, teacherIds: [anna.account.id] });
    await client.register.mark({ ...change, code: 'P' });
    await expect(live.next()).rejects.toMatchObject({ code: 'NOT_YOUR_CLASS' });
  });

  test('stays with one’s own registers when somebody else takes over the class', async () => {
    const { client, anna, ben, classId, sessionId, studentId } = await twoTeachers();
    await client.people.classes.update({ id: classId, teacherIds: [ben.account.id] });
    expect(await anna.client.people.classes.list({})).toEqual([]);
    expect(await anna.client.register.list({ range })).toHaveLength(1);
    await anna.client.register.mark({ sessionId, studentId, code: 'P' });
    await anna.client.people.students.get({ id: studentId });
  });
});

describe('a substitute', () => {
  test('takes and corrects for a teacher on the days granted, and no longer', async () => {
    const school = await twoTeachers();
    const { client, platform, anna, ben, classId, subjectId, sessionId, change } = school;
    await client.people.classes.update({ id: classId, teacherIds: [anna.account.id] });
    const day = await todayOf(school);
    const target = { kind: 'teacher', accountId: anna.account.id } as const;
    const granted = await client.accounts.grantSubstitution({
      accountId: ben.account.id,
      target,
      days: { from: day, to: day },
    });
    expect(granted).toMatchObject([{ forAccountName: 'Test teacher', className: null }]);
    await ben.client.register.mark(change);
    await ben.client.register.end({ sessionId });
    const own = await ben.client.register.start({ classId, subjectId });
    await ben.client.register.end({ sessionId: own.id });
    platform.clock.advance(DAY_MS);
    expect(await ben.client.people.classes.list({})).toEqual([]);
    await expect(ben.client.register.mark({ ...change, code: 'P' })).rejects.toMatchObject({
      code: 'NOT_OWN_REGISTER',
    });
    await ben.client.register.mark({ ...change, sessionId: own.id });
  });

  test('for a teacher sees that teacher’s registers of a class that is not theirs any more', async () => {
    const school = await twoTeachers();
    const { client, anna, ben, classId, sessionId, studentId } = school;
    const cleo = await school.signInAs('teacher', 'cleo');
    await client.people.classes.update({ id: classId, teacherIds: [cleo.account.id] });
    const get = () => ben.client.register.get({ sessionId });
    await expect(get()).rejects.toMatchObject({ code: 'NOT_YOUR_CLASS' });
    const day = await todayOf(school);
    const [granted] = await client.accounts.grantSubstitution({
      accountId: ben.account.id,
      target: { kind: 'teacher', accountId: anna.account.id },
      days: { from: day, to: day },
    });
    expect((await get()).change).toEqual({ kind: 'allowed' });
    expect(await ben.client.register.list({ range })).toHaveLength(1);
    expect(await ben.client.activity.list({ sessionId })).not.toEqual([]);
    await ben.client.people.students.get({ id: studentId });
    expect(await ben.client.register.end({ sessionId })).toMatchObject({ id: sessionId });
    const reason = 'Fire drill';
    const discarded = await ben.client.register.discard({ sessionId, reason });
    expect(discarded.discarded).toMatchObject({ reason });
    await client.accounts.revokeSubstitution({ id: granted!.id });
    await expect(ben.client.register.reinstate({ sessionId })).rejects.toMatchObject({
      code: 'NOT_YOUR_CLASS',
    });
    expect(await ben.client.register.list({ range })).toEqual([]);
  });

  test('for a class is ended at once', async () => {
    const school = await twoTeachers();
    const { client, anna, ben, classId, change } = school;
    await client.people.classes.update({ id: classId, teacherIds: [anna.account.id] });
    const day = await todayOf(school);
    const [granted] = await client.accounts.grantSubstitution({
      accountId: ben.account.id,
      target: { kind: 'class', classId },
      days: { from: day, to: day },
    });
    await ben.client.register.mark(change);
    expect(await client.accounts.revokeSubstitution({ id: granted!.id })).toEqual([]);
    await expect(ben.client.register.mark({ ...change, code: 'A' })).rejects.toMatchObject(notOwn);
    const written = await client.activity.list({ kinds: ['accountChanged'] });
    expect(written.slice(0, 2).map(({ detail }) => detail.change)).toEqual([
      'substitutesNoMore',
      'substitutes',
    ]);
  });

  test('is granted by admins alone, for days to come and for somebody else', async () => {
    const school = await twoTeachers();
    const { client, platform, anna, ben } = school;
    const day = await todayOf(school);
    const days = { from: day, to: day };
    const target = { kind: 'teacher', accountId: anna.account.id } as const;
    const grant = { accountId: ben.account.id, target, days };
    await expect(ben.client.accounts.grantSubstitution(grant)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(
      client.accounts.grantSubstitution({ ...grant, accountId: anna.account.id }),
    ).rejects.toMatchObject({ data: { why: 'sameTeacher' } });
    platform.clock.advance(DAY_MS);
    await expect(client.accounts.grantSubstitution(grant)).rejects.toMatchObject({
      data: { why: 'daysOver' },
    });
  });
});
