import { expect, test } from 'vitest';
import type { EnrolmentState, Student } from '#shared/contract/people.contract.ts';
import { sortStudents } from './sort-students.ts';

function student(fullName: string, className: string, enrolment: EnrolmentState): Student {
  return {
    id: crypto.randomUUID(),
    studentNumber: fullName,
    fullName,
    classId: crypto.randomUUID(),
    className,
    email: null,
    enrolment,
    archivedAt: null,
  };
}

const students = [
  student('Zoe', '10A', 'enrolled'),
  student('amir', '7B', 'noConsent'),
  student('Émile', '7B', 'notEnrolled'),
  student('Bea', '7B', 'reEnrol'),
];

const names = (sorted: Student[]) => sorted.map((one) => one.fullName);

test('by class: 7B comes before 10A, names in order within a class', () => {
  expect(names(sortStudents(students, 'className', false))).toEqual([
    'amir',
    'Bea',
    'Émile',
    'Zoe',
  ]);
});

test('descending turns the column round, not the names within it', () => {
  expect(names(sortStudents(students, 'className', true))).toEqual(['Zoe', 'amir', 'Bea', 'Émile']);
});

test('by face: those without consent first, those enrolled last', () => {
  expect(names(sortStudents(students, 'enrolment', false))).toEqual([
    'amir',
    'Émile',
    'Bea',
    'Zoe',
  ]);
});

test('the list given is left as it was', () => {
  sortStudents(students, 'fullName', false);
  expect(students[0]?.fullName).toBe('Zoe');
});
