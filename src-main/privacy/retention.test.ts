import { sql } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import type { RetentionRules } from '#shared/privacy/retention.ts';
import { holdsVector, plainPages, textsIn } from '#tests/unit/support/plain-view.ts';
import {
  createEnrolledClass,
  createTestClass,
  proposalOf,
} from '#tests/unit/support/test-class.ts';
import { faceOf } from '#tests/unit/support/test-faces.ts';
import { importStudents } from '#tests/unit/support/test-import.ts';
import { createTestRegister, type TestRegister } from '#tests/unit/support/test-register.ts';
import { fileOf } from '#tests/unit/support/test-workbook.ts';
import { registerFiles } from '../app/register-files.ts';
import { retainIfDue } from './retention-schedule.ts';
import { readTombstones } from './tombstones.ts';

const NEVER: RetentionRules = {
  unusedFaces: null,
  formerStudents: null,
  activity: null,
  importCopies: null,
  absenceReasons: null,
};

/** Sets the clock to eight in the morning of a day and lets the rules be applied, as at a start. */
async function runOn({ platform, host }: TestRegister, day: string): Promise<void> {
  platform.clock.set(Date.parse(`${day}T08:00:00Z`));
  await retainIfDue(host.register(), platform);
}

function* daysFrom(first: string, count: number) {
  for (let day = 0; day < count; day += 1) {
    yield new Date(Date.parse(first) + day * 86_400_000).toISOString().slice(0, 10);
  }
}

async function runDaily(register: TestRegister, first: string, count: number): Promise<void> {
  for (const day of daysFrom(first, count)) await runOn(register, day);
}

/** A class of two, enrolled on 2 March 2026, the first of them recognised in September. */
async function twoEnrolled() {
  const register = await createTestRegister();
  const { client, platform } = register;
  const made = await createEnrolledClass(register, { students: 2 });
  const { classId, subjectId } = made;
  platform.clock.set(Date.parse('2026-09-10T09:00:00Z'));
  const { id: sessionId } = await client.register.start({ classId, subjectId });
  const marked = await client.register.propose(proposalOf(register, sessionId, 1));
  expect(marked.kind).toBe('marked');
  await client.register.end({ sessionId });
  const [seen, unseen] = made.students.map(({ id }) => id) as [string, string];
  const facesOf = async (studentId: string) =>
    (await client.enrolment.templates({ studentId })).length;
  return { ...register, classId, subjectId, seen, unseen, facesOf };
}

