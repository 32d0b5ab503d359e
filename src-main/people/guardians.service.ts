import type { Guardian } from '#shared/contract/people.contract.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { DomainError } from '../rpc/domain-error.ts';
import type { Asker } from './class-access.service.ts';
import {
  deleteGuardian,
  findGuardian,
  insertGuardian,
  listGuardians,
  updateGuardian,
} from './guardians.queries.ts';
import { readStudent, requireVisibleStudent } from './students.service.ts';

function readGuardian(db: Db, id: string): Guardian {
  const found = findGuardian(db, id);
  if (found === null) throw new DomainError('NOT_FOUND', { what: 'guardian' });
  return found;
}

/** For whoever may see the student. @throws DomainError NOT_FOUND, NOT_YOUR_CLASS */
export function guardiansOf(asker: Asker & { db: Db }, studentId: string): Guardian[] {
  requireVisibleStudent(asker.db, asker, studentId);
  return listGuardians(asker.db, studentId);
}

/** @throws DomainError NOT_FOUND for a student that is not there */
export function addGuardian(db: Db, guardian: Omit<Guardian, 'id'>, now: number): Guardian {
  return inTransaction(db, (tx) => {
    readStudent(tx, guardian.studentId);
    const id = newId();
    insertGuardian(tx, { ...guardian, id, createdAt: now });
    return readGuardian(tx, id);
  });
}

/** @throws DomainError NOT_FOUND */
export function changeGuardian(
  db: Db,
  { id, name, relation, phone, email }: Omit<Guardian, 'studentId'>,
): Guardian {
  return inTransaction(db, (tx) => {
    readGuardian(tx, id);
    updateGuardian(tx, id, { name, relation, phone, email });
    return readGuardian(tx, id);
  });
}

/** @throws DomainError NOT_FOUND */
export function removeGuardian(db: Db, id: string): void {
  inTransaction(db, (tx) => {
    readGuardian(tx, id);
    deleteGuardian(tx, id);
  });
}
