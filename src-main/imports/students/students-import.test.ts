import { describe, expect, test } from 'vitest';
import { importChanges } from '#main/db/schema/index.ts';
import { consentTo } from '#tests/unit/support/test-class.ts';
import {
  applied,
  choiceOf,
  importStudents,
  openList,
  undoImport,
} from '#tests/unit/support/test-import.ts';
import { type Client, createTestRegister } from '#tests/unit/support/test-register.ts';
import { fileOf, workbookOf } from '#tests/unit/support/test-workbook.ts';

const HEAD = ['Adm. No', 'First name', 'Surname', 'Class', 'Section', 'Email', 'Joined on'];
const PARENTS = ['Guardian', 'Relation', 'Guardian phone'];

const LIST = [
  [...HEAD, ...PARENTS],
  ['001', 'Ana', 'Rao', '8', 'B', 'ana@example.org', '2026-01-12', 'Mira', 'Mata', '98765 43210'],
  ['002', 'Bo', 'Sen', '8', 'B', 'no address', 'soon', 'Raj', 'Uncle', 'call me'],
  ['003', 'Cy', 'Das', '9', 'A', '', '', '', '', ''],
];

const listFile = (rows: readonly (readonly string[])[] = LIST) =>
  fileOf(workbookOf({ Students: rows }), 'Ana class list.xlsx');

function withCell(line: number, column: number, value: string) {
  return LIST.map((row, at) =>
    row.map((cell, of) => (at === line && of === column ? value : cell)),
  );
}

const numbers = async (client: Client) =>
  (await client.people.students.list({})).map(({ studentNumber }) => studentNumber);

describe('a list of students', () => {
  test('is recognised by its headings, and planned without writing anything', async () => {
    const { client } = await createTestRegister();
    const opened = await openList(client, listFile());
    expect(opened.chosen).toMatchObject({ headingRow: 1, rows: 3 });
    expect(opened.chosen.columns.map(({ field }) => field)).toEqual([
      'studentNumber',
      'firstName',
      'lastName',
      'className',
      'section',
      'email',
      'joinedOn',
      'guardianName',
      'guardianRelation',
      'guardianPhone',
    ]);
    expect(opened.chosen.columns[0]?.samples).toEqual(['001', '002', '003']);
    const plan = await client.imports.planStudents(choiceOf(opened));
    expect(plan.counts).toEqual({ new: 3, changed: 0, unchanged: 0, problem: 0 });
    expect(plan.newClasses).toEqual(['8B', '9A']);
    expect(plan.rows[1]?.notes).toEqual([
      { why: 'phone', value: 'call me' },
      { why: 'email', value: 'no address' },
      { why: 'day', value: 'soon' },
    ]);
    expect(await numbers(client)).toEqual([]);
    expect(await client.people.classes.list({})).toEqual([]);
  });

  test('is taken over with classes, memberships and guardians, and stands in the activity', async () => {
    const { client } = await createTestRegister();
    const { done } = await importStudents(client, listFile());
    expect(done).toMatchObject({ kind: 'students', created: 3, changed: 0, undoneAt: null });
    const [ana] = await client.people.students.list({ search: 'ana rao' });
    expect(ana).toMatchObject({ studentNumber: '001', className: '8B', email: 'ana@example.org' });
    const studentId = ana?.id ?? '';
    expect(await client.people.guardians.list({ studentId })).toMatchObject([
      { name: 'Mira', relation: 'mother', phone: '+919876543210', email: null },
    ]);
    const [entry] = await client.activity.list({ kinds: ['imported'] });
    expect(entry?.detail).toEqual({
      ...{ what: 'students', file: '… class list.xlsx', classes: 2 },
      ...{ new: 3, changed: 0, unchanged: 0, problem: 0 },
    });
    expect(await client.imports.list()).toEqual([done]);
  });

  test('again changes only what is different', async () => {
    const { client } = await createTestRegister();
    await importStudents(client, listFile());
    const same = await client.imports.planStudents(choiceOf(await openList(client, listFile())));
    expect(same.counts).toEqual({ new: 0, changed: 0, unchanged: 3, problem: 0 });
    const { plan } = await importStudents(client, listFile(withCell(3, 4, 'B')));
    expect(plan.rows[2]?.verdict).toEqual({
      kind: 'changed',
      changes: [{ what: 'className', from: '9A', to: '9B' }],
    });
    expect((await client.people.students.list({ search: '003' }))[0]?.className).toBe('9B');
    const renamed = withCell(1, 9, '+91 98765 00000');
    const { plan: second } = await importStudents(client, listFile(renamed));
    expect(second.rows[0]?.verdict).toEqual({
      kind: 'changed',
      changes: [{ what: 'guardian', from: 'Mira, +919876543210', to: 'Mira, +919876500000' }],
    });
  });

  test('shows its telephone numbers as they are kept, and settles the school’s country', async () => {
    const { client } = await createTestRegister();
    const { plan } = await importStudents(client, listFile());
    expect(plan.rows.map(({ phones }) => phones)).toEqual([['+919876543210'], [], []]);
    expect((await client.settings.school()).phoneCountry).toBe('IN');
    const [entry] = await client.activity.list({ kinds: ['settingsChanged'] });
    expect(entry?.detail).toEqual({ setting: 'phoneCountry', from: null, to: 'IN' });
    await importStudents(client, listFile(withCell(1, 9, '020 7946 0000')), { country: 'GB' });
    expect((await client.settings.school()).phoneCountry).toBe('IN');
  });

  test('without telephone numbers says nothing of the country', async () => {
    const { client } = await createTestRegister();
    await importStudents(client, fileOf('Roll No,Name,Class\n1,Ana,8B\n', 'a.csv'));
    expect((await client.settings.school()).phoneCountry).toBeNull();
  });

  test('of one class takes the class from the choice, however it is written', async () => {
    const { client } = await createTestRegister();
    await client.people.classes.create({ name: '8 B', lateAfterMinutes: 5 });
    const csv = fileOf('Roll No;Name\n1;Ana\n2;Bo\n', 'a.csv');
    const { plan } = await importStudents(client, csv, { className: '8-b' });
    expect(plan.newClasses).toEqual([]);
    expect(await client.people.classes.list({})).toMatchObject([{ name: '8 B', studentCount: 2 }]);
  });

  test('is refused when the register changed after the preview, or nothing is new', async () => {
    const { client } = await createTestRegister();
    const choice = choiceOf(await openList(client, listFile()));
    const { counts: expected } = await client.imports.planStudents(choice);
    await importStudents(client, fileOf('Roll No,Name,Class\n001,Ana,8B\n', 'a.csv'));
    const second = choiceOf(await openList(client, listFile()));
    await expect(
      applied(client.imports.applyStudents({ ...second, expected })),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { what: 'plan' },
    });
    await expect(client.imports.planStudents(choice)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await numbers(client)).toEqual(['001']);
    const csv = fileOf('Roll No,Name,Class\n001,Ana,8B\n', 'a.csv');
    await expect(importStudents(client, csv)).rejects.toMatchObject({
      code: 'INVALID',
      data: { why: 'nothingNew' },
    });
  });

  test('does not bring back who is archived', async () => {
    const { client } = await createTestRegister();
    await importStudents(client, listFile());
    const [ana] = await client.people.students.list({ search: '001' });
    await client.people.students.update({ id: ana?.id ?? '', archived: true });
    const plan = await client.imports.planStudents(choiceOf(await openList(client, listFile())));
    expect(plan.rows[0]?.verdict).toMatchObject({ kind: 'problem', problem: { why: 'archived' } });
  });

  test('of more than go into one statement is taken over whole', async () => {
    const { client } = await createTestRegister();
    const rows = Array.from({ length: 1100 }, (_, at) => [
      ...[`${at}`, `Given ${at}`, `Family ${at}`, `${1 + (at % 12)}`, 'A', `${at}@example.org`, ''],
      ...[`Parent ${at}`, 'Mother', `98765${String(at).padStart(5, '0')}`],
    ]);
    const { done } = await importStudents(client, listFile([...LIST.slice(0, 1), ...rows]));
    expect(done.created).toBe(1100);
    expect(await client.people.classes.list({})).toHaveLength(12);
    expect((await undoImport(client, done.id)).undone).toBe(1100);
    expect(await numbers(client)).toEqual([]);
  });
});

