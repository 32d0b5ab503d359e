import type { DayRange } from '#shared/contract/base.ts';
import type { StudentHistory } from '#shared/contract/register.contract.ts';
import { registersSeen } from '../../people/class-access.service.ts';
import { requireVisibleStudent } from '../../people/students.service.ts';
import type { Caller } from '../caller.ts';
import { seenBy } from '../sessions/sessions.queries.ts';
import { allStatuses } from '../statuses.queries.ts';
import { marksOfStudent } from './student-history.queries.ts';

/**
 * A student's marks in those registers of these days that the caller may see, newest first,
 * whatever class they were taken in, and the statuses that give them their meaning.
 * @throws DomainError NOT_FOUND or NOT_YOUR_CLASS
 */
export function readStudentHistory(
  caller: Caller,
  asked: { studentId: string; range: DayRange },
): StudentHistory {
  const { db } = caller;
  requireVisibleStudent(db, caller, asked.studentId);
  const seen = seenBy(registersSeen(db, caller));
  return { statuses: allStatuses(db), entries: marksOfStudent(db, asked, seen) };
}