describe('faces that are not recognised any more', () => {
  test('are erased after a year, a fortnight after the notice, and the register says so', async () => {
    const register = await twoEnrolled();
    const { client, unseen, seen, facesOf } = register;
    await runDaily(register, '2027-02-10', 5);
    expect(await client.privacy.retentionNotices()).toEqual({ students: 0, eraseOn: null });
    await runDaily(register, '2027-02-15', 15);
    expect(await client.privacy.retentionNotices()).toEqual({ students: 1, eraseOn: '2027-03-02' });
    expect(await facesOf(unseen)).toBe(5);
    await runOn(register, '2027-03-02');
    expect([await facesOf(unseen), await facesOf(seen)]).toEqual([0, 5]);
    const { lastRemoval, plan } = await client.privacy.retention();
    expect(lastRemoval?.removed).toMatchObject({ unusedFaces: 1, formerStudents: 0 });
    expect(plan.students).toEqual([]);
    const [entry] = await client.activity.list({ kinds: ['templatesErased'] });
    expect(entry).toMatchObject({ actor: null, studentId: unseen });
    const [consent] = await client.enrolment.consents({ studentId: unseen });
    expect(consent?.withdrawnAt).toBeNull();
    expect(holdsVector(plainPages(register), faceOf(2))).toBe(false);
  });

  test('stay when an admin keeps them, and go when the admin lets go', async () => {
    const register = await twoEnrolled();
    const { client, unseen, facesOf } = register;
    await runDaily(register, '2027-02-10', 12);
    const choice = { studentId: unseen, rule: 'unusedFaces' as const };
    await client.privacy.keepStudent({ ...choice, keep: true });
    await runDaily(register, '2027-02-22', 20);
    expect(await facesOf(unseen)).toBe(5);
    const { plan } = await client.privacy.retention();
    expect(plan.students.map(({ studentId, kept }) => [studentId, kept])).toEqual([[unseen, true]]);
    await client.privacy.keepStudent({ ...choice, keep: false });
    await runOn(register, '2027-03-14');
    expect(await facesOf(unseen)).toBe(0);
  });

  test('stay when the student is recognised after the notice', async () => {
    const register = await twoEnrolled();
    const { client, platform, classId, subjectId, unseen, facesOf } = register;
    await runDaily(register, '2027-02-16', 4);
    platform.clock.set(Date.parse('2027-02-20T09:00:00Z'));
    const { id: sessionId } = await client.register.start({ classId, subjectId });
    await client.register.propose(proposalOf(register, sessionId, 2));
    await client.register.end({ sessionId });
    await runDaily(register, '2027-02-21', 20);
    expect(await facesOf(unseen)).toBe(5);
    expect(await client.privacy.retentionNotices()).toEqual({ students: 0, eraseOn: null });
  });

  test('get a fortnight however long ago they were due, and never go in the first days after a break', async () => {
    const register = await twoEnrolled();
    const { unseen, seen, facesOf } = register;
    await runOn(register, '2028-06-01');
    await runDaily(register, '2028-08-01', 3);
    expect(await facesOf(unseen)).toBe(5);
    await runOn(register, '2028-08-04');
    expect([await facesOf(unseen), await facesOf(seen)]).toEqual([0, 0]);
  });

  test('stay when the clock was only set to another year', async () => {
    const register = await twoEnrolled();
    const { client, unseen, facesOf } = register;
    await runDaily(register, '2026-10-01', 3);
    await runDaily(register, '2035-10-01', 2);
    await runDaily(register, '2026-10-05', 30);
    expect(await facesOf(unseen)).toBe(5);
    expect(await client.privacy.retentionNotices()).toEqual({ students: 0, eraseOn: null });
  });
});

describe('no rule is applied', () => {
  test('while a register is open; it is once that is closed', async () => {
    const register = await twoEnrolled();
    const { client, platform, classId, subjectId, unseen, facesOf } = register;
    await runDaily(register, '2027-02-10', 20);
    platform.clock.set(Date.parse('2027-03-02T07:00:00Z'));
    const { id: sessionId } = await client.register.start({ classId, subjectId });
    await runOn(register, '2027-03-02');
    expect(await facesOf(unseen)).toBe(5);
    expect((await client.privacy.retention()).waitsForRegister).toBe(true);
    await client.register.end({ sessionId });
    await runOn(register, '2027-03-02');
    expect(await facesOf(unseen)).toBe(0);
  });

  test('while the clock is in doubt, which is said; it is once the clock is said to be right', async () => {
    const register = await twoEnrolled();
    const { client, platform, host, unseen, facesOf } = register;
    await runDaily(register, '2027-02-10', 20);
    host.lookAtClock();
    platform.clock.jump(3 * 86_400_000);
    host.lookAtClock();
    await runDaily(register, '2027-03-05', 8);
    expect(await facesOf(unseen)).toBe(5);
    const { waitsForClock, lastRunAt } = await client.privacy.retention();
    expect({ waitsForClock, lastRunAt }).toEqual({
      waitsForClock: true,
      lastRunAt: Date.parse('2027-03-01T08:00:00Z'),
    });
    expect(await client.activity.list({ kinds: ['retentionPaused'] })).toHaveLength(1);
    await client.settings.clock.confirm();
    expect((await client.privacy.retention()).waitsForClock).toBe(false);
    await runDaily(register, '2027-03-13', 4);
    expect(await facesOf(unseen)).toBe(0);
    platform.clock.jump(-86_400_000);
    host.lookAtClock();
    await runOn(register, '2027-03-20');
    expect(await client.activity.list({ kinds: ['retentionPaused'] })).toHaveLength(2);
  });

  test('in the first three days after rules were changed', async () => {
    const register = await twoEnrolled();
    const { client, unseen, facesOf } = register;
    await runDaily(register, '2027-02-10', 19);
    const status = await client.privacy.setRetention({ ...NEVER, unusedFaces: 11 });
    expect(status.holdUntil).toBe('2027-03-03');
    await runDaily(register, '2027-03-01', 2);
    expect(await facesOf(unseen)).toBe(5);
    await runOn(register, '2027-03-03');
    expect(await facesOf(unseen)).toBe(0);
  });
});

