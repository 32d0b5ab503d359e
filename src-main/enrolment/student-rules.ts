import type { Student } from '#shared/contract/people.contract.ts';
import type { Db } from '../db/database.ts';
import { findStudent } from '../people/students.queries.ts';
import { DomainError } from '../rpc/domain-error.ts';

/** @throws DomainError NOT_FOUND */
export function requireStudent(db: Db, studentId: string): Student {
  const student = findStudent(db, studentId);
  if (!student) throw new DomainError('NOT_FOUND', { what: 'student' });
  return student;
}

/** @throws DomainError NOT_FOUND, also for a student who is archived */
export function requireActiveStudent(db: Db, studentId: string): Student {
  const student = requireStudent(db, studentId);
  if (student.archivedAt !== null) throw new DomainError('NOT_FOUND', { what: 'student' });
  return student;
}
