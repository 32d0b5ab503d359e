import type { LivenessPolicy } from '#shared/liveness/evidence.ts';
import type { Db } from '../db/database.ts';
import { school } from '../db/schema/index.ts';

export type School = Omit<typeof school.$inferSelect, 'id'>;

/** The school this register belongs to. @throws Error when the first run was not finished */
export function readSchool(db: Db): School {
  const row = db.select().from(school).get();
  if (row === undefined) throw new Error('The register names no school.');
  return row;
}

export function insertSchool(db: Db, row: Omit<typeof school.$inferInsert, 'id'>): void {
  db.insert(school)
    .values({ ...row, id: 1 })
    .run();
}

export function updateSchool(
  db: Db,
  changes: {
    name?: string | undefined;
    livenessPolicy?: LivenessPolicy | undefined;
    correctionDays?: number | undefined;
  },
): void {
  db.update(school).set(changes).run();
}