test('former students lose their identity, and keep their marks, some years after they left', async () => {
  const register = await twoEnrolled();
  const { client, platform, seen, unseen } = register;
  await client.privacy.setRetention({ ...NEVER, formerStudents: 2 });
  const before = await client.people.students.get({ id: seen });
  platform.clock.set(Date.parse('2027-07-15T10:00:00Z'));
  await client.people.students.update({ id: seen, archived: true });
  await runDaily(register, '2029-06-25', 20);
  expect(await client.people.students.get({ id: seen })).toMatchObject({
    fullName: before.fullName,
  });
  await runOn(register, '2029-07-15');
  const { fullName, studentNumber } = await client.people.students.get({ id: seen });
  expect(fullName).toBe('Erased student');
  expect(studentNumber).toMatch(/^erased-/);
  expect((await client.people.students.get({ id: unseen })).archivedAt).toBeNull();
  expect(readTombstones(registerFiles(platform.dataFolder))?.students).toEqual([seen]);
  const [entry] = await client.activity.list({ kinds: ['studentErased'] });
  expect(entry).toMatchObject({ actor: null, studentId: seen });
  expect(entry?.detail.reason).toBe('By the school’s rule for former students');
  const [consent] = await client.enrolment.consents({ studentId: seen });
  expect(consent?.withdrawnAt).toBe(platform.now());
  expect(await client.register.verify()).toMatchObject({ kind: 'intact' });
  expect(textsIn(plainPages(register), [before.studentNumber])).toEqual([]);
  await runDaily(register, '2031-07-16', 20);
  expect(await client.activity.list({ kinds: ['studentErased'] })).toHaveLength(1);
});

test('old activity goes, and what proves an erasure stays', async () => {
  const register = await twoEnrolled();
  const { client, unseen } = register;
  await client.enrolment.withdrawConsent({ studentId: unseen });
  await client.privacy.setRetention({ ...NEVER, activity: 1 });
  const { plan } = await client.privacy.retention();
  expect(plan.activity).toBe(0);
  const before = await client.activity.list({ limit: 500 });
  await runDaily(register, '2027-09-01', 9);
  expect((await client.activity.list({ kinds: ['sessionStarted'] })).length).toBe(1);
  await runOn(register, '2027-09-10');
  const after = await client.activity.list({ limit: 500 });
  expect(after.map(({ kind }) => kind).toSorted()).toEqual([
    'consentWithdrawn',
    'retentionApplied',
    'retentionApplied',
  ]);
  const { lastRemoval } = await client.privacy.retention();
  expect(lastRemoval?.removed.activity).toBeGreaterThan(0);
  expect(before.length).toBeGreaterThan(8);
  expect(await client.register.verify()).toMatchObject({ kind: 'intact' });
});

test('reasons of absences go from the absences and from the activity', async () => {
  const register = await createTestRegister();
  const { client } = register;
  const { students } = await createTestClass(client, { students: 1 });
  const studentId = students[0]?.id ?? '';
  const plan = (day: string, reason: string) =>
    client.absences.create({
      studentId,
      days: { from: day, to: day },
      reason,
      reportedBy: 'Cordelia Featherstonehaugh',
    });
  await plan('2026-03-02', 'Tonsillectomy at the clinic');
  await plan('2026-05-02', 'Wedding in Lisbon');
  await client.privacy.setRetention({ ...NEVER, absenceReasons: 1 });
  await runDaily(register, '2026-04-01', 8);
  const kept = await client.absences.list({ of: 'student', studentId });
  expect(kept.map(({ reason }) => reason)).toEqual(['Wedding in Lisbon', 'no longer kept']);
  const pages = plainPages(register);
  expect(textsIn(pages, ['Tonsillectomy at the clinic', 'Wedding in Lisbon'])).toEqual([
    'Wedding in Lisbon',
  ]);
  const changed = kept[1];
  await client.absences.update({
    id: changed?.id ?? '',
    days: { from: '2026-03-02', to: '2026-03-02' },
    reason: 'Said anew',
    reportedBy: 'Father',
  });
  await runOn(register, '2026-04-09');
  const again = await client.absences.list({ of: 'student', studentId });
  expect(again.map(({ reason }) => reason)).toEqual(['Wedding in Lisbon', 'no longer kept']);
  const entries = await client.activity.list({ kinds: ['absencePlanned'] });
  expect(entries.map(({ detail }) => [detail.from, detail.reason ?? null])).toEqual([
    ['2026-05-02', 'Wedding in Lisbon'],
    ['2026-03-02', null],
  ]);
});

