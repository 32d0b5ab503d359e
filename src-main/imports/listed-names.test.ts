import { describe, expect, test } from 'vitest';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import {
  choiceOf,
  importMarks,
  importStudents,
  marksChoiceOf,
  openList,
  undoImport,
} from '#tests/unit/support/test-import.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { fileOf } from '#tests/unit/support/test-workbook.ts';
import { byNumberWithoutZeros, withoutZeros } from './listed-names.ts';

const csv = (rows: readonly string[]) => fileOf(`${rows.join('\n')}\n`, 'Old marks.csv');
const HEAD = 'Student ID,Date,Time,Subject,Status';

async function withClass() {
  const register = await createTestRegister();
  const { client } = register;
  const made = await createTestClass(client, { name: '8B' });
  for (const { id } of made.students) {
    await client.people.students.setClassFrom({ id, day: '2026-01-01' });
  }
  return { ...register, ...made };
}

/** Names of the subjects in use. */
async function subjectsOf(client: Awaited<ReturnType<typeof withClass>>['client']) {
  return (await client.people.subjects.list({})).map(({ name }) => name);
}

describe('subjects that are not known', () => {
  const LIST = csv([
    HEAD,
    '8B-001,2026-02-02,09:00,Mathematik,P',
    '8B-002,2026-02-02,09:00,mathematik,A',
    '8B-001,2026-02-02,10:00,Art,P',
    '8B-001,2026-02-02,11:00,Maths of 8B,P',
    '8B-001,2026-02-02,12:00,Music,P',
  ]);

  test('are asked about once each, the most frequent first', async () => {
    const { client } = await withClass();
    const { draftId, chosen } = await openList(client, LIST, 'marks');
    const { sheet, headingRow, columns } = chosen;
    const fields = columns.map(({ field }) => field);
    const facts = await client.imports.lookAtMarks({ draftId, sheet, headingRow, fields });
    expect(facts.subjects).toEqual([
      { text: 'Mathematik', marks: 2 },
      { text: 'Art', marks: 1 },
      { text: 'Music', marks: 1 },
    ]);
    expect(facts.moreSubjects).toBe(0);
  });

  test('are taken for another, made, or left out; what was made goes with the import', async () => {
    const { client, subjectId } = await withClass();
    const subjects = [
      { text: 'Mathematik', subjectId },
      { text: 'Art', subjectId: null },
    ];
    const { plan, done } = await importMarks(client, LIST, { subjects });
    expect(plan.counts).toMatchObject({ new: 4, problem: 1 });
    expect(plan.rows.map(({ subjectName }) => subjectName)).toEqual([
      ...['Maths of 8B', 'Maths of 8B', 'Art', 'Maths of 8B', 'Music'],
    ]);
    expect(plan.rows[4]?.verdict).toEqual({
      kind: 'problem',
      problem: { why: 'unknownSubject', value: 'Music' },
    });
    expect(await subjectsOf(client)).toEqual(['Art', 'Maths of 8B']);
    const range = { from: '2026-02-02', to: '2026-02-02' };
    const registers = await client.register.list({ range });
    expect(registers.map(({ subjectName }) => subjectName).toSorted()).toEqual([
      ...['Art', 'Maths of 8B', 'Maths of 8B'],
    ]);
    await undoImport(client, done.id);
    expect(await subjectsOf(client)).toEqual(['Maths of 8B']);
    const again = await importMarks(client, LIST, { subjects });
    expect(again.plan.counts).toMatchObject({ new: 4 });
    expect(await subjectsOf(client)).toEqual(['Art', 'Maths of 8B']);
  });

  test('that were made stay when somebody has used them since', async () => {
    const { client, classId } = await withClass();
    const subjects = [{ text: 'Art', subjectId: null }];
    const { done } = await importMarks(client, LIST, { subjects });
    const art = (await client.people.subjects.list({})).find(({ name }) => name === 'Art');
    await client.register.start({ classId, subjectId: art?.id ?? '' });
    await undoImport(client, done.id);
    expect(await subjectsOf(client)).toEqual(['Art', 'Maths of 8B']);
  });

  test('are made only where a mark needs them, and only of those in use', async () => {
    const { client } = await withClass();
    const needless = [{ text: 'Dance', subjectId: null }];
    await importMarks(client, LIST, { subjects: needless });
    expect(await subjectsOf(client)).toEqual(['Maths of 8B']);
    const choice = await marksChoiceOf(client, await openList(client, LIST, 'marks'), {
      subjects: [{ text: 'Art', subjectId: '0198c0de-0000-7000-8000-000000000000' }],
    });
    await expect(client.imports.planMarks(choice)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'subject' },
    });
  });
});

