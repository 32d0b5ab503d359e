import { describe, expect, test } from 'vitest';
import { attendance, attendanceEvents } from '#main/db/schema/index.ts';
import { rebuildAttendance } from '#main/register/log/event-log.ts';
import { countTotals, keptTotals } from '#main/register/log/totals.queries.ts';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import {
  applied,
  importMarks,
  marksChoiceOf,
  openList,
  undoImport,
} from '#tests/unit/support/test-import.ts';
import { type Client, createTestRegister } from '#tests/unit/support/test-register.ts';
import { fileOf } from '#tests/unit/support/test-workbook.ts';

const FEBRUARY = { from: '2026-02-01', to: '2026-02-28' };
const DAY_MS = 86_400_000;

/** A class of three from the first of January on, and a subject of it. */
async function withClass() {
  const register = await createTestRegister();
  const made = await createTestClass(register.client, { name: '8B' });
  for (const { id: studentId } of made.students) {
    await register.client.people.students.setClassFrom({ id: studentId, day: '2026-01-01' });
  }
  return { ...register, ...made };
}

const csv = (rows: readonly string[]) => fileOf(`${rows.join('\n')}\n`, 'Old marks.csv');

const HEAD = 'Student ID,Date,Time,Subject,Status,Reason';
const line = (number: string, rest: string) => `8B-${number},${rest}`;

const registers = (client: Client) => client.register.list({ range: FEBRUARY });

const codesOf = async (client: Client, sessionId: string) =>
  (await client.register.get({ sessionId })).roster.map(({ mark }) => mark?.code ?? null);

async function expectSound({ client, db }: Awaited<ReturnType<typeof withClass>>) {
  expect(await client.register.verify()).toMatchObject({ kind: 'intact' });
  const sorted = <T>(rows: T[]) => rows.map((row) => JSON.stringify(row)).toSorted();
  const [kept, counted] = [keptTotals(db), countTotals(db)];
  expect(sorted(kept.sessions)).toEqual(sorted(counted.sessions));
  expect(sorted(kept.codes)).toEqual(sorted(counted.codes));
  const before = db.select().from(attendance).all();
  rebuildAttendance(db);
  expect(db.select().from(attendance).all()).toEqual(before);
}

