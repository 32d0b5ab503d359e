import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../db/database.ts';
import { students, templates } from '../db/schema/index.ts';
import { consentInForce } from '../register/roster/roster.queries.ts';

/** The templates of a class's active students whose consent is in force. */
export function classTemplates(db: Db, classId: string, modelId: string) {
  return db
    .select({ studentId: templates.studentId, vector: templates.vector })
    .from(students)
    .innerJoin(templates, eq(templates.studentId, students.id))
    .where(
      and(
        eq(students.classId, classId),
        isNull(students.archivedAt),
        eq(templates.modelId, modelId),
        consentInForce(db, students.id),
      ),
    )
    .orderBy(asc(templates.studentId), asc(templates.id))
    .all();
}
