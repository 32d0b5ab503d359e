import { and, asc, count, eq, lte, sql } from 'drizzle-orm';
import type { TemplateInfo } from '#shared/contract/enrolment.contract.ts';
import type { Db } from '../db/database.ts';
import { templates } from '../db/schema/index.ts';

/** Oldest first, without the vectors. */
export function listTemplates(db: Db, studentId: string): TemplateInfo[] {
  const { id, modelId, pose, quality, source, createdAt } = templates;
  return db
    .select({ id, modelId, pose, quality, source, createdAt })
    .from(templates)
    .where(eq(templates.studentId, studentId))
    .orderBy(asc(createdAt), asc(id))
    .all();
}

export function insertTemplate(db: Db, row: typeof templates.$inferInsert): void {
  db.insert(templates).values(row).run();
}

/** Erases every template of a student, of whatever model. Returns how many there were. */
export function deleteTemplates(db: Db, studentId: string): number {
  return db.delete(templates).where(eq(templates.studentId, studentId)).run().changes;
}

/** The same of those stored until then. */
export function deleteTemplatesUntil(db: Db, studentId: string, until: number): number {
  const stored = and(eq(templates.studentId, studentId), lte(templates.createdAt, until));
  return db.delete(templates).where(stored).run().changes;
}

/** How many templates of a model each student has; those who have none are left out. */
export function templateCounts(db: Db, modelId: string): Map<string, number> {
  const rows = db
    .select({ studentId: templates.studentId, count: count() })
    .from(templates)
    .where(eq(templates.modelId, modelId))
    .groupBy(templates.studentId)
    .all();
  return new Map(rows.map((row) => [row.studentId, row.count]));
}

/** The vectors of a student's templates of a model, the oldest first, end to end. */
export function vectorsOf(
  db: Db,
  { studentId, modelId }: { studentId: string; modelId: string },
): Float32Array {
  const rows = db
    .select({ vector: templates.vector })
    .from(templates)
    .where(and(eq(templates.studentId, studentId), eq(templates.modelId, modelId)))
    .orderBy(asc(templates.id))
    .all();
  const length = rows.reduce((sum, { vector }) => sum + vector.length, 0);
  const vectors = new Float32Array(length);
  let at = 0;
  for (const { vector } of rows) {
    vectors.set(vector, at);
    at += vector.length;
  }
  return vectors;
}

/**
 * Moves what has been committed into the main file and empties the write-ahead log, so that
 * nothing erased lingers there. Does as much as is possible when someone else is reading.
 */
export function emptyWriteAheadLog(db: Db): void {
  db.all(sql`PRAGMA wal_checkpoint(TRUNCATE)`);
}
