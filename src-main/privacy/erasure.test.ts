import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { consentVersion } from '#shared/enrolment/consent-text.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { holdsVector, plainPages, textsIn } from '#tests/unit/support/plain-view.ts';
import { proposalOf } from '#tests/unit/support/test-class.ts';
import { faceOf, viewsFor } from '#tests/unit/support/test-faces.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { mentions, scrubbedDetail } from './scrub-detail.ts';

const WHO = {
  studentNumber: 'STUDENT-000417',
  fullName: 'Wilhelmina Featherstonehaugh',
  email: 'wilhelmina@example.org',
};
const PARENT = 'Cordelia Featherstonehaugh';
const WHY_AWAY = 'Tonsillectomy at the clinic';
const GUEST_NAME = 'Mina Featherstone';
const PHONE = '+4915112345678';
const USERNAME = 'wilhelmina.f';
const TRACES = [PHONE, USERNAME, ...Object.values(WHO), PARENT, WHY_AWAY, GUEST_NAME];
/** Erased, blanked, or holding the random id alone; see `eraseIdentityIn`. */
const DECIDED = [
  'accounts',
  'activity',
  'attendance',
  'attendance_events',
  'class_memberships',
  'consents',
  'face_renewals',
  'guardians',
  'look_alike_checks',
  'look_alikes',
  'planned_absences',
  'retention_notices',
  'session_guests',
  'session_roster',
  'templates',
];
const REASON = 'Asked for by the parents';

/** A student who has been enrolled, marked by face, reported away and once a guest, and another. */
async function withPast() {
  const register = await createTestRegister();
  const { client, platform } = register;
  const { id: classId } = await client.people.classes.create({ name: '8B', lateAfterMinutes: 10 });
  const { id: subjectId } = await client.people.subjects.create({ name: 'Maths' });
  const { id: studentId } = await client.people.students.create({ ...WHO, classId });
  const other = { studentNumber: '002', fullName: 'Other Pupil', classId, email: null };
  const { id: otherId } = await client.people.students.create(other);
  await client.enrolment.recordConsent({
    studentId,
    givenBy: PARENT,
    relation: 'parent',
    method: 'paper',
    textVersion: consentVersion('en'),
  });
  await client.people.guardians.create({
    studentId,
    name: PARENT,
    relation: 'mother',
    phone: PHONE,
    email: null,
  });
  await client.accounts.createForStudent({ studentId, username: USERNAME });
  const modelId = DESCRIPTOR_MODEL.id;
  await client.enrolment.save({ studentId, modelId, templates: viewsFor(faceOf(1)) });
  const { id: sessionId } = await client.register.start({ classId, subjectId });
  const marked = await client.register.propose(proposalOf(register, sessionId, 1));
  expect(marked).toMatchObject({ kind: 'marked', studentId });
  const day = new Date(platform.now()).toISOString().slice(0, 10);
  await client.absences.create({
    studentId,
    days: { from: day, to: day },
    reason: WHY_AWAY,
    reportedBy: PARENT,
  });
  const erase = (changes: object = {}) =>
    client.privacy.eraseStudent({
      studentId,
      studentNumber: WHO.studentNumber,
      reason: REASON,
      ...changes,
    });
  return { ...register, classId, subjectId, studentId, otherId, sessionId, erase };
}

