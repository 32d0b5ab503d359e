import { expect, test } from 'vitest';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { createEnrolledClass, createTestClass, enrol } from '#tests/unit/support/test-class.ts';
import { faceOf } from '#tests/unit/support/test-faces.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';

test('the faces of one class, as a session with it would know them', async () => {
  const register = await createTestRegister();
  const { client } = register;
  const own = await createEnrolledClass(register, { name: '8B', students: 2 });
  const other = await createTestClass(client, { name: '9A', students: 1 });
  await enrol(client, other.students[0]?.id ?? '', 9);
  const gallery = await client.selfTest.gallery({ classId: own.classId });
  const { id: modelId, dimension } = DESCRIPTOR_MODEL;
  expect(gallery).toMatchObject({ modelId, dimension });
  const ids = own.students.map(({ id }) => id).sort();
  expect([...new Set(gallery.studentIds)]).toEqual(ids);
  expect(gallery.vectors).toHaveLength(gallery.studentIds.length * dimension);
  const first = gallery.studentIds.indexOf(own.students[0]?.id ?? '');
  expect(gallery.vectors.slice(first * dimension, (first + 1) * dimension)).toEqual(faceOf(1));
});

test('nobody whose consent has ended or who has left', async () => {
  const register = await createTestRegister();
  const { client } = register;
  const { classId, students } = await createEnrolledClass(register, { students: 3 });
  const [one, two, three] = students.map(({ id }) => id) as [string, string, string];
  await client.enrolment.withdrawConsent({ studentId: one });
  await client.people.students.update({ id: two, archived: true });
  const { studentIds } = await client.selfTest.gallery({ classId });
  expect(new Set(studentIds)).toEqual(new Set([three]));
});

test('not for teachers, and not of a class that is gone', async () => {
  const register = await createTestRegister();
  const { classId } = await createEnrolledClass(register, { students: 1 });
  const teacher = await register.signInAs('teacher');
  await expect(teacher.client.selfTest.gallery({ classId })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  const gone = '0198c0de-0000-7000-8000-000000000000';
  await expect(register.client.selfTest.gallery({ classId: gone })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
