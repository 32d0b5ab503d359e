import { cpSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { RegisterHost } from '#main/app/register-host.ts';
import type { Db } from '#main/db/database.ts';
import {
  attendance,
  attendanceEvents,
  imports,
  sessions,
  students,
} from '#main/db/schema/index.ts';
import { rebuildAttendance } from '#main/register/log/event-log.ts';
import { countTotals, keptTotals } from '#main/register/log/totals.queries.ts';
import type { ImportProgress } from '#shared/contract/imports.contract.ts';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import {
  applied,
  choiceOf,
  importMarks,
  importStudents,
  marksChoiceOf,
  openList,
} from '#tests/unit/support/test-import.ts';
import { createTestPlatform, makeTestFolder } from '#tests/unit/support/test-platform.ts';
import { type Client, createTestRegister } from '#tests/unit/support/test-register.ts';
import { fileOf } from '#tests/unit/support/test-workbook.ts';

const DAYS = 28;
const PUPILS = 8;

const number = (at: number) => `8B-${String(at + 1).padStart(3, '0')}`;

/** Marks of 28 registers: more than one part holds. */
function list(): File {
  const rows = Array.from({ length: DAYS }, (_none, at) => {
    const day = `2026-02-${String(at + 1).padStart(2, '0')}`;
    return Array.from(
      { length: PUPILS },
      (_one, pupil) => `${number(pupil)},${day},09:00,Maths of 8B,P`,
    );
  });
  return fileOf(
    `Student ID,Date,Time,Subject,Status\n${rows.flat().join('\n')}\n`,
    'Old marks.csv',
  );
}

async function withClass() {
  const register = await createTestRegister();
  const made = await createTestClass(register.client, { name: '8B', students: PUPILS });
  for (const { id } of made.students) {
    await register.client.people.students.setClassFrom({ id, day: '2026-01-01' });
  }
  const choice = await marksChoiceOf(
    register.client,
    await openList(register.client, list(), 'marks'),
  );
  const { counts } = await register.client.imports.planMarks(choice);
  const start = () => register.client.imports.applyMarks({ ...choice, expected: counts });
  return { ...register, ...made, start };
}

/** Goes on until the first part is written, and no further. */
async function firstPart(steps: AsyncIterator<ImportProgress>): Promise<void> {
  for (;;) {
    const { done, value } = await steps.next();
    if (done) throw new Error('The import has ended before its first part.');
    if (value.kind === 'working' && value.doing === 'writing' && value.done > 0) return;
  }
}

async function expectNothingLeft(client: Client, db: Db): Promise<void> {
  expect(db.select().from(attendance).all()).toEqual([]);
  expect(await client.register.list({ range: { from: '2026-02-01', to: '2026-02-28' } })).toEqual(
    [],
  );
  expect(await client.register.verify()).toMatchObject({ kind: 'intact' });
  expect(keptTotals(db).sessions.toSorted()).toEqual(countTotals(db).sessions.toSorted());
  rebuildAttendance(db);
  expect(db.select().from(attendance).all()).toEqual([]);
}

describe('an import of marks in parts', () => {
  test('lets marks of an open register in between, each in its place of the chain', async () => {
    const { client, db, start } = await withClass();
    const other = await createTestClass(client, { name: '9C', students: 4 });
    const session = await client.register.start(other);
    let isOver = false;
    const whole = applied(start()).finally(() => {
      isOver = true;
    });
    for (const { id: studentId } of other.students) {
      await client.register.mark({ sessionId: session.id, studentId, code: 'P' });
    }
    expect(isOver).toBe(false);
    const done = await whole;
    expect(done.created).toBe(DAYS * PUPILS);
    const events = db.select().from(attendanceEvents).all();
    const live = events.filter(({ method }) => method === 'manual').map(({ seq }) => seq);
    expect(live).toHaveLength(4);
    expect(live).toEqual(live.toSorted((a, b) => a - b));
    const imported = events.filter(({ method }) => method === 'import').map(({ seq }) => seq);
    expect(Math.min(...live)).toBeLessThan(Math.max(...imported));
    expect(await client.register.verify()).toMatchObject({ kind: 'intact' });
  });

  test('that is cancelled leaves nothing, and can be done again', async () => {
    const { client, db, start } = await withClass();
    const steps = await start();
    await firstPart(steps);
    expect(db.select().from(attendance).all().length).toBeGreaterThan(0);
    await client.imports.cancel({});
    const rest: ImportProgress[] = [];
    for await (const step of steps) rest.push(step);
    expect(rest.at(-1)).toEqual({ kind: 'cancelled' });
    await expectNothingLeft(client, db);
    expect((await applied(start())).created).toBe(DAYS * PUPILS);
  });

  test('whose reader leaves is taken back', async () => {
    const { client, db, start } = await withClass();
    const steps = await start();
    await firstPart(steps);
    await steps.return?.();
    await expectNothingLeft(client, db);
  });

  test('that meets a register changed meanwhile is refused as a whole', async () => {
    const { client, db, students: pupils, start } = await withClass();
    const steps = await start();
    await firstPart(steps);
    await client.people.students.setClassFrom({ id: pupils[3]?.id ?? '', day: '2026-02-20' });
    await expect(steps.next().then(() => applied(Promise.resolve(steps)))).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { what: 'plan' },
    });
    await expectNothingLeft(client, db);
  });

  test('is one at a time', async () => {
    const { start } = await withClass();
    const steps = await start();
    await firstPart(steps);
    const refusal = { code: 'CONFLICT', data: { what: 'importRunning' } };
    await expect(applied(start())).rejects.toMatchObject(refusal);
    expect((await applied(Promise.resolve(steps))).created).toBe(DAYS * PUPILS);
  });

  test('that the end of the app cuts off is taken back at the next start', async () => {
    const { platform, start } = await withClass();
    const steps = await start();
    await firstPart(steps);
    // The files as they would be found after a kill at this moment.
    const found = createTestPlatform(makeTestFolder(), platform.keychain);
    cpSync(platform.dataFolder, found.dataFolder, { recursive: true });
    const host = new RegisterHost(found, found.uptime);
    onTestFinished(() => host.close());
    await host.open();
    const { db } = host.register();
    expect(db.select().from(attendance).all().length).toBeGreaterThan(0);
    await expect.poll(() => db.select().from(imports).get()?.unfinishedBy).toBeNull();
    expect(db.select().from(attendance).all()).toEqual([]);
    expect(db.select().from(imports).get()?.undoneAt).toBeGreaterThan(0);
    for (const { discardedAt } of db.select().from(sessions).all()) {
      expect(discardedAt).toBeGreaterThan(0);
    }
    await steps.return?.();
  });

  test('is taken back to the end although nobody waits for it', async () => {
    const { client, db, start } = await withClass();
    const { id } = await applied(start());
    const steps = await client.imports.undo({ id });
    expect((await steps.next()).value).toMatchObject({ kind: 'working', doing: 'takingBack' });
    await steps.return?.();
    await expectNothingLeft(client, db);
    expect(await client.imports.list()).toMatchObject([{ id, undoneAt: expect.any(Number) }]);
  });
});

