import type { Db } from '../db/database.ts';
import { school } from '../db/schema/index.ts';

export type School = Omit<typeof school.$inferSelect, 'id'>;
type NewSchool = Omit<typeof school.$inferInsert, 'id'>;

/** The school this register belongs to. @throws Error when the first run was not finished */
export function readSchool(db: Db): School {
  const row = db.select().from(school).get();
  if (row === undefined) throw new Error('The register names no school.');
  return row;
}

export function insertSchool(db: Db, row: NewSchool): void {
  db.insert(school)
    .values({ ...row, id: 1 })
    .run();
}

export function updateSchool(db: Db, changes: Partial<NewSchool>): void {
  db.update(school).set(changes).run();
}
