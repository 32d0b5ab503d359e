import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../db/database.ts';
import { lessons, sessions, subjects } from '../../db/schema/index.ts';
import { subjectNameIsTaken, updateSubject } from '../../people/subjects.queries.ts';
import { createSubject } from '../../people/subjects.service.ts';
import { comparisonKey } from '../../people/text-keys.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import type { ImportChange } from '../imports.queries.ts';
import type { NewSubject } from '../listed-names.ts';
import { removeUnlessUsed } from '../writing/remove-unless-used.ts';

/**
 * Makes the subjects and notes in `made` what each is in place of.
 * @throws DomainError CONFLICT `plan` where one is there by now
 */
export function makeSubjects(
  tx: Db,
  wanted: readonly NewSubject[],
  { importId, now, made }: { importId: string; now: number; made: Map<string, string> },
): ImportChange[] {
  return wanted.map(({ standIn, name }) => {
    if (subjectNameIsTaken(tx, comparisonKey(name), null)) {
      throw new DomainError('CONFLICT', { what: 'plan' });
    }
    const { id } = createSubject(tx, { name }, now);
    made.set(standIn, id);
    const after = JSON.stringify({ name });
    return { importId, what: 'subject', subjectId: id, before: null, after };
  });
}

function isInUse(db: Db, subjectId: string): boolean {
  const session = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.subjectId, subjectId), isNull(sessions.discardedAt)))
    .limit(1)
    .get();
  const lesson = db
    .select({ id: lessons.id })
    .from(lessons)
    .where(eq(lessons.subjectId, subjectId))
    .limit(1)
    .get();
  return session !== undefined || lesson !== undefined;
}

/**
 * Removes a subject that the import made. One that a register names which did not take place is
 * archived; one in use stays.
 */
export function undoSubject(db: Db, subjectId: string, now: number): void {
  const remove = (tx: Db) => tx.delete(subjects).where(eq(subjects.id, subjectId)).run();
  if (removeUnlessUsed(db, remove) || isInUse(db, subjectId)) return;
  updateSubject(db, subjectId, { archivedAt: now });
}