describe('a list of marks', () => {
  test('is recognised, and made into closed registers of who was in the class that day', async () => {
    const register = await withClass();
    const { client } = register;
    const file = csv([
      HEAD,
      line('001', '2026-02-02,09:00,Maths of 8B,Present,'),
      line('002', '2026-02-02,09:00,Maths of 8B,absent,Ill'),
      line('001', '2026-02-03,09:00,Maths of 8B,देर,'),
    ]);
    const opened = await openList(client, file, 'marks');
    expect(opened.chosen.columns.map(({ field }) => field)).toEqual([
      ...['studentNumber', 'day', 'time', 'subject', 'status', 'reason'],
    ]);
    const { plan, done } = await importMarks(client, file);
    expect(plan.counts).toMatchObject({ new: 3, problem: 0 });
    expect(plan.registers).toEqual({ made: 2, used: 0 });
    expect(done).toMatchObject({ kind: 'marks', created: 3, changed: 0 });
    const [second, first] = await registers(client);
    expect(first).toMatchObject({ className: '8B', subjectName: 'Maths of 8B' });
    expect(first?.counts).toMatchObject({ present: 1, absent: 1, unmarked: 1, corrected: 0 });
    expect(first?.startedAt).toBe(Date.UTC(2026, 1, 2, 9));
    expect(first?.endedAt).toBe(first?.startedAt);
    expect(second?.counts).toMatchObject({ present: 1, late: 1, unmarked: 2 });
    const detail = await client.register.get({ sessionId: first?.id ?? '' });
    expect(detail.roster[1]?.mark).toMatchObject({
      code: 'A',
      method: 'import',
      reason: 'Import Old marks.csv: Ill',
    });
    const [entry] = await client.activity.list({ kinds: ['imported'] });
    expect(entry?.detail).toMatchObject({ what: 'marks', file: 'Old marks.csv', registers: 2 });
    await expectSound(register);
  });

  test('goes into the register of that time, and leaves a mark made by hand alone', async () => {
    const register = await withClass();
    const { client, platform, classId, subjectId, students } = register;
    const [ana, bo, cy] = students.map(({ id }) => id) as [string, string, string];
    const session = await client.register.start({ classId, subjectId });
    await client.register.mark({ sessionId: session.id, studentId: ana, code: 'P' });
    platform.clock.advance(40 * 60_000);
    await client.register.end({ sessionId: session.id });
    platform.clock.advance(DAY_MS);
    const file = csv([
      HEAD,
      line('001', '2026-03-02,09:10,,A,'),
      line('002', '2026-03-02,09:10,,L,'),
      line('003', '2026-03-02,09:10,,A,'),
    ]);
    const { plan } = await importMarks(client, file);
    expect(plan.rows.map(({ verdict }) => verdict)).toEqual([
      { kind: 'kept', there: 'P' },
      { kind: 'changed', from: 'A' },
      { kind: 'unchanged' },
    ]);
    expect(await codesOf(client, session.id)).toEqual(['P', 'L', 'A']);
    const replaced = await importMarks(client, file, { existing: 'replace' });
    expect(replaced.plan.counts).toMatchObject({ changed: 1, unchanged: 2 });
    const history = await client.register.history({ sessionId: session.id, studentId: ana });
    expect(history.at(-1)).toMatchObject({
      kind: 'amend',
      method: 'import',
      code: 'A',
      reason: 'Import Old marks.csv',
    });
    await undoImport(client, replaced.done.id);
    expect(await codesOf(client, session.id)).toEqual(['P', 'L', 'A']);
    const last = await client.register.history({ sessionId: session.id, studentId: ana });
    expect(last.at(-1)).toMatchObject({ kind: 'mark', method: 'manual', code: 'P' });
    expect([bo, cy]).toHaveLength(2);
    await expectSound(register);
  });

  test('says of each row why it cannot be taken over', async () => {
    const { client, classId, subjectId, platform } = await withClass();
    await client.people.subjects.create({ name: 'Art' });
    await client.people.classes.create({ name: '9A', lateAfterMinutes: null });
    const { id } = await client.register.start({ classId, subjectId });
    platform.clock.advance(60_000);
    const rows = [
      ['8B-001,2026-02-02,09:00,8B,Art,P', 'new'],
      ['8B-001,2026-02-02,09:00,8B,Art,A', 'duplicate'],
      ['8B-009,2026-02-02,09:00,8B,Art,P', 'unknownStudent'],
      [',2026-02-02,09:00,8B,Art,P', 'noNumber'],
      ['8B-002,,09:00,8B,Art,P', 'noDay'],
      ['8B-002,31/02/2026,09:00,8B,Art,P', 'badDay'],
      ['8B-002,2026-02-02,25:00,8B,Art,P', 'badTime'],
      ['8B-002,2026-02-02,09:00,8B,Art,', 'noStatus'],
      ['8B-002,2026-02-02,09:00,8B,Art,Perhaps', 'unknownStatus'],
      ['8B-002,2026-02-02,09:00,8B,Art,?', 'skipped'],
      ['8B-002,2026-02-02,09:00,8B,Alchemy,P', 'unknownSubject'],
      ['8B-002,2026-02-02,09:00,7Z,Art,P', 'unknownClass'],
      ['8B-002,2026-02-02,09:00,9A,Art,P', 'notOnRoster'],
      ['8B-002,2025-12-01,09:00,8B,Art,P', 'notOnRoster'],
      ['8B-002,2025-12-01,09:00,,Art,P', 'noClass'],
      ['8B-002,2026-03-09,09:00,8B,Art,P', 'future'],
      ['8B-002,2026-03-02,09:00,8B,,P', 'stillOpen'],
      ['8B-002,2026-03-02,09:00,8B,Art,P', 'otherSubject'],
      ['8B-002,2026-02-02,10:00,8B,,P', 'noSubject'],
      ['8B-002,#REF!,10:00,8B,,P', 'formulaError'],
    ] as const;
    const file = csv(['Student ID,Date,Time,Class,Subject,Status', ...rows.map(([text]) => text)]);
    const { plan } = await importMarks(client, file);
    expect(
      plan.rows.map(({ verdict }) =>
        verdict.kind === 'problem' ? verdict.problem.why : verdict.kind,
      ),
    ).toEqual(rows.map(([, why]) => why));
    expect((await client.register.get({ sessionId: id })).endedAt).toBeNull();
  });

  test('without a time goes into the one register of that day, else into one at the time chosen', async () => {
    const { client } = await withClass();
    const list = [
      'Student ID,Date,Status',
      line('001', '2026-02-02,P'),
      line('002', '2026-02-02,A'),
    ];
    const [subject] = await client.people.subjects.list({});
    const changes = { subjectId: subject?.id ?? '', minutes: 8 * 60 };
    await importMarks(client, csv(list), changes);
    const more = csv([...list, line('003', '2026-02-02,P')]);
    const { plan } = await importMarks(client, more, { ...changes, minutes: 11 * 60 });
    expect(plan.counts).toMatchObject({ new: 1, unchanged: 2 });
    expect(await registers(client)).toMatchObject([
      { startedAt: Date.UTC(2026, 1, 2, 8), counts: { present: 2, absent: 1 } },
    ]);
    const other = csv([HEAD, line('001', '2026-02-02,12:00,Maths of 8B,P,')]);
    await importMarks(client, other);
    const unclear = await client.imports.planMarks(
      await marksChoiceOf(client, await openList(client, csv(list), 'marks'), changes),
    );
    expect(unclear.rows[0]?.verdict).toMatchObject({ problem: { why: 'severalRegisters' } });
  });

  test('asks which is the day where every date can be read both ways, and says what is likely', async () => {
    const { client } = await withClass();
    const look = async (days: readonly string[]) => {
      const rows = days.map((day) => line('001', `${day},09:00,,P,`));
      const { draftId, chosen } = await openList(client, csv([HEAD, ...rows]), 'marks');
      const { sheet, headingRow } = chosen;
      const fields = chosen.columns.map(({ field }) => field);
      return (await client.imports.lookAtMarks({ draftId, sheet, headingRow, fields })).dayOrder;
    };
    // In February 2026; read the other way round they lie months apart.
    expect(await look(['02/02/2026', '03/02/2026', '04/02/2026'])).toEqual({
      ...{ kind: 'open', likely: 'dayFirst', example: '03/02/2026' },
    });
    expect(await look(['02/03/2026', '02/04/2026', '02/05/2026'])).toMatchObject({
      ...{ kind: 'open', likely: 'monthFirst' },
    });
    expect(await look(['02/13/2026'])).toEqual({ kind: 'seen', order: 'monthFirst' });
    expect(await look(['2026-02-03', '02/02/2026'])).toEqual({ kind: 'plain' });
  });

  test('is refused when the register changed after the preview, or nothing is new', async () => {
    const { client } = await withClass();
    const file = () => csv([HEAD, line('001', '2026-02-02,09:00,Maths of 8B,P,')]);
    await importMarks(client, file());
    const choice = await marksChoiceOf(client, await openList(client, file(), 'marks'));
    const { counts } = await client.imports.planMarks(choice);
    await expect(
      applied(client.imports.applyMarks({ ...choice, expected: counts })),
    ).rejects.toMatchObject({
      code: 'INVALID',
      data: { why: 'nothingNew' },
    });
    const expected = { ...counts, new: 1, unchanged: 0 };
    await expect(applied(client.imports.applyMarks({ ...choice, expected }))).rejects.toMatchObject(
      {
        code: 'CONFLICT',
        data: { what: 'plan' },
      },
    );
  });

  test('is for admins alone', async () => {
    const { client, signInAs } = await withClass();
    const file = csv([HEAD, line('001', '2026-02-02,09:00,Maths of 8B,P,')]);
    const choice = await marksChoiceOf(client, await openList(client, file, 'marks'));
    for (const role of ['teacher', 'office'] as const) {
      const { client: other } = await signInAs(role);
      await expect(other.imports.planMarks(choice)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});

describe('taking an import of marks back', () => {
  const LIST = [
    HEAD,
    line('001', '2026-02-02,09:00,Maths of 8B,P,'),
    line('002', '2026-02-02,09:00,Maths of 8B,A,'),
    line('001', '2026-02-03,09:00,Maths of 8B,P,'),
  ];

  test('leaves no register of it in count or in sight, and every event in the log', async () => {
    const register = await withClass();
    const { client, db } = register;
    const { done } = await importMarks(client, csv(LIST));
    expect(await undoImport(client, done.id)).toEqual({ undone: 3, kept: [] });
    expect(await registers(client)).toEqual([]);
    expect(db.select().from(attendance).all()).toEqual([]);
    expect(db.select().from(attendanceEvents).all()).toHaveLength(6);
    await expectSound(register);
    const { plan } = await importMarks(client, csv(LIST));
    expect(plan.counts).toMatchObject({ new: 3 });
    expect(await registers(client)).toHaveLength(2);
    await expectSound(register);
  });

  test('keeps a mark that was changed since, and says which', async () => {
    const register = await withClass();
    const { client, students } = register;
    const { done } = await importMarks(client, csv(LIST));
    const [, first] = await registers(client);
    const sessionId = first?.id ?? '';
    const studentId = students[0]?.id ?? '';
    const reason = 'Was ill after all';
    await client.register.mark({ sessionId, studentId, code: 'E', reason });
    const { undone, kept } = await undoImport(client, done.id);
    expect(undone).toBe(2);
    expect(kept).toMatchObject([
      { studentId, why: 'markChanged', register: { id: sessionId, className: '8B' } },
    ]);
    expect(await registers(client)).toMatchObject([{ id: sessionId }]);
    expect(await codesOf(client, sessionId)).toEqual(['E', null, null]);
    await expectSound(register);
  });
});
