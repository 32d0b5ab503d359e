import { expect, test } from 'vitest';
import { type Client, createTestRegister } from '#tests/unit/support/test-register.ts';

async function school() {
  const register = await createTestRegister();
  const { classes, subjects } = register.client.people;
  const taught = await register.signInAs('teacher', 'tara');
  const other = await register.signInAs('teacher', 'omar');
  const [eight, nine] = [
    await classes.create({ name: '8B', lateAfterMinutes: 10, teacherIds: [taught.account.id] }),
    await classes.create({ name: '9A', lateAfterMinutes: 10, teacherIds: [other.account.id] }),
  ];
  const maths = await subjects.create({ name: 'Mathematics' });
  return { ...register, eight, nine, maths, teacher: taught.client };
}

function addStudent(client: Client, classId: string, studentNumber: string, fullName: string) {
  return client.people.students.create({ studentNumber, fullName, classId, email: null });
}

const names = async (client: Client, search: string) =>
  (await client.people.search.find({ search })).students.map(({ fullName }) => fullName);

test('students are found by any part of the name, the best fit first', async () => {
  const { client, eight } = await school();
  await addStudent(client, eight.id, '101', 'Sunita Madhavan');
  await addStudent(client, eight.id, '102', 'Aditya Mehra');
  await addStudent(client, eight.id, '103', 'Radha Adiga');
  await addStudent(client, eight.id, '104', 'José García');
  expect(await names(client, 'adi')).toEqual(['Aditya Mehra', 'Radha Adiga']);
  expect(await names(client, 'MEHRA adit')).toEqual(['Aditya Mehra']);
  expect(await names(client, 'jose garcia')).toEqual(['José García']);
  expect(await names(client, 'nobody')).toEqual([]);
});

test('an exact student ID comes before names and longer numbers', async () => {
  const { client, eight } = await school();
  await addStudent(client, eight.id, '1070', 'Aarav One');
  await addStudent(client, eight.id, '107', 'Zoya Two');
  expect(await names(client, '107')).toEqual(['Zoya Two', 'Aarav One']);
});

test('Devanagari is found by its vowel signs, with or without dots, and letter for letter first', async () => {
  const { client, eight } = await school();
  await addStudent(client, eight.id, '1', 'रमा देवी');
  await addStudent(client, eight.id, '2', 'राम कुमार');
  await addStudent(client, eight.id, '3', 'ज़ोया ख़ान');
  await addStudent(client, eight.id, '4', 'आरिफ़ खान');
  expect(await names(client, 'राम')).toEqual(['राम कुमार']);
  expect(await names(client, 'रम')).toEqual(['रमा देवी']);
  expect(await names(client, 'खान')).toEqual(['आरिफ़ खान', 'ज़ोया ख़ान']);
  expect(await names(client, 'ज़ोया')).toEqual(['ज़ोया ख़ान']);
});

test('the class narrows the students, and alone finds the class', async () => {
  const { client, eight, nine } = await school();
  await addStudent(client, eight.id, '1', 'Dev Rao');
  await addStudent(client, nine.id, '2', 'Dev Nair');
  expect(await names(client, 'dev 9a')).toEqual(['Dev Nair']);
  const found = await client.people.search.find({ search: '9a' });
  expect(found.students).toEqual([]);
  expect(found.classes).toEqual([{ id: nine.id, name: '9A', studentCount: 1 }]);
  expect((await client.people.search.find({ search: 'maths'.slice(0, 4) })).subjects).toHaveLength(
    1,
  );
});

test('a guardian’s number finds the student, however it is dialled', async () => {
  const { client, eight } = await school();
  const { id: studentId } = await addStudent(client, eight.id, '1', 'Dev Rao');
  const guardian = { name: 'R. Rao', relation: 'father', email: null } as const;
  await client.people.guardians.create({ studentId, ...guardian, phone: '+919876543210' });
  for (const search of ['+91 98765 43210', '098765-43210', '43210']) {
    expect((await client.people.search.find({ search })).students, search).toMatchObject([
      { fullName: 'Dev Rao', phone: '+919876543210' },
    ]);
  }
  expect(await names(client, '321')).toEqual([]);
});

