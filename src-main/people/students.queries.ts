import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { EnrolmentState, Student } from '#shared/contract/people.contract.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import type { Db } from '../db/database.ts';
import {
  classes,
  consents,
  faceRenewals,
  sessionRoster,
  sessions,
  students,
  templates,
} from '../db/schema/index.ts';
import type { VisibleClasses } from './class-access.service.ts';

const consentInForce = sql`EXISTS (SELECT 1 FROM ${consents}
  WHERE ${consents.studentId} = ${students.id} AND ${consents.withdrawnAt} IS NULL)`;
const templatesOfStudent = sql`SELECT 1 FROM ${templates}
  WHERE ${templates.studentId} = ${students.id}`;

/** As `EnrolmentState` in the contract defines it; consent comes before templates. */
const enrolmentState = sql<EnrolmentState>`CASE
  WHEN NOT ${consentInForce} THEN 'noConsent'
  WHEN EXISTS (${templatesOfStudent} AND ${templates.modelId} = ${DESCRIPTOR_MODEL.id})
    THEN coalesce((SELECT ${faceRenewals.reason} FROM ${faceRenewals}
      WHERE ${faceRenewals.studentId} = ${students.id}), 'enrolled')
  WHEN EXISTS (${templatesOfStudent}) THEN 'reEnrol'
  ELSE 'notEnrolled' END`;

function selectStudents(db: Db, condition: SQL | undefined): Student[] {
  return db
    .select({
      id: students.id,
      studentNumber: students.studentNumber,
      fullName: students.fullName,
      classId: students.classId,
      className: classes.name,
      email: students.email,
      enrolment: enrolmentState,
      archivedAt: students.archivedAt,
    })
    .from(students)
    .innerJoin(classes, eq(classes.id, students.classId))
    .where(condition)
    .all();
}

export interface StudentFilter {
  classId?: string | undefined;
  /** Folded words, each of which the name or number must contain. */
  words: readonly string[];
  includeArchived: boolean;
  visible: VisibleClasses;
}

export function listStudents(db: Db, filter: StudentFilter): Student[] {
  return selectStudents(
    db,
    and(
      filter.classId === undefined ? undefined : eq(students.classId, filter.classId),
      filter.includeArchived ? undefined : isNull(students.archivedAt),
      filter.visible === 'all' ? undefined : inArray(students.classId, [...filter.visible]),
      ...filter.words.map((word) => sql`instr(${students.searchKey}, ${word}) > 0`),
    ),
  );
}

/** How many active students have faces of an older model only, and how many have aged ones. */
export function countFacesDue(db: Db): { outdated: number; aged: number } {
  const states = db
    .select({ state: enrolmentState })
    .from(students)
    .where(isNull(students.archivedAt))
    .all();
  const outdated = states.filter(({ state }) => state === 'reEnrol').length;
  const aged = states.filter(({ state }) => state === 'weak' || state === 'sinking').length;
  return { outdated, aged };
}

export function findStudent(db: Db, id: string): Student | null {
  return selectStudents(db, eq(students.id, id))[0] ?? null;
}

/** Whether one of these accounts has taken a register with this student on its roster. */
export function wasTakenBy(db: Db, studentId: string, accountIds: ReadonlySet<string>): boolean {
  const row = db
    .select({ id: sessions.id })
    .from(sessionRoster)
    .innerJoin(sessions, eq(sessions.id, sessionRoster.sessionId))
    .where(
      and(eq(sessionRoster.studentId, studentId), inArray(sessions.teacherId, [...accountIds])),
    )
    .get();
  return row !== undefined;
}

/** Archived students keep their number. */
export function findStudentByNumberKey(db: Db, numberKey: string): Student | null {
  return selectStudents(db, eq(students.numberKey, numberKey))[0] ?? null;
}

export function insertStudent(db: Db, row: typeof students.$inferInsert): void {
  db.insert(students).values(row).run();
}

export function updateStudent(
  db: Db,
  id: string,
  changes: Partial<Omit<typeof students.$inferInsert, 'id'>>,
): void {
  db.update(students).set(changes).where(eq(students.id, id)).run();
}
