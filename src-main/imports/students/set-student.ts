import type { Db } from '../../db/database.ts';
import { newId } from '../../db/new-id.ts';
import { guardians } from '../../db/schema/index.ts';
import { deleteGuardiansOf } from '../../people/guardians.queries.ts';
import { joinClass } from '../../people/memberships.service.ts';
import { updateStudent } from '../../people/students.queries.ts';
import { searchKey } from '../../people/text-keys.ts';
import type { StudentSnapshot } from './student-snapshot.ts';

/** Puts a student into a state; the move to another class counts from that day. */
export function setStudent(
  tx: Db,
  { id, studentNumber }: { id: string; studentNumber: string },
  { before, after }: { before: StudentSnapshot; after: StudentSnapshot },
  { now, day }: { now: number; day: string },
): void {
  const { fullName, classId, email } = after;
  const key = searchKey(`${fullName} ${studentNumber}`);
  updateStudent(tx, id, { fullName, classId, email, searchKey: key });
  if (before.classId !== classId) joinClass(tx, { studentId: id, classId, day });
  if (JSON.stringify(before.guardians) === JSON.stringify(after.guardians)) return;
  deleteGuardiansOf(tx, id);
  const rows = after.guardians.map((one) => ({
    ...one,
    id: newId(),
    studentId: id,
    createdAt: now,
  }));
  if (rows.length > 0) tx.insert(guardians).values(rows).run();
}