test('a run that removes nothing leaves no entry, and is made once a day', async () => {
  const register = await twoEnrolled();
  const { client, platform } = register;
  await runOn(register, '2026-10-01');
  expect((await client.privacy.retention()).lastRunAt).toBe(platform.now());
  const first = platform.now();
  platform.clock.advance(3_600_000);
  await retainIfDue(register.host.register(), platform);
  expect((await client.privacy.retention()).lastRunAt).toBe(first);
  expect(await client.activity.list({ kinds: ['retentionApplied'] })).toEqual([]);
});

test('rules are looked at and set by admins alone, within bounds, and each change is written down', async () => {
  const register = await createTestRegister();
  const { client, signInAs } = register;
  for (const role of ['teacher', 'office'] as const) {
    const { client: other } = await signInAs(role);
    await expect(other.privacy.retention()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(other.privacy.setRetention(NEVER)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
  await expect(client.privacy.setRetention({ ...NEVER, activity: 0 })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  expect((await client.privacy.retention()).rules).toEqual({ ...NEVER, unusedFaces: 12 });
  await client.privacy.setRetention({ ...NEVER, activity: 5 });
  const written = await client.activity.list({ kinds: ['settingsChanged'] });
  expect(written.map(({ detail }) => [detail.rule, detail.from, detail.to]).toSorted()).toEqual([
    ['activity', null, 5],
    ['unusedFaces', 12, null],
  ]);
});

test('looking ahead names the students and days, and changes nothing', async () => {
  const register = await twoEnrolled();
  const { client, unseen } = register;
  const plan = await client.privacy.planRetention({ ...NEVER, unusedFaces: 6 });
  expect(plan.students).toEqual([
    expect.objectContaining({
      studentId: unseen,
      fullName: 'Pupil 02',
      since: '2026-03-02',
      eraseOn: '2026-09-24',
      kept: false,
    }),
  ]);
  expect((await client.privacy.retention()).rules.unusedFaces).toBe(12);
  const [row] = register.db.all<{ n: number }>(sql`SELECT count(*) n FROM retention_notices`);
  expect(row?.n).toBe(0);
});

test('an open register has its rules applied by itself, and a closed one no more', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  try {
    const { client, platform, host } = await createTestRegister();
    const ranAt = async () => (await client.privacy.retention()).lastRunAt;
    await vi.advanceTimersByTimeAsync(59_000);
    expect(await ranAt()).toBeNull();
    await vi.advanceTimersByTimeAsync(2_000);
    await expect.poll(ranAt).toBe(platform.now());
    const first = platform.now();
    platform.clock.advance(86_400_000);
    expect(await ranAt()).toBe(first);
    await vi.advanceTimersByTimeAsync(15 * 60_000);
    await expect.poll(ranAt).toBe(platform.now());
    host.close();
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test('copies of an import go, and it can then no longer be taken back', async () => {
  const register = await createTestRegister();
  const { client } = register;
  const list = fileOf('Student ID,Name,Class\n1,Ada Lovelace,8B\n', 'list.csv');
  const { done } = await importStudents(client, list);
  await client.privacy.setRetention({ ...NEVER, importCopies: 7 });
  await runDaily(register, '2026-03-03', 7);
  const { lastRemoval } = await client.privacy.retention();
  expect(lastRemoval?.removed.importCopies).toBe(2);
  await expect(client.imports.undo({ id: done.id })).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { what: 'importForgotten' },
  });
  expect(await client.people.students.list({ search: 'Ada' })).toHaveLength(1);
});
