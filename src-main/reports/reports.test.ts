import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { createTestRegister, type TestRegister } from '#tests/unit/support/test-register.ts';

const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const DAY_MS = 86_400_000;

async function schoolWith(students: number) {
  const register = await createTestRegister();
  return { ...register, ...(await createTestClass(register.client, { students })) };
}
type School = Awaited<ReturnType<typeof schoolWith>>;

/** Takes a register: one letter a student; a dash is left to the rule at closing. */
async function take({ client, students }: School, lesson: Lesson, marks: string): Promise<string> {
  const { id: sessionId } = await client.register.start(lesson);
  for (const [index, code] of [...marks].entries()) {
    const studentId = students[index]!.id;
    if (code !== '-') await client.register.mark({ sessionId, studentId, code });
  }
  await client.register.end({ sessionId });
  return sessionId;
}
type Lesson = { classId: string; subjectId: string };

const tomorrow = ({ platform }: Pick<TestRegister, 'platform'>) => platform.clock.advance(DAY_MS);

it('adds up weeks, hours of the week and statuses', async () => {
  const school = await schoolWith(3);
  await take(school, school, 'PLA');
  school.platform.clock.advance(3_600_000);
  await take(school, school, 'PE-');
  school.platform.clock.advance(7 * DAY_MS);
  await school.client.register.start(school);
  const overview = await school.client.reports.overview({ classId: school.classId, range: MARCH });
  expect(overview).toMatchObject({
    registers: 3,
    unmarked: 3,
    weeks: [{ week: '2026-03-02', present: 3, absent: 2, ignored: 1 }],
    slots: [
      { weekday: 1, hour: 9, present: 2, absent: 1, ignored: 0 },
      { weekday: 1, hour: 10, present: 1, absent: 1, ignored: 1 },
    ],
  });
  expect(Object.fromEntries(overview.statuses.map(({ code, marks }) => [code, marks]))).toEqual({
    P: 2,
    L: 1,
    A: 2,
    E: 1,
  });
});

it('puts a register on the day and hour of the school’s clock', async () => {
  const school = await schoolWith(1);
  school.platform.setUtcOffsetMinutes(330);
  school.platform.clock.set(Date.UTC(2026, 2, 8, 19, 0));
  await take(school, school, 'P');
  const { weeks, slots } = await school.client.reports.overview({ range: MARCH });
  expect(weeks).toMatchObject([{ week: '2026-03-09' }]);
  expect(slots).toMatchObject([{ weekday: 1, hour: 0 }]);
});

it('tells how each student stands, and who was absent three times on end', async () => {
  const school = await schoolWith(2);
  for (const marks of ['PA', 'LA', 'PE', 'AA']) {
    await take(school, school, marks);
    tomorrow(school);
  }
  const report = await school.client.reports.students({ classId: school.classId, range: MARCH });
  expect(report.students).toMatchObject([
    { fullName: 'Pupil 01', className: '8B', present: 3, late: 1, absent: 1, points: 2.5 },
    { fullName: 'Pupil 02', present: 0, late: 0, absent: 3, ignored: 1 },
  ]);
  expect(report.runs).toEqual([
    {
      studentId: school.students[1]!.id,
      registers: 3,
      from: '2026-03-02',
      to: '2026-03-05',
      ongoing: true,
    },
  ]);
});

it('keeps to the subject and the days asked for', async () => {
  const school = await schoolWith(1);
  await take(school, school, 'P');
  const { client, classId } = school;
  const { id: other } = await client.people.subjects.create({ name: 'Drawing' });
  await take(school, { classId, subjectId: other }, 'A');
  const drawing = await client.reports.students({ subjectId: other, range: MARCH });
  expect(drawing.students).toMatchObject([{ present: 0, absent: 1 }]);
  const later = { from: '2026-03-03', to: '2026-03-31' };
  expect(await client.reports.overview({ range: later })).toMatchObject({
    registers: 0,
    weeks: [],
  });
  expect(await client.reports.students({ range: later })).toEqual({ students: [], runs: [] });
});