describe('an import of students in parts', () => {
  const pupils = () => {
    const rows = Array.from({ length: 300 }, (_none, at) => `S${at},Pupil ${at},${at % 3}A`);
    return fileOf(`Student ID,Name,Class\n${rows.join('\n')}\n`, 'New.csv');
  };

  test('that is cancelled leaves nobody and no class', async () => {
    const { client, db } = await createTestRegister();
    const choice = choiceOf(await openList(client, pupils()));
    const { counts } = await client.imports.planStudents(choice);
    const steps = await client.imports.applyStudents({ ...choice, expected: counts });
    await firstPart(steps);
    expect(db.select().from(students).all().length).toBeGreaterThan(0);
    await client.imports.cancel({});
    const rest: ImportProgress[] = [];
    for await (const step of steps) rest.push(step);
    expect(rest.at(-1)).toEqual({ kind: 'cancelled' });
    expect(db.select().from(students).all()).toEqual([]);
    expect(await client.people.classes.list({ includeArchived: true })).toEqual([]);
    const { done } = await importStudents(client, pupils());
    expect(done.created).toBe(300);
  });

  test('that meets somebody with the same number is refused as a whole', async () => {
    const { client, db } = await createTestRegister();
    const { id: classId } = await client.people.classes.create({ name: '7X', lateAfterMinutes: 5 });
    const choice = choiceOf(await openList(client, pupils()));
    const { counts } = await client.imports.planStudents(choice);
    const steps = await client.imports.applyStudents({ ...choice, expected: counts });
    await firstPart(steps);
    const fullName = 'Somebody Else';
    await client.people.students.create({ studentNumber: 's299', fullName, classId, email: null });
    await expect(applied(Promise.resolve(steps))).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { what: 'plan' },
    });
    expect(db.select().from(students).all()).toMatchObject([{ fullName }]);
    expect(db.select().from(imports).where(eq(imports.kind, 'students')).all()).toHaveLength(1);
  });
});

test('a mark replaced by an import that is cancelled is in force again', async () => {
  const { client, db } = await withClass();
  const { done } = await importMarks(client, list());
  expect(done.created).toBe(DAYS * PUPILS);
  const before = db.select().from(attendance).all();
  const text = await list().text();
  const changed = fileOf(text.replaceAll(',P\n', ',L\n'), 'New marks.csv');
  const opened = await openList(client, changed, 'marks');
  const choice = await marksChoiceOf(client, opened, { existing: 'replace' });
  const { counts } = await client.imports.planMarks(choice);
  expect(counts.changed).toBe(DAYS * PUPILS);
  const steps = await client.imports.applyMarks({ ...choice, expected: counts });
  await firstPart(steps);
  await client.imports.cancel({});
  for await (const _step of steps);
  const codes = (rows: typeof before) =>
    rows.map(({ sessionId, studentId, code }) => `${sessionId} ${studentId} ${code}`).toSorted();
  expect(codes(db.select().from(attendance).all())).toEqual(codes(before));
});
