import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attendance } from '#main/db/schema/index.ts';
import { MARK_LIMITS } from '#shared/imports/mark-limits.ts';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import {
  importMarks,
  marksChoiceOf,
  openList,
  undoImport,
} from '#tests/unit/support/test-import.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { fileOf } from '#tests/unit/support/test-workbook.ts';

const HEAD = 'Student ID,Date,Time,Subject,Status,Reason';

async function withClass() {
  const register = await createTestRegister();
  const made = await createTestClass(register.client, { name: '8B' });
  for (const { id } of made.students) {
    await register.client.people.students.setClassFrom({ id, day: '2026-01-01' });
  }
  return { ...register, ...made };
}

const csv = (rows: readonly string[]) => fileOf(`${rows.join('\n')}\n`, 'a.csv');

describe('lists of marks that wish ill', () => {
  test('more marks than one import takes', async () => {
    const { client } = await withClass();
    const columns = Array.from({ length: 900 }, (_, at) => {
      const day = new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
      return `${day} 09:00`;
    });
    const row = ['8B-001', ...columns.map(() => 'P')].join(',');
    const rows = Array.from({ length: MARK_LIMITS.marks / 900 + 1 }, () => row);
    const opened = await openList(client, csv([['ID', ...columns].join(','), ...rows]), 'marks');
    await expect(marksChoiceOf(client, opened)).rejects.toMatchObject({
      code: 'INVALID',
      data: { why: 'tooManyMarks' },
    });
  });

  test('more statuses than any school has: the first are asked about, the rest are problems', async () => {
    const { client } = await withClass();
    const rows = Array.from({ length: 100 }, (_, at) => {
      return `8B-001,2026-02-02,09:${String(at % 60).padStart(2, '0')},Maths of 8B,Odd ${at},`;
    });
    const choice = await marksChoiceOf(
      client,
      await openList(client, csv([HEAD, ...rows]), 'marks'),
    );
    const { draftId, sheet, headingRow, fields } = choice;
    const facts = await client.imports.lookAtMarks({ draftId, sheet, headingRow, fields });
    expect(facts.statuses).toHaveLength(MARK_LIMITS.statuses);
    expect(facts.moreStatuses).toBe(100 - MARK_LIMITS.statuses);
    expect((await client.imports.planMarks(choice)).counts).toMatchObject({ problem: 100, new: 0 });
  });

  test('formulas stay text, failed ones and control characters are problems, __proto__ is a word', async () => {
    const { client } = await withClass();
    const { plan } = await importMarks(
      client,
      csv([
        HEAD,
        '8B-001,2026-02-02,09:00,Maths of 8B,P,"=HYPERLINK(""http://x"")"',
        '8B-002,2026-02-02,09:00,Maths of 8B,#N/A,',
        '8B-002,2026-02-02,09:00,Maths of 8B,P,a\u0007b',
        '8B-002,2026-02-02,09:00,Maths of 8B,__proto__,',
        'constructor,2026-02-02,09:00,Maths of 8B,P,',
        `8B-002,2026-02-02,09:00,Maths of 8B,P,${'x'.repeat(400)}`,
      ]),
    );
    expect(
      plan.rows.map(({ verdict }) =>
        verdict.kind === 'problem' ? verdict.problem.why : verdict.kind,
      ),
    ).toEqual([
      ...['new', 'formulaError', 'badCharacters', 'unknownStatus', 'unknownStudent', 'tooLong'],
    ]);
    const [session] = await client.register.list({
      range: { from: '2026-02-02', to: '2026-02-02' },
    });
    const { roster } = await client.register.get({ sessionId: session?.id ?? '' });
    expect(roster[0]?.mark?.reason).toBe('Import a.csv: =HYPERLINK("http://x")');
  });

  test('a status that the school does not have cannot be asked for', async () => {
    const { client } = await withClass();
    const file = csv([HEAD, '8B-001,2026-02-02,09:00,Maths of 8B,P,']);
    const choice = await marksChoiceOf(client, await openList(client, file, 'marks'));
    const statuses = [{ text: 'P', code: 'Z' }];
    await expect(client.imports.planMarks({ ...choice, statuses })).rejects.toMatchObject({
      code: 'INVALID',
    });
    const students = await openList(client, file, 'students');
    await expect(
      client.imports.planMarks({ ...choice, draftId: students.draftId }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'draft' } });
  });
});

test('any list makes one register for each day and time, and goes as it came', async () => {
  const { client, db } = await withClass();
  const rows = fc.uniqueArray(
    fc.record({
      student: fc.integer({ min: 1, max: 3 }),
      day: fc.integer({ min: 1, max: 4 }),
      hour: fc.integer({ min: 8, max: 10 }),
      code: fc.constantFrom('P', 'L', 'A', 'E'),
    }),
    {
      minLength: 1,
      maxLength: 30,
      selector: ({ student, day, hour }) => `${student} ${day} ${hour}`,
    },
  );
  await fc.assert(
    fc.asyncProperty(rows, async (list) => {
      const lines = list.map(
        ({ student, day, hour, code }) =>
          `8B-00${student},2026-02-0${day},${hour}:00,Maths of 8B,${code},`,
      );
      const { plan, done } = await importMarks(client, csv([HEAD, ...lines]));
      expect(plan.counts).toMatchObject({ new: list.length, problem: 0 });
      const expected = new Set(list.map(({ day, hour }) => `${day} ${hour}`)).size;
      expect(plan.registers).toEqual({ made: expected, used: 0 });
      const again = await openList(client, csv([HEAD, ...lines]), 'marks');
      const second = await client.imports.planMarks(await marksChoiceOf(client, again));
      expect(second.counts).toMatchObject({ unchanged: list.length, new: 0 });
      expect(await undoImport(client, done.id)).toMatchObject({ undone: list.length });
      expect(db.select().from(attendance).all()).toEqual([]);
    }),
    { numRuns: 8 },
  );
  expect(await client.register.verify()).toMatchObject({ kind: 'intact' });
});
