import type { EnrolmentState, Student } from '#shared/contract/people.contract.ts';
import { nameOrder } from '#shared/people/name-order.ts';
import type { StudentColumn } from './students-search.ts';

/** What needs work first. */
const ENROLMENT_ORDER: Record<EnrolmentState, number> = {
  noConsent: 0,
  notEnrolled: 1,
  reEnrol: 2,
  weak: 3,
  sinking: 3,
  enrolled: 4,
};

function compare(column: StudentColumn, one: Student, other: Student): number {
  if (column === 'enrolment') {
    return ENROLMENT_ORDER[one.enrolment] - ENROLMENT_ORDER[other.enrolment];
  }
  return nameOrder.compare(one[column], other[column]);
}

/** The students by a column, and by name within; the input stays as it is. */
export function sortStudents(
  students: readonly Student[],
  column: StudentColumn,
  descending: boolean,
): Student[] {
  const sign = descending ? -1 : 1;
  return [...students].sort(
    (one, other) =>
      sign * compare(column, one, other) || nameOrder.compare(one.fullName, other.fullName),
  );
}