describe('taking an import back', () => {
  test('leaves the register as it was', async () => {
    const { client, db } = await createTestRegister();
    await importStudents(client, listFile());
    const before = await client.people.students.list({});
    const changed = withCell(1, 2, 'Iyer');
    const { done } = await importStudents(
      client,
      listFile([...changed, ['004', 'Di', 'Roy', '10', 'C']]),
    );
    expect(done).toMatchObject({ created: 1, changed: 1 });
    expect(await undoImport(client, done.id)).toEqual({ undone: 2, kept: [] });
    expect(await client.people.students.list({})).toEqual(before);
    expect((await client.people.classes.list({})).map(({ name }) => name)).toEqual(['8B', '9A']);
    expect((await client.imports.list())[0]?.undoneAt).not.toBeNull();
    await expect(undoImport(client, done.id)).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { what: 'importUndone' },
    });
    const left = db.select().from(importChanges).all();
    expect(left.some(({ importId }) => importId === done.id)).toBe(false);
  });

  test('keeps whoever was meanwhile used or changed, and says why', async () => {
    const { client } = await createTestRegister();
    const { done } = await importStudents(client, listFile());
    const [ana, bo, cy] = await client.people.students.list({});
    await consentTo(client, ana?.id ?? '');
    await client.people.students.update({ id: bo?.id ?? '', fullName: 'Bo Sen Gupta' });
    const subject = await client.people.subjects.create({ name: 'Maths' });
    await client.register.start({ classId: cy?.classId ?? '', subjectId: subject.id });
    const { undone, kept } = await undoImport(client, done.id);
    expect(undone).toBe(0);
    expect(kept.map(({ fullName, why }) => [fullName, why])).toEqual(
      expect.arrayContaining([
        ['Ana Rao', 'consent'],
        ['Bo Sen Gupta', 'changed'],
        ['Cy Das', 'register'],
      ]),
    );
    expect(await numbers(client)).toHaveLength(3);
  });

  test('keeps a student with a guardian added by hand', async () => {
    const { client } = await createTestRegister();
    const { done } = await importStudents(client, listFile());
    const [ana] = await client.people.students.list({ search: '001' });
    const studentId = ana?.id ?? '';
    const guardian = { name: 'Aunt', relation: 'other', phone: null, email: null } as const;
    const added = await client.people.guardians.create({ studentId, ...guardian });
    await client.people.guardians.update({ id: added.id, ...guardian, phone: '+919876543219' });
    const { kept } = await undoImport(client, done.id);
    expect(kept).toMatchObject([{ studentNumber: '001', why: 'changed' }]);
    await client.people.guardians.remove({ id: added.id });
    expect(await client.people.guardians.list({ studentId })).toHaveLength(1);
    await expect(client.people.guardians.remove({ id: added.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
