import {
  and,
  asc,
  count,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  max,
  min,
  notInArray,
  or,
  sql,
} from 'drizzle-orm';
import type { Activity, ActivityKind } from '#shared/contract/activity.contract.ts';
import type { RetentionRules, StudentRule } from '#shared/privacy/retention.ts';
import type { Db } from '../db/database.ts';
import {
  activity,
  attendanceEvents,
  classes,
  importChanges,
  imports,
  plannedAbsences,
  retention,
  retentionNotices,
  sessions,
  students,
  templates,
} from '../db/schema/index.ts';

export type RetentionRow = Omit<typeof retention.$inferSelect, 'id'>;
export type Notice = typeof retentionNotices.$inferSelect;

/** @throws Error when the migration that makes the row was not run */
export function readRetention(db: Db): RetentionRow {
  const row = db.select().from(retention).get();
  if (!row) throw new Error('The register has no rules of retention.');
  return row;
}

export function rulesOf(row: RetentionRow): RetentionRules {
  const { unusedFaces, formerStudents, activity: entries, importCopies, absenceReasons } = row;
  return { unusedFaces, formerStudents, activity: entries, importCopies, absenceReasons };
}

export function updateRetention(db: Db, changes: Partial<RetentionRow>): void {
  db.update(retention).set(changes).run();
}

export function hasOpenSession(db: Db): boolean {
  const { id, endedAt } = sessions;
  return db.select({ id }).from(sessions).where(isNull(endedAt)).get() !== undefined;
}

/** Students who have templates, and when the latest was stored. */
export function storedFaces(db: Db): { studentId: string; storedAt: number }[] {
  return db
    .select({
      studentId: templates.studentId,
      storedAt: sql<number>`max(${templates.createdAt})`,
    })
    .from(templates)
    .groupBy(templates.studentId)
    .all();
}

/** When the student's templates were stored last; null where there are none. */
export function facesStoredAt(db: Db, studentId: string): number | null {
  const row = db
    .select({ at: max(templates.createdAt) })
    .from(templates)
    .where(eq(templates.studentId, studentId))
    .get();
  return row?.at ?? null;
}

/** When the student's face was last recognised; null: never. */
export function lastFaceMark(db: Db, studentId: string): number | null {
  const { capturedAt, method } = attendanceEvents;
  const row = db
    .select({ capturedAt })
    .from(attendanceEvents)
    .where(and(eq(attendanceEvents.studentId, studentId), eq(method, 'face')))
    .orderBy(desc(capturedAt))
    .limit(1)
    .get();
  return row?.capturedAt ?? null;
}

/** Students who are archived and not erased. */
export function formerStudents(db: Db): { studentId: string; archivedAt: number }[] {
  return db
    .select({ studentId: students.id, archivedAt: sql<number>`${students.archivedAt}` })
    .from(students)
    .where(and(isNotNull(students.archivedAt), isNull(students.erasedAt)))
    .all();
}

/** When the student was archived; null: not, or erased since. */
export function archivedAt(db: Db, studentId: string): number | null {
  const row = db.select().from(students).where(eq(students.id, studentId)).get();
  return row && row.erasedAt === null ? row.archivedAt : null;
}

export interface StudentName {
  studentNumber: string;
  fullName: string;
  className: string;
}

export function studentNames(db: Db): Map<string, StudentName> {
  const { id, studentNumber, fullName } = students;
  const rows = db
    .select({ id, studentNumber, fullName, className: classes.name })
    .from(students)
    .innerJoin(classes, eq(classes.id, students.classId))
    .all();
  return new Map(rows.map(({ id: studentId, ...name }) => [studentId, name]));
}

export function listNotices(db: Db): Notice[] {
  return db.select().from(retentionNotices).orderBy(asc(retentionNotices.eraseOn)).all();
}

export function findNotice(db: Db, about: Pick<Notice, 'studentId' | 'rule'>): Notice | null {
  const { studentId, rule } = retentionNotices;
  const row = db
    .select()
    .from(retentionNotices)
    .where(and(eq(studentId, about.studentId), eq(rule, about.rule)))
    .get();
  return row ?? null;
}

export function putNotice(db: Db, notice: Notice): void {
  const { eraseOn, noticedAt, keptAt, keptBy } = notice;
  db.insert(retentionNotices)
    .values(notice)
    .onConflictDoUpdate({
      target: [retentionNotices.studentId, retentionNotices.rule],
      set: { eraseOn, noticedAt, keptAt, keptBy },
    })
    .run();
}

