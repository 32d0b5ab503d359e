import type { EnrolmentState, Student } from '#shared/contract/people.contract.ts';
import type { FaceFilter } from './students-search.ts';

const STATES: Record<FaceFilter, readonly EnrolmentState[]> = {
  renew: ['reEnrol', 'weak', 'sinking'],
  missing: ['noConsent', 'notEnrolled'],
};

/** The students whose faces stand as asked for; all of them when nothing is. */
export function withFaces(
  students: readonly Student[],
  filter: FaceFilter | undefined,
): readonly Student[] {
  if (filter === undefined) return students;
  return students.filter(({ enrolment }) => STATES[filter].includes(enrolment));
}
