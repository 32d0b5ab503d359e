import { and, eq, gte } from 'drizzle-orm';
import type { UndoneImport } from '#shared/contract/imports.contract.ts';
import type { Db } from '../../db/database.ts';
import {
  classes,
  classMemberships,
  consents,
  lateRules,
  sessionRoster,
  sessions,
  students,
  templates,
} from '../../db/schema/index.ts';
import { findClass } from '../../people/classes.queries.ts';
import { deleteGuardiansOf } from '../../people/guardians.queries.ts';
import { findStudent } from '../../people/students.queries.ts';
import type { ImportChange } from '../imports.queries.ts';
import { removeUnlessUsed } from '../writing/remove-unless-used.ts';
import { type KnownStudent, knownStudents } from './known-students.ts';
import { setStudent } from './set-student.ts';
import { readSnapshot, snapshotText } from './student-snapshot.ts';

/** Why a student stays as the import left it. */
type KeptWhy = UndoneImport['kept'][number]['why'];

/** When the import was, and when it is taken back. */
export interface UndoMoment {
  importedAt: number;
  now: number;
  day: string;
}

function isReferenced(
  db: Db,
  table: typeof consents | typeof templates | typeof sessionRoster,
  studentId: string,
): boolean {
  const found = db
    .select({ studentId: table.studentId })
    .from(table)
    .where(eq(table.studentId, studentId))
    .limit(1)
    .get();
  return found !== undefined;
}

function onRosterSince(db: Db, studentId: string, since: number): boolean {
  const found = db
    .select({ id: sessions.id })
    .from(sessionRoster)
    .innerJoin(sessions, eq(sessions.id, sessionRoster.sessionId))
    .where(and(eq(sessionRoster.studentId, studentId), gte(sessions.startedAt, since)))
    .limit(1)
    .get();
  return found !== undefined;
}

function whyCreatedStays(db: Db, change: ImportChange, known: KnownStudent): KeptWhy | null {
  if (isReferenced(db, consents, known.id)) return 'consent';
  if (isReferenced(db, templates, known.id)) return 'faces';
  if (isReferenced(db, sessionRoster, known.id)) return 'register';
  const isAsMade = known.archivedAt === null && snapshotText(known) === change.after;
  return isAsMade ? null : 'changed';
}

function removeStudent(db: Db, studentId: string): KeptWhy | null {
  const isGone = removeUnlessUsed(db, (tx) => {
    deleteGuardiansOf(tx, studentId);
    tx.delete(classMemberships).where(eq(classMemberships.studentId, studentId)).run();
    tx.delete(students).where(eq(students.id, studentId)).run();
  });
  return isGone ? null : 'used';
}

function restoreStudent(
  db: Db,
  { before: beforeText, after }: ImportChange & { before: string },
  known: KnownStudent,
  moment: UndoMoment,
): KeptWhy | null {
  if (known.archivedAt !== null || snapshotText(known) !== after) return 'changed';
  const before = readSnapshot(beforeText);
  const moved = before.classId !== known.classId;
  if (moved && onRosterSince(db, known.id, moment.importedAt)) return 'register';
  if (moved && findClass(db, before.classId)?.archivedAt !== null) return 'changed';
  const student = findStudent(db, known.id);
  if (!student) return 'changed';
  setStudent(db, student, { before: known, after: before }, moment);
  return null;
}

/** Takes one student's import back; null when it is done, else why it is not. */
function undoStudent(
  db: Db,
  change: ImportChange,
  known: KnownStudent,
  moment: UndoMoment,
): KeptWhy | null {
  const { before } = change;
  if (before !== null) return restoreStudent(db, { ...change, before }, known, moment);
  return whyCreatedStays(db, change, known) ?? removeStudent(db, known.id);
}

/** Takes students of an import back, except for those with whom something was done since. */
export function undoStudents(
  tx: Db,
  changes: readonly ImportChange[],
  moment: UndoMoment,
): UndoneImport {
  const known = knownStudents(
    tx,
    changes.map(({ subjectId }) => subjectId),
  );
  const kept: UndoneImport['kept'] = [];
  let undone = 0;
  for (const change of changes) {
    const student = known.get(change.subjectId);
    if (!student) continue;
    const why = undoStudent(tx, change, student, moment);
    const row = findStudent(tx, student.id);
    if (why === null || !row) {
      undone += 1;
      continue;
    }
    const { id: studentId, studentNumber, fullName } = row;
    kept.push({ studentId, studentNumber, fullName, why, register: null });
  }
  return { undone, kept };
}

/** Removes a class that the import made, if nobody and no register is in it. */
export function undoClass(db: Db, classId: string): void {
  removeUnlessUsed(db, (tx) => {
    tx.delete(lateRules).where(eq(lateRules.classId, classId)).run();
    tx.delete(classes).where(eq(classes.id, classId)).run();
  });
}
