import { describe, expect, test } from 'vitest';
import { templates } from '#main/db/schema/index.ts';
import { enrol } from '#tests/unit/support/test-class.ts';
import { type Client, createTestRegister } from '#tests/unit/support/test-register.ts';

const noSuchId = '0198c0de-0000-7000-8000-000000000000';

async function school() {
  const register = await createTestRegister();
  const { classes } = register.client.people;
  const nine = await classes.create({ name: '9A', lateAfterMinutes: null });
  const ten = await classes.create({ name: '10B', lateAfterMinutes: 10 });
  return { ...register, nine, ten };
}

function addStudent(client: Client, classId: string, studentNumber: string, fullName: string) {
  return client.people.students.create({ studentNumber, fullName, classId, email: null });
}

describe('classes', () => {
  test('are listed in the order people expect, with their counts', async () => {
    const { client, nine } = await school();
    const student = await addStudent(client, nine.id, '007', 'Ana García');
    await addStudent(client, nine.id, '008', 'Bo Chen');
    await client.people.students.update({ id: student.id, archived: true });
    const list = await client.people.classes.list({});
    expect(
      list.map(({ name, studentCount, enrolledCount }) => [name, studentCount, enrolledCount]),
    ).toEqual([
      ['9A', 1, 0],
      ['10B', 0, 0],
    ]);
  });

  test('have a name of their own, whatever its case', async () => {
    const { client, nine, ten } = await school();
    const taken = { code: 'CONFLICT', data: { what: 'className' } };
    await expect(
      client.people.classes.create({ name: '10b', lateAfterMinutes: null }),
    ).rejects.toMatchObject(taken);
    await expect(client.people.classes.update({ id: nine.id, name: '10B' })).rejects.toMatchObject(
      taken,
    );
    const renamed = await client.people.classes.update({ id: ten.id, name: '10b' });
    expect(renamed).toMatchObject({ name: '10b', lateAfterMinutes: 10 });
  });

  test('change only what is given; the late rule can be taken away', async () => {
    const { client, ten } = await school();
    const changed = await client.people.classes.update({ id: ten.id, lateAfterMinutes: null });
    expect(changed).toEqual({
      ...ten,
      lateAfterMinutes: null,
      lateRules: [...ten.lateRules, { from: '2026-03-02', lateAfterMinutes: null }],
    });
  });

  test('are archived when empty, their name is free again, and they come back if it still is', async () => {
    const { client, nine, platform } = await school();
    const { classes } = client.people;
    const student = await addStudent(client, nine.id, '007', 'Ana García');
    await expect(classes.update({ id: nine.id, archived: true })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { what: 'studentsInClass', name: '9A' },
    });
    await client.people.students.update({ id: student.id, archived: true });
    const archived = await classes.update({ id: nine.id, archived: true });
    expect(archived.archivedAt).toBe(platform.now());
    expect((await classes.list({})).map(({ name }) => name)).toEqual(['10B']);
    expect(await classes.list({ includeArchived: true })).toHaveLength(2);
    const second = await classes.create({ name: '9a', lateAfterMinutes: null });
    await expect(classes.update({ id: nine.id, archived: false })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await classes.update({ id: second.id, archived: true });
    expect((await classes.update({ id: nine.id, archived: false })).archivedAt).toBeNull();
  });

  test('that have an open session stay', async () => {
    const { client, nine } = await school();
    const subject = await client.people.subjects.create({ name: 'Maths' });
    const student = await addStudent(client, nine.id, '007', 'Ana García');
    await client.register.start({ classId: nine.id, subjectId: subject.id });
    await client.people.students.update({ id: student.id, archived: true });
    await expect(
      client.people.classes.update({ id: nine.id, archived: true }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { what: 'openSession' } });
  });

  test('that do not exist are not found', async () => {
    const { client } = await school();
    await expect(client.people.classes.update({ id: noSuchId, name: 'X' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'class' },
    });
  });
});

