import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysAfter, dueOn, type RetentionRules } from '#shared/privacy/retention.ts';
import { createTestClass, enrol, proposalOf } from '#tests/unit/support/test-class.ts';
import { createTestRegister, type TestRegister } from '#tests/unit/support/test-register.ts';
import { retainIfDue } from './retention-schedule.ts';

const FIRST_DAY = '2026-03-02';
const STUDENTS = 3;

const offset = fc.integer({ min: 1, max: 500 });
const rules = fc.record({
  unusedFaces: fc.option(fc.integer({ min: 3, max: 12 })),
  formerStudents: fc.option(fc.integer({ min: 1, max: 2 })),
  activity: fc.option(fc.integer({ min: 1, max: 2 })),
  importCopies: fc.constant(null),
  absenceReasons: fc.option(fc.integer({ min: 1, max: 12 })),
});
const story = fc.record({
  /** Days after the first on which a register is taken, and who is recognised there. */
  lessons: fc.array(fc.record({ day: offset, person: fc.integer({ min: 1, max: STUDENTS }) }), {
    maxLength: 4,
  }),
  /** Who leaves after the last of them. */
  leaves: fc.array(fc.boolean(), { minLength: STUDENTS, maxLength: STUDENTS }),
  keeps: fc.array(fc.boolean(), { minLength: STUDENTS, maxLength: STUDENTS }),
  absence: offset,
  rules,
  /** Days between two starts of the app: mostly the next day, at times after holidays. */
  gaps: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.integer({ min: 2, max: 250 }) },
    ),
    { minLength: 10, maxLength: 40 },
  ),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

const at = (day: string, hour = 8) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000;
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

/** What is there now, read past the services. */
function standOf({ db }: TestRegister) {
  const faces = new Set(
    db.all<{ id: string }>(sql`SELECT DISTINCT student_id id FROM templates`).map(({ id }) => id),
  );
  const named = new Set(
    db
      .all<{ id: string }>(sql`SELECT id FROM students WHERE full_name LIKE 'Pupil %'`)
      .map(({ id }) => id),
  );
  const entries = new Map(
    db
      .all<{ id: string; at: number }>(sql`SELECT id, at FROM activity`)
      .map((entry) => [entry.id, entry.at]),
  );
  const [absence] = db.all<{ reason: string }>(sql`SELECT reason FROM planned_absences`);
  const [events] = db.all<{ n: number }>(sql`SELECT count(*) n FROM attendance_events`);
  return { faces, named, entries, reason: absence?.reason, events: events?.n };
}
type Stand = ReturnType<typeof standOf>;

interface Known {
  rules: RetentionRules;
  lastSeen: Map<string, string>;
  leftOn: Map<string, string>;
  kept: ReadonlySet<string>;
  absentOn: string;
  /** By rule and student: the first day on which admins could read the notice. */
  told: Map<string, string>;
}

/** Asserts that something was due, announced a fortnight before, and not kept. */
function mayGo(known: Known, rule: 'unusedFaces' | 'formerStudents', id: string, today: string) {
  const count = known.rules[rule];
  const since = (rule === 'unusedFaces' ? known.lastSeen : known.leftOn).get(id);
  const told = known.told.get(`${rule} ${id}`);
  if (count === null || since === undefined || told === undefined) {
    throw new Error(`Nothing allowed ${rule} of a student to go.`);
  }
  expect(dueOn(rule, since, count) <= today, rule).toBe(true);
  expect(daysAfter(told, 14) <= today, `${rule}: told on ${told}, gone on ${today}`).toBe(true);
  expect(known.kept.has(id) && rule === 'unusedFaces', rule).toBe(false);
}

