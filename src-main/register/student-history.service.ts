import type { DayRange } from '#shared/contract/base.ts';
import type { StudentHistory } from '#shared/contract/register.contract.ts';
import { findStudent } from '../people/students.queries.ts';
import { DomainError } from '../rpc/domain-error.ts';
import type { Caller } from './caller.ts';
import { allStatuses } from './statuses.queries.ts';
import { marksOfStudent } from './student-history.queries.ts';

/**
 * A student's marks in the registers of these days, newest first, whatever class they were taken
 * in, and the statuses that give them their meaning.
 * @throws DomainError NOT_FOUND
 */
export function readStudentHistory(
  { db }: Caller,
  asked: { studentId: string; range: DayRange },
): StudentHistory {
  if (!findStudent(db, asked.studentId)) throw new DomainError('NOT_FOUND', { what: 'student' });
  return { statuses: allStatuses(db), entries: marksOfStudent(db, asked) };
}
