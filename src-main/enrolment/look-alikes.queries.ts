import { and, asc, desc, eq, notInArray, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { LookAlikePair } from '#shared/contract/enrolment.contract.ts';
import type { Candidate } from '#shared/recognition/match.ts';
import type { Db } from '../db/database.ts';
import { classes, lookAlikeChecks, lookAlikes, students, templates } from '../db/schema/index.ts';

/** More pairs than this no admin reads. */
const MOST_LISTED = 500;

/** The pairs of this model, or those of one student, most alike first. */
export function listLookAlikes(
  db: Db,
  { modelId, studentId }: { modelId: string; studentId?: string | undefined },
): LookAlikePair[] {
  const [first, second] = [alias(students, 'first'), alias(students, 'second')];
  const [firstClass, secondClass] = [alias(classes, 'first_class'), alias(classes, 'second_class')];
  const ofStudent = studentId && or(eq(first.id, studentId), eq(second.id, studentId));
  return db
    .select({
      first: {
        studentId: first.id,
        fullName: first.fullName,
        studentNumber: first.studentNumber,
        className: firstClass.name,
      },
      second: {
        studentId: second.id,
        fullName: second.fullName,
        studentNumber: second.studentNumber,
        className: secondClass.name,
      },
      score: lookAlikes.score,
      foundAt: lookAlikes.foundAt,
    })
    .from(lookAlikes)
    .innerJoin(first, eq(first.id, lookAlikes.firstId))
    .innerJoin(second, eq(second.id, lookAlikes.secondId))
    .innerJoin(firstClass, eq(firstClass.id, first.classId))
    .innerJoin(secondClass, eq(secondClass.id, second.classId))
    .where(and(eq(lookAlikes.modelId, modelId), ofStudent || undefined))
    .orderBy(desc(lookAlikes.score), asc(first.id), asc(second.id))
    .limit(MOST_LISTED)
    .all();
}

/** All pairs of this model, as ids. */
export function lookAlikePairs(db: Db, modelId: string): [string, string][] {
  return db
    .select({ first: lookAlikes.firstId, second: lookAlikes.secondId })
    .from(lookAlikes)
    .where(eq(lookAlikes.modelId, modelId))
    .all()
    .map(({ first, second }) => [first, second]);
}

/** Writes down who looks like this student, whose faces are thereby compared. */
export function insertLookAlikes(
  db: Db,
  { studentId, modelId, foundAt }: { studentId: string; modelId: string; foundAt: number },
  found: readonly Candidate[],
): void {
  for (const { studentId: otherId, score } of found) {
    const [firstId, secondId] = [studentId, otherId].toSorted() as [string, string];
    db.insert(lookAlikes)
      .values({ firstId, secondId, modelId, score, foundAt })
      .onConflictDoUpdate({
        target: [lookAlikes.firstId, lookAlikes.secondId],
        set: { modelId, score },
      })
      .run();
  }
  db.insert(lookAlikeChecks)
    .values({ studentId, modelId })
    .onConflictDoUpdate({ target: lookAlikeChecks.studentId, set: { modelId } })
    .run();
}

/** Students with templates of this model that nobody has compared with the others. */
export function uncomparedStudents(db: Db, modelId: string): string[] {
  const compared = db
    .select({ studentId: lookAlikeChecks.studentId })
    .from(lookAlikeChecks)
    .where(eq(lookAlikeChecks.modelId, modelId));
  return db
    .selectDistinct({ studentId: templates.studentId })
    .from(templates)
    .where(and(eq(templates.modelId, modelId), notInArray(templates.studentId, compared)))
    .orderBy(asc(templates.studentId))
    .all()
    .map(({ studentId }) => studentId);
}