function check(known: Known, before: Stand, after: Stand, today: string): void {
  for (const id of before.named)
    if (!after.named.has(id)) mayGo(known, 'formerStudents', id, today);
  for (const id of before.faces) if (!after.faces.has(id)) mayGo(known, 'unusedFaces', id, today);
  for (const [id, written] of before.entries) {
    if (after.entries.has(id)) continue;
    const { activity } = known.rules;
    expect(activity !== null && dueOn('activity', dayOf(written), activity) <= today).toBe(true);
  }
  if (before.reason !== after.reason) {
    const { absenceReasons: months } = known.rules;
    const isDue = months !== null && dueOn('absenceReasons', known.absentOn, months) <= today;
    expect(isDue || [...known.leftOn.keys()].some((id) => !after.named.has(id))).toBe(true);
  }
  expect(after.events).toBe(before.events);
}

async function noteWhoIsTold({ client }: TestRegister, known: Known, today: string) {
  const { plan } = await client.privacy.retention();
  for (const { rule, studentId, kept, eraseOn } of plan.students) {
    const key = `${rule} ${studentId}`;
    if (eraseOn > daysAfter(today, 14)) continue;
    if (!known.told.has(key)) known.told.set(key, today);
    if (!kept && rule === 'unusedFaces' && known.kept.has(studentId)) {
      await client.privacy.keepStudent({ studentId, rule, keep: true });
    }
  }
}

/** Lives through the story's lessons, then through the days on which the app is started. */
async function live(register: TestRegister, told: Story): Promise<number> {
  const { client, platform, host } = register;
  const { classId, subjectId, students } = await createTestClass(client, { students: STUDENTS });
  const idOf = (index: number) => students[index]?.id ?? '';
  const known: Known = {
    rules: told.rules,
    lastSeen: new Map(students.map(({ id }) => [id, FIRST_DAY])),
    leftOn: new Map(),
    kept: new Set(students.filter((_, index) => told.keeps[index]).map(({ id }) => id)),
    absentOn: daysAfter(FIRST_DAY, told.absence),
    told: new Map(),
  };
  for (const [index, { id }] of students.entries()) await enrol(client, id, index + 1);
  await client.absences.create({
    studentId: idOf(0),
    days: { from: known.absentOn, to: known.absentOn },
    reason: 'Tonsillectomy',
    reportedBy: 'Mother',
  });
  await client.privacy.setRetention(told.rules);
  const lessons = told.lessons.toSorted((one, other) => one.day - other.day);
  for (const { day, person } of lessons) {
    const date = daysAfter(FIRST_DAY, day);
    platform.clock.set(at(date, 10 + person));
    const { id: sessionId } = await client.register.start({ classId, subjectId });
    const marked = await client.register.propose(proposalOf(register, sessionId, person));
    if (marked.kind === 'marked') known.lastSeen.set(idOf(person - 1), date);
    await client.register.end({ sessionId });
  }
  platform.clock.set(Math.max(platform.now(), at(FIRST_DAY)));
  for (const [index, isLeaving] of told.leaves.entries()) {
    if (!isLeaving) continue;
    await client.people.students.update({ id: idOf(index), archived: true });
    known.leftOn.set(idOf(index), dayOf(platform.now()));
  }
  let gone = 0;
  for (const gap of told.gaps) {
    const today = daysAfter(dayOf(platform.now()), gap);
    platform.clock.set(at(today));
    const before = standOf(register);
    await retainIfDue(host.register(), platform);
    const after = standOf(register);
    check(known, before, after, today);
    gone += before.faces.size - after.faces.size + before.named.size - after.named.size;
    await noteWhoIsTold(register, known, today);
  }
  expect(platform.logged.filter((line) => line.startsWith('error'))).toEqual([]);
  expect(await client.register.verify()).toMatchObject({ kind: 'intact' });
  return gone;
}

test('nothing goes that the rules keep, whatever the rules and the days', {
  timeout: 240_000,
}, async () => {
  let gone = 0;
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      gone += await live(await createTestRegister(), told);
    }),
    { numRuns: 25, endOnFailure: true },
  );
  // Else the property would have held of rules that never did anything.
  expect(gone).toBeGreaterThan(0);
});
