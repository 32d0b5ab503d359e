import { and, asc, eq, gt, ne, sql } from 'drizzle-orm';
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

export interface TemplateOfOther {
  id: string;
  studentId: string;
  vector: Float32Array;
}

/** Every template of a model, by student. */
export function allTemplates(db: Db, modelId: string): Omit<TemplateOfOther, 'id'>[] {
  return db
    .select({ studentId: templates.studentId, vector: templates.vector })
    .from(templates)
    .where(eq(templates.modelId, modelId))
    .orderBy(asc(templates.studentId), asc(templates.id))
    .all();
}

/** A page of the templates of everyone but one student, by id, after the one given. */
export function templatesOfOthers(
  db: Db,
  { studentId, modelId }: { studentId: string; modelId: string },
  after: string | null,
  limit: number,
): TemplateOfOther[] {
  return db
    .select({ id: templates.id, studentId: templates.studentId, vector: templates.vector })
    .from(templates)
    .where(
      and(
        ne(templates.studentId, studentId),
        // The plus keeps SQLite off the index by model, which would sort every page anew.
        sql`+${templates.modelId} = ${modelId}`,
        after === null ? undefined : gt(templates.id, after),
      ),
    )
    .orderBy(asc(templates.id))
    .limit(limit)
    .all();
}

/**
 * Moves what has been committed into the main file and empties the write-ahead log, so that
 * nothing erased lingers there. Does as much as is possible when someone else is reading.
 */
export function emptyWriteAheadLog(db: Db): void {
  db.all(sql`PRAGMA wal_checkpoint(TRUNCATE)`);
}
