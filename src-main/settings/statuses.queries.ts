import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import type { StatusRole } from '#shared/contract/status.ts';
import type { ManagedStatus } from '#shared/contract/statuses.contract.ts';
import type { Db } from '../db/database.ts';
import { attendanceEvents, statuses, statusRoles } from '../db/schema/index.ts';
import { withRoles } from '../register/statuses.queries.ts';

const used = sql<number>`EXISTS (
  SELECT 1 FROM ${attendanceEvents} WHERE ${attendanceEvents.code} = ${statuses.code})`;

/** A status with its place among the others. */
export type StatusRecord = ManagedStatus & { sortOrder: number };

/** All of them, archived ones too, in the school's order. */
export function statusRecords(db: Db): StatusRecord[] {
  const rows = db
    .select({
      code: statuses.code,
      label: statuses.label,
      meaning: statuses.meaning,
      points: statuses.points,
      colour: statuses.colour,
      shortcut: statuses.shortcut,
      archivedAt: statuses.archivedAt,
      sortOrder: statuses.sortOrder,
      used,
    })
    .from(statuses)
    .orderBy(asc(statuses.sortOrder), asc(statuses.code))
    .all();
  return withRoles(
    db,
    rows.map((row) => ({ ...row, used: row.used === 1 })),
  );
}

/** Who else, among those in use, has this key; null: nobody. */
export function holderOfShortcut(db: Db, shortcut: string, except: string): string | null {
  const row = db
    .select({ label: statuses.label })
    .from(statuses)
    .where(
      and(eq(statuses.shortcut, shortcut), isNull(statuses.archivedAt), ne(statuses.code, except)),
    )
    .get();
  return row?.label ?? null;
}

export function insertStatus(db: Db, row: typeof statuses.$inferInsert): void {
  db.insert(statuses).values(row).run();
}

export function updateStatus(
  db: Db,
  code: string,
  changes: Partial<Omit<typeof statuses.$inferInsert, 'code'>>,
): void {
  db.update(statuses).set(changes).where(eq(statuses.code, code)).run();
}

export function deleteStatus(db: Db, code: string): void {
  db.delete(statuses).where(eq(statuses.code, code)).run();
}

export function putRole(db: Db, role: StatusRole, code: string): void {
  db.update(statusRoles).set({ code }).where(eq(statusRoles.role, role)).run();
}
