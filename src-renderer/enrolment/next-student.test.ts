import { expect, it } from 'vitest';
import type { EnrolmentState, Student } from '#shared/contract/people.contract.ts';
import { nextToEnrol } from './next-student.ts';

function student(fullName: string, enrolment: EnrolmentState, archivedAt: number | null = null) {
  const made: Student = {
    id: fullName,
    studentNumber: fullName,
    fullName,
    classId: 'class',
    className: '4b',
    email: null,
    enrolment,
    archivedAt,
  };
  return made;
}

const group = [
  student('Dana', 'noConsent'),
  student('Ann', 'notEnrolled'),
  student('Bea', 'enrolled'),
  student('Cas', 'enrolled'),
];

it('goes on by name and passes over those who are known', () => {
  expect(nextToEnrol(group, 'Bea')?.fullName).toBe('Dana');
});

it('begins again from the top', () => {
  expect(nextToEnrol(group, 'Dana')?.fullName).toBe('Ann');
});

it('never names the student just done, nor one who has left', () => {
  expect(nextToEnrol([student('Ann', 'notEnrolled'), student('Bea', 'noConsent', 5)], 'Ann')).toBe(
    null,
  );
});

it('takes old faces for unknown', () => {
  expect(nextToEnrol([student('Ann', 'enrolled'), student('Bea', 'reEnrol')], 'Ann')?.id).toBe(
    'Bea',
  );
});
