import { asc, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { Guardian } from '#shared/contract/people.contract.ts';
import type { ListedGuardian } from '#shared/imports/read-students.ts';
import type { Db } from '../../db/database.ts';
import { classes, guardians as guardianRows, students } from '../../db/schema/index.ts';
import { listClasses } from '../../people/classes.queries.ts';
import { listAllGuardians } from '../../people/guardians.queries.ts';
import { comparisonKey } from '../../people/text-keys.ts';
import { inBatches } from '../imports.queries.ts';

/** A student as the register has it. */
export interface KnownStudent {
  id: string;
  studentNumber: string;
  fullName: string;
  classId: string;
  className: string;
  email: string | null;
  archivedAt: number | null;
  guardians: ListedGuardian[];
}

export interface KnownPeople {
  /** By `comparisonKey` of the number. */
  students: ReadonlyMap<string, KnownStudent & { numberKey: string }>;
  /** The active class that a list means by this name. */
  findClass(name: string): { id: string; name: string } | null;
}

const SEPARATORS = /[\s\-_./]+/g;

/**
 * Equal for "8 B", "8-B" and "8b": lists write a class in many ways. Between two digits a separator
 * stays one, so that 1-12 and 11-2 are two classes.
 */
export function classKey(name: string): string {
  const key = comparisonKey(name);
  return key.replace(SEPARATORS, (separator, at: number) => {
    const isBetweenDigits =
      /\d$/.test(key.slice(0, at)) && /^\d/.test(key.slice(at + separator.length));
    return isBetweenDigits ? '-' : '';
  });
}

function listed({ name, relation, phone, email }: Guardian): ListedGuardian {
  return { name, relation, phone, email };
}

/** Finds an active class by its name, or by one written a little differently. */
export function classFinder(db: Db): KnownPeople['findClass'] {
  const active = listClasses(db, { includeArchived: false }).map(({ id, name }) => ({ id, name }));
  const exact = new Map(active.map((one) => [comparisonKey(one.name), one]));
  const loose = new Map(active.map((one) => [classKey(one.name), one]));
  return (name) => exact.get(comparisonKey(name)) ?? loose.get(classKey(name)) ?? null;
}

function selectStudents(db: Db) {
  return db
    .select({
      id: students.id,
      studentNumber: students.studentNumber,
      numberKey: students.numberKey,
      fullName: students.fullName,
      classId: students.classId,
      className: classes.name,
      email: students.email,
      archivedAt: students.archivedAt,
    })
    .from(students)
    .innerJoin(classes, eq(classes.id, students.classId));
}

/** Everybody the register knows, read once for a whole list. */
export function knownPeople(db: Db): KnownPeople {
  const guardians = Map.groupBy(listAllGuardians(db), ({ studentId }) => studentId);
  const withGuardians = selectStudents(db)
    .all()
    .map((student) => {
      const own = guardians.get(student.id) ?? [];
      return [student.numberKey, { ...student, guardians: own.map(listed) }] as const;
    });
  return { students: new Map(withGuardians), findClass: classFinder(db) };
}

/** In the order they were added. */
function guardiansOf(db: Db, studentIds: readonly string[]): Guardian[] {
  const { createdAt, ...columns } = getTableColumns(guardianRows);
  return db
    .select(columns)
    .from(guardianRows)
    .where(inArray(guardianRows.studentId, [...studentIds]))
    .orderBy(asc(createdAt), asc(guardianRows.id))
    .all();
}

/** Whether anybody has one of these numbers. */
export function isNumberTaken(db: Db, numberKeys: readonly string[]): boolean {
  const row = db
    .select({ id: students.id })
    .from(students)
    .where(inArray(students.numberKey, [...numberKeys]))
    .get();
  return row !== undefined;
}

/** These students as an import would see them now, by id; those who are no longer there are left out. */
export function knownStudents(db: Db, ids: readonly string[]): ReadonlyMap<string, KnownStudent> {
  const known = new Map<string, KnownStudent>();
  inBatches(ids, (some) => {
    const rows = selectStudents(db).where(inArray(students.id, some)).all();
    const guardians = Map.groupBy(guardiansOf(db, some), ({ studentId }) => studentId);
    for (const { numberKey: _key, ...student } of rows) {
      known.set(student.id, {
        ...student,
        guardians: (guardians.get(student.id) ?? []).map(listed),
      });
    }
  });
  return known;
}