export function deleteNotice(db: Db, studentId: string, rule: StudentRule): void {
  const { studentId: id, rule: ruleOf } = retentionNotices;
  db.delete(retentionNotices)
    .where(and(eq(id, studentId), eq(ruleOf, rule)))
    .run();
}

export function deleteNoticesAbout(db: Db, studentId: string): void {
  db.delete(retentionNotices).where(eq(retentionNotices.studentId, studentId)).run();
}

/** Of how many students something will be erased who are not kept, and when first. */
export function countNotices(db: Db): { students: number; eraseOn: string | null } {
  const row = db
    .select({ students: count(), eraseOn: min(retentionNotices.eraseOn) })
    .from(retentionNotices)
    .where(isNull(retentionNotices.keptAt))
    .get();
  return row ?? { students: 0, eraseOn: null };
}

/** What proves that something was erased, or brought back, stays. */
const PROOF: readonly ActivityKind[] = [
  'consentWithdrawn',
  'templatesErased',
  'studentErased',
  'retentionApplied',
  'restored',
];

const outdated = (before: number) =>
  and(lt(activity.at, before), notInArray(activity.kind, [...PROOF]));

export function countActivityBefore(db: Db, before: number): number {
  return db.select({ n: count() }).from(activity).where(outdated(before)).get()?.n ?? 0;
}

/** Removes some of the entries older than that; returns how many. */
export function deleteActivityBefore(db: Db, before: number, atMost: number): number {
  const some = db.select({ id: activity.id }).from(activity).where(outdated(before)).limit(atMost);
  return db.delete(activity).where(inArray(activity.id, some)).run().changes;
}

const importedBefore = (db: Db, before: number) =>
  inArray(
    importChanges.importId,
    db.select({ id: imports.id }).from(imports).where(lt(imports.at, before)),
  );

export function countImportCopies(db: Db, before: number): number {
  return (
    db.select({ n: count() }).from(importChanges).where(importedBefore(db, before)).get()?.n ?? 0
  );
}

export function deleteImportCopies(db: Db, before: number): number {
  return db.delete(importChanges).where(importedBefore(db, before)).run().changes;
}

const endedBy = (lastDay: string) =>
  and(lte(plannedAbsences.toDay, lastDay), isNull(plannedAbsences.reasonErasedAt));

export function countAbsenceReasons(db: Db, lastDay: string): number {
  return db.select({ n: count() }).from(plannedAbsences).where(endedBy(lastDay)).get()?.n ?? 0;
}

export function blankAbsenceReasons(db: Db, lastDay: string, blank: string, at: number): number {
  return db
    .update(plannedAbsences)
    .set({ reason: blank, reportedBy: blank, reasonErasedAt: at })
    .where(endedBy(lastDay))
    .run().changes;
}

const OF_ABSENCES: readonly ActivityKind[] = [
  'absencePlanned',
  'absenceChanged',
  'absenceCancelled',
];

/** Takes the reasons out of the entries about absences that were over by that day. */
export function scrubAbsenceEntries(db: Db, lastDay: string): void {
  const { detail, kind } = activity;
  db.update(activity)
    .set({
      detail: sql<Activity['detail']>`json_remove(${detail}, '$.reason', '$.reportedBy')`,
    })
    .where(
      and(
        inArray(kind, [...OF_ABSENCES]),
        sql`json_extract(${detail}, '$.to') <= ${lastDay}`,
        or(
          sql`json_extract(${detail}, '$.reason') IS NOT NULL`,
          sql`json_extract(${detail}, '$.reportedBy') IS NOT NULL`,
        ),
      ),
    )
    .run();
}

/** The last run that removed something; null: none has. */
/** The change of the clock for which the rules paused last; null: they never did. */
export function lastPause(db: Db): string | null {
  const { detail, kind, id } = activity;
  const row = db
    .select({ detail })
    .from(activity)
    .where(eq(kind, 'retentionPaused'))
    .orderBy(desc(id))
    .limit(1)
    .get();
  return typeof row?.detail.change === 'string' ? row.detail.change : null;
}

export function lastRemoval(db: Db): Pick<Activity, 'at' | 'detail'> | null {
  const { at, detail, kind, id } = activity;
  const row = db
    .select({ at, detail })
    .from(activity)
    .where(eq(kind, 'retentionApplied'))
    .orderBy(desc(at), desc(id))
    .limit(1)
    .get();
  return row ?? null;
}
