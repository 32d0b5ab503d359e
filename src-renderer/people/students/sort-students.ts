import type { SortValue } from '#renderer/app/parts/data-table/column.ts';
import { sortBy } from '#renderer/app/parts/data-table/sort-rows.ts';
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

/** What students are sorted by in each column. */
export const STUDENT_VALUES: Record<StudentColumn, (student: Student) => SortValue> = {
  studentNumber: ({ studentNumber }) => studentNumber,
  fullName: ({ fullName }) => fullName,
  className: ({ className }) => className,
  email: ({ email }) => email,
  enrolment: ({ enrolment }) => ENROLMENT_ORDER[enrolment],
};

/** The students by a column, and by name within; the input stays as it is. */
export function sortStudents(
  students: readonly Student[],
  column: StudentColumn,
  descending: boolean,
): Student[] {
  const byName = sortBy(students, STUDENT_VALUES.fullName, false);
  return sortBy(byName, STUDENT_VALUES[column], descending);
}
