import { expect, test } from 'vitest';
import type { EnrolmentState, Student } from '#shared/contract/people.contract.ts';
import { faceFolders, skipReason } from './face-folders.ts';

function student(studentNumber: string, enrolment: EnrolmentState = 'notEnrolled'): Student {
  const id = '0198c0de-0000-7000-8000-000000000000';
  const rest = { classId: id, className: '8B', email: null, archivedAt: null };
  return { id, studentNumber, fullName: `Pupil ${studentNumber}`, enrolment, ...rest };
}

const at = (path: string) => ({ path, file: new File(['x'], path.split('/').at(-1) ?? '') });

test('a folder belongs to the student whose number its name begins with', () => {
  const students = [student('12'), student('12_A'), student('ADM-7')];
  const found = faceFolders(
    [
      at('faces/12_Asha Verma/front.jpg'),
      at('faces/12_Asha Verma/notes.txt'),
      at('faces/12_a_Bo/left.PNG'),
      at('faces/adm-7/front.jpeg'),
      at('faces/120_Nobody/front.jpg'),
      at('faces/readme.txt'),
    ],
    students,
  );
  expect(found.map((one) => [one.name, one.student?.studentNumber, one.pictures.length])).toEqual([
    ['12_a_Bo', '12_A', 1],
    ['12_Asha Verma', '12', 1],
    ['120_Nobody', undefined, 1],
    ['adm-7', 'ADM-7', 1],
  ]);
});

test('what is left out, and why', () => {
  const picture = new File(['x'], 'a.jpg');
  const folder = (enrolment: EnrolmentState) => ({
    name: '1',
    student: student('1', enrolment),
    pictures: [picture],
  });
  expect(skipReason({ ...folder('notEnrolled'), student: null }, false)).toBe('noStudent');
  expect(skipReason({ ...folder('notEnrolled'), pictures: [] }, false)).toBe('noPicture');
  expect(skipReason(folder('noConsent'), true)).toBe('noConsent');
  expect(skipReason(folder('enrolled'), false)).toBe('enrolled');
  expect(skipReason(folder('enrolled'), true)).toBeNull();
  expect(skipReason(folder('reEnrol'), false)).toBeNull();
});
