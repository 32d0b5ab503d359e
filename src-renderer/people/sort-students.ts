import type { EnrolmentState, Student } from '#shared/contract/people.contract.ts';
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

/** Numbers inside text count as numbers: 7B before 10A, 0098 before 0102. */
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function compare(column: StudentColumn, one: Student, other: Student): number {
  if (column === 'enrolment') {
    return ENROLMENT_ORDER[one.enrolment] - ENROLMENT_ORDER[other.enrolment];
  }
  return collator.compare(one[column], other[column]);
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
      sign * compare(column, one, other) || collator.compare(one.fullName, other.fullName),
  );
}
