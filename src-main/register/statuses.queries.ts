import { asc, eq, isNull, type SQL } from 'drizzle-orm';
import type { Status, StatusRole } from '#shared/contract/status.ts';
import type { Db } from '../db/database.ts';
import { statuses, statusRoles } from '../db/schema/index.ts';

const { code, label, meaning, points, colour, shortcut } = statuses;

function rolesOf(db: Db): Map<string, StatusRole[]> {
  const rows = db.select().from(statusRoles).orderBy(asc(statusRoles.role)).all();
  const roles = new Map<string, StatusRole[]>();
  for (const row of rows) roles.set(row.code, [...(roles.get(row.code) ?? []), row.role]);
  return roles;
}

/** Which roles each status of these plays. */
export function withRoles<T extends { code: string }>(
  db: Db,
  rows: readonly T[],
): Array<T & { roles: StatusRole[] }> {
  const roles = rolesOf(db);
  return rows.map((row) => ({ ...row, roles: roles.get(row.code) ?? [] }));
}

function selectStatuses(db: Db, condition: SQL | undefined): Status[] {
  const rows = db
    .select({ code, label, meaning, points, colour, shortcut })
    .from(statuses)
    .where(condition)
    .orderBy(asc(statuses.sortOrder), asc(code))
    .all();
  return withRoles(db, rows);
}

/** The statuses in use, in the school's order. */
export function activeStatuses(db: Db): Status[] {
  return selectStatuses(db, isNull(statuses.archivedAt));
}

/** Every status there ever was, in the school's order: old marks keep their meaning. */
export function allStatuses(db: Db): Status[] {
  return selectStatuses(db, undefined);
}

/** The code that the app itself gives in this case. */
export function codeInRole(db: Db, role: StatusRole): string {
  const row = db.select().from(statusRoles).where(eq(statusRoles.role, role)).get();
  if (!row) throw new Error(`No status plays the role ${role}.`);
  return row.code;
}
