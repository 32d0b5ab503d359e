import { and, asc, count, desc, eq, inArray, isNull, min, or, type SQL, sql } from 'drizzle-orm';
import type { Found } from '#shared/contract/search.contract.ts';
import type { Db } from '../db/database.ts';
import { accounts, classes, guardians, sessions, students, subjects } from '../db/schema/index.ts';
import type { VisibleClasses } from '../people/class-access.service.ts';
import { startedWithin } from '../register/sessions/sessions.queries.ts';

const studentColumns = {
  id: students.id,
  fullName: students.fullName,
  studentNumber: students.studentNumber,
  className: classes.name,
};

const within = (visible: VisibleClasses): SQL | undefined =>
  visible === 'all' ? undefined : inArray(students.classId, [...visible]);

/** A word of a search for students. */
export interface StudentWord {
  /** Folded as `students.searchKey` is. */
  key: string;
  /** As typed. */
  typed: string;
  /** The classes whose name begins with it. */
  classIds: readonly string[];
}

const inKey = (key: string): SQL => sql`instr(${students.searchKey}, ${key})`;
const isNumber = ({ key }: StudentWord): SQL => sql`(${students.numberKey} = ${key})`;

/** Where a word is: 0 at the start of the name, 1 at the start of a later word, 2 within one. */
const place = ({ key }: StudentWord): SQL<number> =>
  sql`CASE WHEN ${inKey(key)} = 1 THEN 0 WHEN ${inKey(` ${key}`)} > 0 THEN 1 ELSE 2 END`;

/** 0 where the word is in the name letter for letter, vowel signs and all. */
const asTyped = ({ typed }: StudentWord): SQL<number> =>
  sql`(instr(lower(${students.fullName}), lower(${typed})) = 0)`;

/** Adds them up; 0 for none. */
const sum = (terms: readonly SQL[]): SQL => sql.join([sql`0`, ...terms], sql` + `);

/**
 * Active students with every word in name or number, or at the start of the class's name; at least
 * one in the name or number. An exact number first, then names by where in them the words are.
 */
export function findStudents(
  db: Db,
  words: readonly StudentWord[],
  { visible, limit }: { visible: VisibleClasses; limit: number },
): Found['students'] {
  if (words.length === 0) return [];
  const inNameOrClass = words.map(({ key, classIds }) =>
    or(
      sql`${inKey(key)} > 0`,
      classIds.length > 0 ? inArray(students.classId, [...classIds]) : undefined,
    ),
  );
  return db
    .select({ ...studentColumns, phone: sql<null>`NULL` })
    .from(students)
    .innerJoin(classes, eq(classes.id, students.classId))
    .where(
      and(
        isNull(students.archivedAt),
        within(visible),
        ...inNameOrClass,
        or(...words.map(({ key }) => sql`${inKey(key)} > 0`)),
      ),
    )
    .orderBy(
      desc(sum(words.map(isNumber))),
      sum(words.map(place)),
      sum(words.map(asTyped)),
      asc(students.searchKey),
    )
    .limit(limit)
    .all();
}

/** Active students with these digits in the telephone number of a guardian, each once. */
export function findByPhone(
  db: Db,
  digits: string,
  { visible, limit }: { visible: VisibleClasses; limit: number },
): Found['students'] {
  return (
    db
      .select({ ...studentColumns, phone: min(guardians.phone) })
      .from(guardians)
      // The other way about, SQLite would look up the guardians of every student who is seen.
      .crossJoin(students)
      .innerJoin(classes, eq(classes.id, students.classId))
      .where(
        and(
          eq(students.id, guardians.studentId),
          sql`instr(${guardians.phone}, ${digits}) > 0`,
          isNull(students.archivedAt),
          within(visible),
        ),
      )
      .groupBy(students.id)
      .orderBy(asc(students.searchKey), asc(students.id))
      .limit(limit)
      .all()
  );
}

/** Not archived. */
export function activeClasses(db: Db): { id: string; name: string }[] {
  return db
    .select({ id: classes.id, name: classes.name })
    .from(classes)
    .where(isNull(classes.archivedAt))
    .all();
}

export function countStudents(db: Db, classId: string): number {
  const row = db
    .select({ students: count() })
    .from(students)
    .where(and(eq(students.classId, classId), isNull(students.archivedAt)))
    .get();
  return row?.students ?? 0;
}

/** The registers of a day that are seen, newest first, with whom they name. */
export function registersOn(db: Db, day: string, seen: SQL | undefined) {
  return db
    .select({
      id: sessions.id,
      startedAt: sessions.startedAt,
      className: classes.name,
      subjectName: subjects.name,
      teacherName: accounts.displayName,
    })
    .from(sessions)
    .innerJoin(classes, eq(classes.id, sessions.classId))
    .innerJoin(subjects, eq(subjects.id, sessions.subjectId))
    .innerJoin(accounts, eq(accounts.id, sessions.teacherId))
    .where(and(startedWithin({ from: day, to: day }), seen))
    .orderBy(desc(sessions.startedAt), desc(sessions.id))
    .all();
}
