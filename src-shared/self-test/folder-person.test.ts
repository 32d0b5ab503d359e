import { expect, test } from 'vitest';
import { type KnownStudent, personOfFolder } from './folder-person.ts';

const student = (
  id: string,
  studentNumber: string,
  fullName: string,
  enrolment: KnownStudent['enrolment'] = 'enrolled',
): KnownStudent => ({ id, studentNumber, fullName, enrolment });

const students = [
  student('a', '007', 'Asha Rao'),
  student('b', '8B-12', 'José Núñez'),
  student('c', '8B', 'Mei Lin', 'notEnrolled'),
  student('d', '31', 'Dev Rao'),
  student('e', '32', 'dev rao'),
];

test.each([
  ['007', 'a'],
  ['007_Asha Rao', 'a'],
  ['007 whoever', 'a'],
  ['asha_rao', 'a'],
  ['ASHA  RAO', 'a'],
  ['8b-12', 'b'],
  ['8B_12_José', 'b'],
  ['Jose\u0301 Nu\u0301n\u0303ez', 'b'],
])('%s is a folder of %s', (folder, studentId) => {
  expect(personOfFolder(folder, students)).toEqual({ kind: 'enrolled', studentId });
});

test('a student without templates cannot be recognised', () => {
  expect(personOfFolder('Mei Lin', students)).toEqual({ kind: 'notEnrolled', studentId: 'c' });
});

test('two students of one name need their numbers', () => {
  expect(personOfFolder('Dev Rao', students)).toEqual({ kind: 'ambiguous' });
  expect(personOfFolder('32_Dev Rao', students)).toEqual({ kind: 'enrolled', studentId: 'e' });
});

test.each(['0071', '07', 'Asha', 'Visitors', ''])('%s is nobody of the class', (folder) => {
  expect(personOfFolder(folder, students)).toEqual({ kind: 'stranger' });
});