describe('zeros that a spreadsheet has dropped', () => {
  async function withNumbers(numbers: readonly string[]) {
    const register = await createTestRegister();
    const rows = numbers.map((number, at) => `${number},Pupil ${at},8B,2026-01-05`);
    await importStudents(
      register.client,
      fileOf(`Student ID,Name,Class,Joined on\n${rows.join('\n')}\n`, 'Pupils.csv'),
    );
    await register.client.people.subjects.create({ name: 'Maths' });
    return register;
  }

  test('are counted only where exactly one student fits', () => {
    expect(['0123', '123', '000', '0A1'].map(withoutZeros)).toEqual(['123', '123', '0', 'a1']);
    const numbers = ['0123', '00123', '045'];
    expect([...byNumberWithoutZeros(numbers, (one) => one)]).toEqual([['45', '045']]);
  });

  test('marks go to the student who fits, once somebody has said so', async () => {
    const { client } = await withNumbers(['0123', '0045', '00045']);
    const file = csv([HEAD, '123,2026-02-02,09:00,Maths,P', '45,2026-02-02,09:00,Maths,P']);
    const opened = await openList(client, file, 'marks');
    const choice = await marksChoiceOf(client, opened);
    const { sheet, headingRow, fields, draftId } = choice;
    const facts = await client.imports.lookAtMarks({ draftId, sheet, headingRow, fields });
    expect(facts.zeros).toEqual({
      ...{ rows: 1, listed: '123', studentNumber: '0123', fullName: 'Pupil 0' },
    });
    expect((await client.imports.planMarks(choice)).counts).toMatchObject({ new: 0, problem: 2 });
    const plan = await client.imports.planMarks({ ...choice, withoutZeros: true });
    expect(plan.counts).toMatchObject({ new: 1, problem: 1 });
    expect(plan.rows[0]).toMatchObject({ studentNumber: '0123', listedNumber: '123' });
    expect(plan.rows[1]).toMatchObject({ studentNumber: '45', listedNumber: null });
  });

  test('students of a list are those who fit, and keep their number', async () => {
    const { client } = await withNumbers(['0123', '77']);
    const file = fileOf(
      'Student ID,Name,Class\n123,Renamed,8B\n0077,Pupil 1,8B\n9,New,8B\n',
      'B.csv',
    );
    const choice = choiceOf(await openList(client, file));
    const plain = await client.imports.planStudents(choice);
    expect(plain.zeros).toMatchObject({ rows: 2, listed: '123', studentNumber: '0123' });
    expect(plain.counts).toMatchObject({ new: 3 });
    const { plan } = await importStudents(client, file, { withoutZeros: true });
    expect(plan.counts).toMatchObject({ new: 1, changed: 1, unchanged: 1 });
    expect(plan.rows[0]).toMatchObject({ studentNumber: '0123', listedNumber: '123' });
    const students = await client.people.students.list({});
    expect(
      students.map(({ studentNumber, fullName }) => `${studentNumber} ${fullName}`).toSorted(),
    ).toEqual(['0123 Renamed', '77 Pupil 1', '9 New']);
  });
});