describe('erasing a student', () => {
  test('leaves no byte of name, number, address, parents, reasons or face in the database', async () => {
    const register = await withPast();
    const { client, sessionId, erase } = register;
    await client.register.end({ sessionId });
    const before = plainPages(register);
    const expected = TRACES.filter((text) => text !== GUEST_NAME);
    expect(textsIn(before, expected)).toEqual(expected);
    expect(holdsVector(before, faceOf(1))).toBe(true);

    expect(await erase()).toEqual({ templatesErased: 5, reasonsKept: 0, backups: 0 });
    const after = plainPages(register);
    expect(textsIn(after, TRACES)).toEqual([]);
    expect(viewsFor(faceOf(1)).some(({ vector }) => holdsVector(after, vector))).toBe(false);
  });

  test('keeps the marks and their chain, so that totals stay true', async () => {
    const { client, sessionId, studentId, otherId, erase } = await withPast();
    await client.register.end({ sessionId });
    const before = await client.register.get({ sessionId });
    await erase();
    const after = await client.register.get({ sessionId });
    const marksOf = ({ roster }: typeof after) =>
      roster.map((entry) => [entry.studentId, entry.mark?.code]).toSorted();
    expect(marksOf(after)).toEqual(marksOf(before));
    const tombstone = after.roster.find((entry) => entry.studentId === studentId);
    expect(tombstone?.fullName).toBe('Erased student');
    expect(after.roster.find((entry) => entry.studentId === otherId)?.fullName).toBe('Other Pupil');
    expect(await client.register.verify()).toMatchObject({ kind: 'intact' });
  });

  test('leaves a tombstone that nobody can search for, and says who erased and why', async () => {
    const { client, sessionId, studentId, erase } = await withPast();
    await client.register.end({ sessionId });
    await erase();
    const found = await client.people.students.list({
      search: 'Wilhelmina',
      includeArchived: true,
    });
    expect(found).toEqual([]);
    const student = await client.people.students.get({ id: studentId });
    expect(student).toMatchObject({ fullName: 'Erased student', email: null });
    expect(student.studentNumber).toMatch(/^erased-[0-9a-f]{12}$/);
    expect(student.archivedAt).not.toBeNull();
    const [entry] = await client.activity.list({ kinds: ['studentErased'] });
    expect(entry).toMatchObject({ studentId, actor: 'Ada Admin', detail: { reason: REASON } });
    const [consent] = await client.enrolment.consents({ studentId });
    expect(consent).toMatchObject({ givenBy: 'Erased student', relation: 'parent' });
    expect(consent?.withdrawnAt).not.toBeNull();
  });

  test('is refused with another number, with a name in the reason, and while a register is open', async () => {
    const { client, sessionId, studentId, erase } = await withPast();
    await expect(erase({ studentNumber: '002' })).rejects.toMatchObject({
      data: { why: 'numberDiffers' },
    });
    await expect(erase({ reason: `About ${WHO.fullName}` })).rejects.toMatchObject({
      data: { why: 'reasonNames' },
    });
    await expect(erase()).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { what: 'openSession' },
    });
    await client.register.end({ sessionId });
    expect(await client.people.students.get({ id: studentId })).toMatchObject(WHO);
    await erase({ studentNumber: 'student-000417' });
  });

  test('says how many reasons stay with the marks, and how many backups hold the student', async () => {
    const { client, sessionId, studentId, erase } = await withPast();
    await client.register.end({ sessionId });
    await client.register.mark({
      sessionId,
      studentId,
      code: 'L',
      reason: `${WHO.fullName} came late`,
    });
    await client.backup.make();
    expect(await erase()).toMatchObject({ reasonsKept: 1, backups: 1 });
  });

  test('is for admins alone', async () => {
    const { signInAs, studentId } = await withPast();
    const teacher = await signInAs('teacher');
    const { studentNumber } = WHO;
    await expect(
      teacher.client.privacy.eraseStudent({ studentId, studentNumber, reason: REASON }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

test('every table that knows students is one that an erasure has been decided for', async () => {
  const { db } = await createTestRegister();
  const found = db.all<{ name: string }>(sql`
    SELECT DISTINCT t.name FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) k
    WHERE t.type = 'table' AND k."table" IN ('students', 'session_roster') ORDER BY t.name`);
  expect(
    found.map(({ name }) => name),
    'Say in eraseIdentityIn what becomes of a new table about students, then add it here.',
  ).toEqual(DECIDED);
});

test('a fact stays when it is a figure or a word of the app, and goes when somebody typed it', () => {
  const detail = { code: 'L', score: 0.9, reason: 'Ill', name: 'Lena', reportedBy: 'Her mother' };
  expect(scrubbedDetail(detail)).toEqual({ code: 'L', score: 0.9 });
});

test('a short name is looked for as a whole, a longer one anywhere', () => {
  expect(mentions('With AL and others', ['Al'])).toBe(false);
  expect(mentions('al', ['Al'])).toBe(true);
  expect(mentions('asked by alina novak', ['Alina Novak'])).toBe(true);
});
