import { and, asc, eq, gt, isNotNull, or } from 'drizzle-orm';
import type { AgeingReason } from '#shared/enrolment/template-ageing.ts';
import type { Db } from '../db/database.ts';
import { attendance, faceRenewals, lookAlikes, templates } from '../db/schema/index.ts';

/** Scores of the marks by face that are in force since an instant, oldest first. */
export function faceScores(db: Db, studentId: string, since: number): number[] {
  return db
    .select({ score: attendance.score })
    .from(attendance)
    .where(
      and(
        eq(attendance.studentId, studentId),
        eq(attendance.method, 'face'),
        isNotNull(attendance.score),
        gt(attendance.at, since),
      ),
    )
    .orderBy(asc(attendance.at))
    .all()
    .flatMap(({ score }) => (score === null ? [] : [score]));
}

/** Notes that a face is to be renewed, or with null that it need not be. */
export function setRenewal(
  db: Db,
  studentId: string,
  renewal: { reason: AgeingReason; noticedAt: number } | null,
): void {
  if (!renewal) {
    db.delete(faceRenewals).where(eq(faceRenewals.studentId, studentId)).run();
    return;
  }
  db.insert(faceRenewals)
    .values({ studentId, ...renewal })
    .onConflictDoUpdate({ target: faceRenewals.studentId, set: { reason: renewal.reason } })
    .run();
}

export function hasLookAlike(db: Db, studentId: string): boolean {
  const ofStudent = or(eq(lookAlikes.firstId, studentId), eq(lookAlikes.secondId, studentId));
  return db.select().from(lookAlikes).where(ofStudent).get() !== undefined;
}

/** @throws Error unless there was such a template */
export function deleteTemplate(db: Db, id: string): void {
  const { changes } = db.delete(templates).where(eq(templates.id, id)).run();
  if (changes !== 1) throw new Error('The template to replace was not there.');
}
