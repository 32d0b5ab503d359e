import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { classes, classMemberships } from '../db/schema/index.ts';

const DAY = 24 * 60 * 60_000;

async function studentInNine() {
  const { client, db, platform } = await createTestRegister();
  const nine = await client.people.classes.create({ name: '9A', lateAfterMinutes: null });
  const ten = await client.people.classes.create({ name: '10B', lateAfterMinutes: null });
  const { students } = client.people;
  const { id } = await students.create({
    studentNumber: '1',
    fullName: 'Ana García',
    classId: nine.id,
    email: null,
  });
  const memberships = () =>
    db
      .select({ of: classes.name, from: classMemberships.fromDay, to: classMemberships.toDay })
      .from(classMemberships)
      .innerJoin(classes, eq(classes.id, classMemberships.classId))
      .orderBy(asc(classMemberships.fromDay), asc(classMemberships.id))
      .all();
  return { id, nine, ten, students, platform, memberships };
}

test('a student belongs to the class from the day of joining, by local time', async () => {
  const { memberships, platform, students, nine } = await studentInNine();
  expect(memberships()).toEqual([{ of: '9A', from: '2026-03-02', to: null }]);
  platform.clock.set(Date.UTC(2026, 2, 2, 23, 30));
  platform.setUtcOffsetMinutes(60);
  await students.create({
    studentNumber: '2',
    fullName: 'Bo Chen',
    classId: nine.id,
    email: null,
  });
  expect(memberships().at(-1)).toEqual({ of: '9A', from: '2026-03-03', to: null });
});

test('a move ends one membership the day before the next begins', async () => {
  const { id, ten, students, platform, memberships } = await studentInNine();
  platform.clock.advance(10 * DAY);
  await students.update({ id, classId: ten.id });
  expect(memberships()).toEqual([
    { of: '9A', from: '2026-03-02', to: '2026-03-11' },
    { of: '10B', from: '2026-03-12', to: null },
  ]);
});

test('a second move on the same day replaces the first', async () => {
  const { id, nine, ten, students, memberships } = await studentInNine();
  await students.update({ id, classId: ten.id });
  expect(memberships()).toEqual([{ of: '10B', from: '2026-03-02', to: null }]);
  await students.update({ id, classId: nine.id });
  expect(memberships()).toEqual([{ of: '9A', from: '2026-03-02', to: null }]);
});

test('other changes leave the membership alone', async () => {
  const { id, students, platform, memberships } = await studentInNine();
  platform.clock.advance(DAY);
  await students.update({ id, fullName: 'Ana G.' });
  expect(memberships()).toEqual([{ of: '9A', from: '2026-03-02', to: null }]);
});

test('archiving ends the membership, coming back later begins another', async () => {
  const { id, students, platform, memberships } = await studentInNine();
  platform.clock.advance(DAY);
  await students.update({ id, archived: true });
  expect(memberships()).toEqual([{ of: '9A', from: '2026-03-02', to: '2026-03-03' }]);
  platform.clock.advance(5 * DAY);
  await students.update({ id, archived: false });
  expect(memberships()).toEqual([
    { of: '9A', from: '2026-03-02', to: '2026-03-03' },
    { of: '9A', from: '2026-03-08', to: null },
  ]);
});

test('coming back on the day of leaving undoes it, also into another class', async () => {
  const { id, ten, students, platform, memberships } = await studentInNine();
  platform.clock.advance(DAY);
  await students.update({ id, archived: true });
  await students.update({ id, archived: false });
  expect(memberships()).toEqual([{ of: '9A', from: '2026-03-02', to: null }]);
  await students.update({ id, archived: true });
  await students.update({ id, archived: false, classId: ten.id });
  expect(memberships()).toEqual([
    { of: '9A', from: '2026-03-02', to: '2026-03-02' },
    { of: '10B', from: '2026-03-03', to: null },
  ]);
});

test('a clock set back does not break the order of days', async () => {
  const { id, ten, students, platform, memberships } = await studentInNine();
  platform.clock.advance(-30 * DAY);
  await students.update({ id, classId: ten.id });
  await students.update({ id, archived: true });
  expect(memberships()).toEqual([{ of: '10B', from: '2026-03-02', to: '2026-03-02' }]);
});
