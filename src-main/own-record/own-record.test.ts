import { expect, test } from 'vitest';
import { consentTo, createTestClass, enrol } from '#tests/unit/support/test-class.ts';
import { createTestRegister, TEST_PASSWORD } from '#tests/unit/support/test-register.ts';

const range = { from: '2026-03-02', to: '2026-03-02' };

/** Two students with a register, and the first signed in. */
async function withStudent() {
  const register = await createTestRegister();
  const made = await createTestClass(register.client, { students: 2 });
  const [me, other] = made.students;
  const { id: sessionId } = await register.client.register.start(made);
  await register.client.register.mark({ sessionId, studentId: me!.id, code: 'L' });
  await register.client.register.mark({ sessionId, studentId: other!.id, code: 'P' });
  await register.client.register.end({ sessionId });
  const student = await register.signInAsStudent(me!.id);
  return { ...register, ...made, me: me!, other: other!, sessionId, student };
}

test('a student reads the own marks and nothing of anybody else', async () => {
  const { student, me, other, sessionId } = await withStudent();
  const { entries } = await student.client.ownRecord.history({ range });
  expect(entries).toMatchObject([{ sessionId, code: 'L', subjectName: 'Maths of 8B' }]);
  const everything = JSON.stringify([
    await student.client.ownRecord.get({}),
    entries,
    await student.client.ownRecord.leaderboard({ range }),
    await student.client.accounts.me(),
  ]);
  expect(everything).toContain(me.fullName);
  expect(everything).not.toContain(other.fullName);
  expect(everything).not.toContain(other.id);
});

test('it says what is stored: consents, and how many lists of numbers of the face', async () => {
  const { client, student, me, other } = await withStudent();
  await consentTo(client, other.id);
  expect(await student.client.ownRecord.get({})).toMatchObject({
    student: { fullName: me.fullName, enrolment: 'noConsent', className: '8B' },
    consents: [],
    faceTemplates: { count: 0, since: null },
  });
  await enrol(client, me.id, 1);
  const enrolled = await student.client.ownRecord.get({});
  expect(enrolled).toMatchObject({
    student: { enrolment: 'enrolled' },
    consents: [{ givenBy: 'Test Parent', withdrawnAt: null }],
    faceTemplates: { count: 5 },
  });
  await client.enrolment.withdrawConsent({ studentId: me.id });
  expect((await student.client.ownRecord.get({})).faceTemplates.count).toBe(0);
});

test('the class is shown by points only where the school allows it, without surnames', async () => {
  const { client, student, me } = await withStudent();
  expect(await student.client.ownRecord.leaderboard({ range })).toEqual({ kind: 'off' });
  await client.settings.updateSchool({ leaderboard: true });
  await client.people.students.update({ id: me.id, fullName: 'Dev Rao' });
  expect(await student.client.ownRecord.leaderboard({ range })).toEqual({
    kind: 'on',
    className: '8B',
    students: 2,
    places: [
      { place: 1, name: 'Pupil 0.', points: 1, isMe: false },
      { place: 2, name: 'Dev R.', points: 0.5, isMe: true },
    ],
  });
});

test('a student has one account, under the student’s name, and none once archived', async () => {
  const { client, student, me, connect } = await withStudent();
  const again = { studentId: me.id, username: 'another.one' };
  await expect(client.accounts.createForStudent(again)).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { what: 'studentAccount', name: me.fullName },
  });
  await client.people.students.update({ id: me.id, fullName: 'Dev Rao' });
  expect((await student.client.accounts.me())?.displayName).toBe('Dev Rao');
  await client.people.students.update({ id: me.id, archived: true });
  await expect(student.client.ownRecord.get({})).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
  const credentials = { username: student.account.username, password: TEST_PASSWORD };
  await expect(connect().client.accounts.signIn(credentials)).rejects.toMatchObject({
    code: 'WRONG_CREDENTIALS',
  });
  await expect(client.accounts.createForStudent(again)).rejects.toMatchObject({
    data: { what: 'archivedStudent' },
  });
});

test('a student’s account is made no other, and no other is made a student’s', async () => {
  const { client, student, admin } = await withStudent();
  const { id } = student.account;
  await expect(client.accounts.update({ id, role: 'admin' })).rejects.toMatchObject({
    code: 'INVALID',
    data: { why: 'studentAccount' },
  });
  const asStudent = { id: admin.id, role: 'student' } as unknown as { id: string };
  await expect(client.accounts.update(asStudent)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});
