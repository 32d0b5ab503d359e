import type { Student } from '#shared/contract/people.contract.ts';
import { placedFrom } from '#shared/people/membership-spans.ts';
import { searchKey, searchWords } from '#shared/people/search-key.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import type { Enroller } from '../enrolment/enroller.ts';
import { eraseIn, forgetErased } from '../enrolment/templates.service.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { type Asker, isVisible, registersSeen } from './class-access.service.ts';
import { readClass } from './classes.service.ts';
import { joinClass, leaveClass, rearrange } from './memberships.service.ts';
import type { Moment } from './school-day.ts';
import {
  findStudent,
  findStudentByNumberKey,
  insertStudent,
  listStudents,
  type StudentFilter,
  updateStudent,
  wasTakenBy,
} from './students.queries.ts';
import { comparisonKey, nameOrder } from './text-keys.ts';

export interface NewStudent {
  studentNumber: string;
  fullName: string;
  classId: string;
  email: string | null;
}

export type StudentChanges = {
  id: string;
  archived?: boolean | undefined;
  /** The first day in the class; today where left out. */
  classFrom?: string | undefined;
} & {
  [K in keyof NewStudent]?: NewStudent[K] | undefined;
};

/** @throws DomainError NOT_FOUND */
export function readStudent(db: Db, id: string): Student {
  const found = findStudent(db, id);
  if (found === null) throw new DomainError('NOT_FOUND', { what: 'student' });
  return found;
}

/**
 * The student, for whoever teaches the class now, or sees a register with the student in it
 * by who has taken it.
 * @throws DomainError NOT_FOUND or NOT_YOUR_CLASS
 */
export function requireVisibleStudent(db: Db, asker: Asker, id: string): Student {
  const student = readStudent(db, id);
  const { classId, className } = student;
  const { teacherIds, classes } = registersSeen(db, asker);
  const seen = isVisible(classes, classId);
  if (seen || wasTakenBy(db, id, teacherIds)) return student;
  throw new DomainError('NOT_YOUR_CLASS', { className });
}

const byClassThenName = (a: Student, b: Student): number =>
  nameOrder.compare(a.className, b.className) || nameOrder.compare(a.fullName, b.fullName);

/** By class, then name. Every word of `search` must be in the name or the number. */
export function searchStudents(
  db: Db,
  { search, ...filter }: { search: string } & Omit<StudentFilter, 'words'>,
): Student[] {
  return listStudents(db, { ...filter, words: searchWords(search) }).toSorted(byClassThenName);
}

function keysOf({ studentNumber, fullName }: Pick<NewStudent, 'studentNumber' | 'fullName'>) {
  return {
    numberKey: comparisonKey(studentNumber),
    searchKey: searchKey(`${fullName} ${studentNumber}`),
  };
}

function assertFreeNumber(db: Db, studentNumber: string, exceptId: string | null): void {
  const other = findStudentByNumberKey(db, comparisonKey(studentNumber));
  if (other !== null && other.id !== exceptId) {
    throw new DomainError('CONFLICT', { what: 'studentNumber', name: other.fullName });
  }
}

function assertActiveClass(db: Db, classId: string): void {
  const { archivedAt, name } = readClass(db, classId);
  if (archivedAt !== null) throw new DomainError('CONFLICT', { what: 'archivedClass', name });
}

/** The day given, or today. @throws DomainError INVALID for one that is yet to come */
function pastDay(given: string | undefined, today: string): string {
  if (given !== undefined && given > today) {
    throw new DomainError('INVALID', { field: 'classFrom', why: 'futureDay' });
  }
  return given ?? today;
}

/** Into the class from today, or from the day given; past registers follow. */
function place(
  tx: Db,
  changer: Enroller,
  {
    id: studentId,
    classId,
    classFrom,
  }: { id: string; classId: string; classFrom?: string | undefined },
  today: string,
): void {
  if (classFrom === undefined) joinClass(tx, { studentId, classId, day: today });
  else {
    const day = pastDay(classFrom, today);
    rearrange(tx, changer, {
      studentId,
      today,
      to: (spans) => placedFrom(spans, { classId, day }),
    });
  }
}

/** @throws DomainError CONFLICT for a number that is taken or an archived class, NOT_FOUND */
export function createStudent(
  db: Db,
  { classFrom, ...student }: NewStudent & { classFrom?: string | undefined },
  { now, day }: Moment,
): Student {
  return inTransaction(db, (tx) => {
    assertFreeNumber(tx, student.studentNumber, null);
    assertActiveClass(tx, student.classId);
    const id = newId();
    const { studentNumber, fullName, classId, email } = student;
    const keys = keysOf(student);
    insertStudent(tx, { id, studentNumber, fullName, classId, email, ...keys, createdAt: now });
    joinClass(tx, { studentId: id, classId, day: pastDay(classFrom, day) });
    return readStudent(tx, id);
  });
}

/** The row as it is to be: what was, with what is given laid over it. */
function changed(before: Student, changes: StudentChanges, now: number) {
  const after = {
    studentNumber: changes.studentNumber ?? before.studentNumber,
    fullName: changes.fullName ?? before.fullName,
    classId: changes.classId ?? before.classId,
    email: changes.email === undefined ? before.email : changes.email,
  };
  const archived = changes.archived ?? before.archivedAt !== null;
  const archivedAt = archived ? (before.archivedAt ?? now) : null;
  return { ...after, ...keysOf(after), archivedAt };
}

/**
 * Changes what is given. A move to another class counts from today; archiving ends the
 * membership today and erases the student's face templates, as the consent text promises;
 * restoring begins a membership.
 * @throws DomainError NOT_FOUND, CONFLICT for a number that is taken or an archived class
 */
export function changeStudent(
  changer: Enroller,
  changes: StudentChanges,
  { now, day }: Moment,
): Student {
  const { db } = changer;
  const { student, erased } = inTransaction(db, (tx) => {
    const before = readStudent(tx, changes.id);
    const after = changed(before, changes, now);
    assertFreeNumber(tx, after.studentNumber, before.id);
    const isActive = after.archivedAt === null;
    if (isActive || after.classId !== before.classId) assertActiveClass(tx, after.classId);
    updateStudent(tx, before.id, after);
    if (isActive) place(tx, changer, { ...changes, classId: after.classId }, day);
    else leaveClass(tx, { studentId: before.id, day });
    const erased = isActive ? 0 : eraseIn(tx, changer, before.id);
    return { student: readStudent(tx, before.id), erased };
  });
  if (erased > 0) forgetErased(changer, student.id);
  return student;
}
