import type { Student } from '#shared/contract/people.contract.ts';
import { nameOrder } from '#shared/people/name-order.ts';

/** Whom to enrol after this student: the next of the class, by name, whose face is not known yet. */
export function nextToEnrol(students: readonly Student[], doneId: string): Student | null {
  const byName = students.toSorted((a, b) => nameOrder.compare(a.fullName, b.fullName));
  const at = byName.findIndex((student) => student.id === doneId);
  const inTurn = [...byName.slice(at + 1), ...byName.slice(0, Math.max(0, at))];
  return (
    inTurn.find((student) => student.enrolment !== 'enrolled' && student.archivedAt === null) ??
    null
  );
}