test('a student whose guardians share a number, or have much the same, is found once', async () => {
  const { client, eight } = await school();
  const { id: studentId } = await addStudent(client, eight.id, '1', 'Dev Rao');
  const other = await addStudent(client, eight.id, '2', 'Eva Rao');
  for (const [of, name, phone] of [
    [studentId, 'R. Rao', '+919876543210'],
    [studentId, 'S. Rao', '+919876543210'],
    [studentId, 'T. Rao', '+919876543211'],
    [other.id, 'R. Rao', '+919876543210'],
  ] as const) {
    const guardian = { name, relation: 'guardian', email: null, phone } as const;
    await client.people.guardians.create({ studentId: of, ...guardian });
  }
  expect(await names(client, '98765 4321')).toEqual(['Dev Rao', 'Eva Rao']);
});

test('a teacher finds nothing of classes that are not theirs; archived students are nobody’s', async () => {
  const { client, teacher, eight, nine } = await school();
  await addStudent(client, eight.id, '1', 'Dev Rao');
  const gone = await addStudent(client, eight.id, '2', 'Dev Gone');
  await client.people.students.update({ id: gone.id, archived: true });
  const { id: studentId } = await addStudent(client, nine.id, '3', 'Dev Nair');
  const guardian = { name: 'N. Nair', relation: 'mother', email: null } as const;
  await client.people.guardians.create({ studentId, ...guardian, phone: '+919876543210' });
  expect(await names(client, 'dev')).toEqual(['Dev Nair', 'Dev Rao']);
  expect(await names(teacher, 'dev')).toEqual(['Dev Rao']);
  expect(await names(teacher, '9876543210')).toEqual([]);
  expect((await teacher.people.search.find({ search: '9A' })).classes).toEqual([]);
});

test('registers are found by their day, and by class, subject or teacher besides', async () => {
  const { client, teacher, eight, nine, maths } = await school();
  await addStudent(client, eight.id, '1', 'Dev Rao');
  await addStudent(client, nine.id, '2', 'Dev Nair');
  const taken = await teacher.register.start({ classId: eight.id, subjectId: maths.id });
  await client.register.start({ classId: nine.id, subjectId: maths.id });
  const found = async (by: Client, search: string) =>
    (await by.people.search.find({ search })).registers
      .map(({ className }) => className)
      .toSorted();
  expect(await found(client, 'today')).toEqual(['8B', '9A']);
  expect(await found(client, '2 March 8b')).toEqual(['8B']);
  expect(await found(client, 'today math')).toEqual(['8B', '9A']);
  expect(await found(client, 'yesterday')).toEqual([]);
  const unmatched = async (search: string) =>
    (await client.people.search.find({ search })).unmatched;
  expect(await unmatched('2 March 8b')).toBeNull();
  expect(await unmatched('2 March 10 C')).toBe('10 C');
  expect(await unmatched('yesterday 8b')).toBe('8b');
  expect(await unmatched('yesterday')).toBeNull();
  expect(await unmatched('8B')).toBeNull();
  expect(await found(client, '8B')).toEqual([]);
  expect(await found(teacher, 'today')).toEqual(['8B']);
  expect((await teacher.people.search.find({ search: 'today' })).registers[0]?.id).toBe(taken.id);
});

test('a student’s account and nobody find nothing', async () => {
  const { client, eight, signInAsStudent, connect } = await school();
  const student = await addStudent(client, eight.id, '1', 'Dev Rao');
  const own = await signInAsStudent(student.id);
  await expect(own.client.people.search.find({ search: 'dev' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await expect(connect().client.people.search.find({ search: 'dev' })).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
});