it('shows a teacher their own classes and registers alone', async () => {
  const school = await schoolWith(1);
  const mine = await school.signInAs('teacher', 'mine');
  const other = await school.signInAs('teacher', 'other');
  const { classId } = school;
  await school.client.people.classes.update({ id: classId, teacherIds: [mine.account.id] });
  await take(school, school, 'A');
  const asked = { classId, range: MARCH };
  expect(await mine.client.reports.overview(asked)).toMatchObject({ registers: 1 });
  for (const refused of [
    other.client.reports.overview(asked),
    other.client.reports.students(asked),
  ]) {
    await expect(refused).rejects.toMatchObject({ code: 'NOT_YOUR_CLASS' });
  }
  expect(await other.client.reports.overview({ range: MARCH })).toMatchObject({ registers: 0 });
  expect(await other.client.reports.onSite()).toMatchObject({ classes: [] });
  expect((await mine.client.reports.onSite()).classes).toHaveLength(1);
});

it('is refused for a class that is not there, and while signed out', async () => {
  const { client, connect } = await createTestRegister();
  const classId = '00000000-0000-7000-8000-000000000000';
  await expect(client.reports.overview({ classId, range: MARCH })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(connect().client.reports.onSite()).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
});

it('knows where everyone was last seen today', async () => {
  const school = await schoolWith(5);
  const { client, platform } = school;
  await take(school, school, 'PPPPP');
  tomorrow(school);
  await take(school, school, 'PPAE');
  const first = platform.now();
  platform.clock.advance(3_600_000);
  const { id: sessionId } = await client.register.start(school);
  await client.register.mark({ sessionId, studentId: school.students[1]!.id, code: 'A' });
  const { at, classes } = await client.reports.onSite();
  expect(at).toBe(platform.now());
  expect(classes).toMatchObject([{ className: '8B' }]);
  const place = {
    className: '8B',
    subjectName: 'Maths of 8B',
    teacherName: 'Ada Admin',
    room: null,
    at: first,
  };
  expect(classes[0]!.students.map(({ standing }) => standing)).toEqual([
    { kind: 'present', place },
    { kind: 'presentEarlier', place, missedAt: platform.now() },
    { kind: 'absent', at: first },
    { kind: 'excused', at: first },
    { kind: 'absent', at: first },
  ]);
});

it('says not seen of whoever no register of today names', async () => {
  const school = await schoolWith(1);
  await take(school, school, 'P');
  tomorrow(school);
  const { classes } = await school.client.reports.onSite();
  expect(classes[0]!.students).toMatchObject([{ standing: { kind: 'notMarked' } }]);
});

it('saves the window as a PDF, notes it, and shows the file', async () => {
  const { client, platform } = await createTestRegister();
  const path = join(platform.dataFolder, 'report.pdf');
  platform.saveFileAs(path);
  const saved = await client.reports.savePdf({ title: '8B, March' });
  expect(saved).toEqual({ kind: 'saved', path });
  expect(readFileSync(path, 'latin1')).toMatch(/^%PDF/);
  const [noted] = await client.activity.list({ kinds: ['exported'] });
  expect(noted?.detail).toEqual({ what: 'report', title: '8B, March', format: 'pdf' });
  await client.exports.reveal({ path });
});

it('leaves no file when saving a PDF is cancelled or cannot be', async () => {
  const { client, platform } = await createTestRegister();
  platform.saveFileAs(null);
  expect(await client.reports.savePdf({ title: '8B' })).toEqual({ kind: 'cancelled' });
  const path = join(platform.dataFolder, 'no such folder', 'report.pdf');
  platform.saveFileAs(path);
  await expect(client.reports.savePdf({ title: '8B' })).rejects.toMatchObject({ code: 'INVALID' });
  expect(existsSync(path)).toBe(false);
  expect(await client.activity.list({ kinds: ['exported'] })).toEqual([]);
});

it('leaves out a register that did not take place', async () => {
  const school = await schoolWith(1);
  const sessionId = await take(school, school, 'A');
  await school.client.register.discard({ sessionId, reason: 'fire drill' });
  const asked = { classId: school.classId, range: MARCH };
  expect(await school.client.reports.overview(asked)).toMatchObject({
    registers: 0,
    unmarked: 0,
    weeks: [],
  });
  expect(await school.client.reports.students(asked)).toEqual({ students: [], runs: [] });
});

it('counts a guest who is on no list among those on site', async () => {
  const school = await schoolWith(1);
  const { id: sessionId } = await school.client.register.start(school);
  await school.client.guests.add({ sessionId, name: 'Boy in green' });
  const { guests } = await school.client.reports.onSite();
  expect(guests).toMatchObject([{ name: 'Boy in green', place: { className: '8B', room: null } }]);
});