describe('subjects', () => {
  test('are made, renamed, archived and brought back', async () => {
    const { client } = await school();
    const { subjects } = client.people;
    const maths = await subjects.create({ name: 'Maths' });
    const art = await subjects.create({ name: 'Art' });
    expect(await subjects.list({})).toEqual([art, maths]);
    await expect(subjects.create({ name: 'ART' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { what: 'subjectName' },
    });
    await expect(subjects.update({ id: maths.id, name: 'art' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await subjects.update({ id: art.id, archived: true });
    expect(await subjects.list({})).toEqual([maths]);
    expect((await subjects.update({ id: maths.id, name: 'art' })).name).toBe('art');
    await expect(subjects.update({ id: art.id, archived: false })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const back = await subjects.update({ id: art.id, name: 'Fine art', archived: false });
    expect(back).toEqual({ id: art.id, name: 'Fine art', archivedAt: null });
  });
});

describe('students', () => {
  test('keep their number as text and know their class', async () => {
    const { client, ten } = await school();
    const made = await client.people.students.create({
      studentNumber: ' 00042 ',
      fullName: '  Amina Okafor ',
      classId: ten.id,
      email: 'amina@example.org',
    });
    expect(made).toEqual({
      id: made.id,
      studentNumber: '00042',
      fullName: 'Amina Okafor',
      classId: ten.id,
      className: '10B',
      email: 'amina@example.org',
      enrolment: 'noConsent',
      archivedAt: null,
    });
    expect(await client.people.students.get({ id: made.id })).toEqual(made);
  });

  test('have a number of their own, also once archived; the clash names whose it is', async () => {
    const { client, nine, ten } = await school();
    const first = await addStudent(client, nine.id, 's-1a', 'Ana García');
    await client.people.students.update({ id: first.id, archived: true });
    await expect(addStudent(client, ten.id, 'S-1A', 'Bo Chen')).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { what: 'studentNumber', name: 'Ana García' },
    });
    const changed = await client.people.students.update({ id: first.id, studentNumber: 'S-1A' });
    expect(changed.studentNumber).toBe('S-1A');
  });

  test('are listed by class, then name, and found by parts of name or number in any spelling', async () => {
    const { client, nine, ten } = await school();
    await addStudent(client, ten.id, '0301', 'Émile Zola');
    await addStudent(client, ten.id, '0302', 'Emil Adler');
    await addStudent(client, nine.id, '0201', 'Łukasz Żak');
    await addStudent(client, nine.id, '0202', 'ana 100% garcía_lópez');
    const find = async (search: string, rest = {}) => {
      const found = await client.people.students.list({ search, ...rest });
      return found.map(({ fullName }) => fullName);
    };
    expect(await find('')).toEqual([
      'ana 100% garcía_lópez',
      'Łukasz Żak',
      'Emil Adler',
      'Émile Zola',
    ]);
    expect(await find('EMIL')).toEqual(['Emil Adler', 'Émile Zola']);
    expect(await find('zola émile')).toEqual(['Émile Zola']);
    expect(await find('lukasz')).toEqual(['Łukasz Żak']);
    expect(await find('030')).toEqual(['Emil Adler', 'Émile Zola']);
    expect(await find('%')).toEqual(['ana 100% garcía_lópez']);
    expect(await find('_')).toEqual(['ana 100% garcía_lópez']);
    expect(await find("' OR 1=1 --")).toEqual([]);
    expect(await find('', { classId: nine.id })).toHaveLength(2);
  });

  test('archived ones are listed only when asked for, and can be brought back', async () => {
    const { client, nine, platform } = await school();
    const { students } = client.people;
    const { id } = await addStudent(client, nine.id, '1', 'Ana García');
    expect((await students.update({ id, archived: true })).archivedAt).toBe(platform.now());
    expect(await students.list({})).toEqual([]);
    expect(await students.list({ includeArchived: true })).toHaveLength(1);
    expect((await students.update({ id, archived: false })).archivedAt).toBeNull();
    expect(await students.list({})).toHaveLength(1);
  });

  test('who leave have their faces erased in the same step, and come back without', async () => {
    const { client, nine, ten, db } = await school();
    const { students } = client.people;
    const { id } = await addStudent(client, nine.id, '1', 'Ana García');
    const other = await addStudent(client, ten.id, '2', 'Bo Chen');
    await enrol(client, id, 1);
    await enrol(client, other.id, 2);
    const { id: subjectId } = await client.people.subjects.create({ name: 'Maths' });
    const session = await client.register.start({ classId: nine.id, subjectId });
    const known = async () => {
      const { studentIds } = await client.register.gallery({ sessionId: session.id });
      return new Set(studentIds);
    };
    expect(await known()).toEqual(new Set([id]));

    const archived = await students.update({ id, archived: true });
    expect(archived.enrolment).toBe('notEnrolled');
    expect(await known()).toEqual(new Set());
    const left = db.select({ of: templates.studentId }).from(templates).all();
    expect(new Set(left.map(({ of }) => of))).toEqual(new Set([other.id]));
    const erased = await client.activity.list({ kinds: ['templatesErased'] });
    expect(erased).toMatchObject([
      { actor: 'Ada Admin', studentId: id, detail: { templatesErased: 5 } },
    ]);

    expect((await students.update({ id, archived: false })).enrolment).toBe('notEnrolled');
    await students.update({ id, archived: true });
    expect(await client.activity.list({ kinds: ['templatesErased'] })).toEqual(erased);
  });

  test('keep their faces when they cannot be archived, or are only renamed', async () => {
    const { client, nine } = await school();
    const { students } = client.people;
    const { id } = await addStudent(client, nine.id, '1', 'Ana García');
    await addStudent(client, nine.id, '2', 'Bo Chen');
    await enrol(client, id, 1);
    await expect(students.update({ id, studentNumber: '2', archived: true })).rejects.toMatchObject(
      { code: 'CONFLICT' },
    );
    expect((await students.update({ id, fullName: 'Ana G.' })).enrolment).toBe('enrolled');
  });

  test('can neither join an archived class nor come back into one', async () => {
    const { client, nine, ten } = await school();
    const { students, classes } = client.people;
    const { id } = await addStudent(client, ten.id, '1', 'Ana García');
    await classes.update({ id: nine.id, archived: true });
    const refusal = { code: 'CONFLICT', data: { what: 'archivedClass', name: '9A' } };
    await expect(addStudent(client, nine.id, '2', 'Bo Chen')).rejects.toMatchObject(refusal);
    await expect(students.update({ id, classId: nine.id })).rejects.toMatchObject(refusal);
    await students.update({ id, archived: true });
    await classes.update({ id: ten.id, archived: true });
    await expect(students.update({ id, archived: false })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { what: 'archivedClass', name: '10B' },
    });
  });

  test('an e-mail address can be changed and taken away', async () => {
    const { client, nine } = await school();
    const { id } = await addStudent(client, nine.id, '1', 'Ana García');
    const given = await client.people.students.update({ id, email: 'ana@example.org' });
    expect(given.email).toBe('ana@example.org');
    expect((await client.people.students.update({ id, fullName: 'Ana G.' })).email).toBe(
      'ana@example.org',
    );
    expect((await client.people.students.update({ id, email: null })).email).toBeNull();
  });

  test('names with control characters and empty names are refused', async () => {
    const { client, nine } = await school();
    for (const fullName of ['', '   ', 'Ana\u0000', 'Ana\nGarcía']) {
      await expect(addStudent(client, nine.id, '1', fullName)).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      });
    }
  });
});
