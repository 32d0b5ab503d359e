import { expect, test } from 'vitest';
import { enrolmentStateSchema, type Student } from '#shared/contract/people.contract.ts';
import { withFaces } from './face-filter.ts';

const students: Student[] = enrolmentStateSchema.options.map((enrolment) => ({
  id: enrolment,
  studentNumber: '1',
  fullName: enrolment,
  classId: 'class',
  className: '8B',
  email: null,
  enrolment,
  archivedAt: null,
}));

test.each([
  [undefined, ['noConsent', 'notEnrolled', 'enrolled', 'reEnrol', 'weak', 'sinking']],
  ['renew', ['reEnrol', 'weak', 'sinking']],
  ['missing', ['noConsent', 'notEnrolled']],
] as const)('%s', (filter, names) => {
  expect(withFaces(students, filter).map(({ fullName }) => fullName)).toEqual(names);
});
