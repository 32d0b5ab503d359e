import { and, asc, eq, gte, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Substitution } from '#shared/contract/accounts.contract.ts';
import type { Db } from '../db/database.ts';
import { accounts, classes, substitutions } from '../db/schema/index.ts';

const others = alias(accounts, 'others');

/** Those in force or still to come on a day, the first to begin first. */
export function substitutionsFrom(db: Db, day: string): Substitution[] {
  const { id, fromDay, toDay } = substitutions;
  const rows = db
    .select({
      id,
      fromDay,
      toDay,
      accountId: accounts.id,
      accountName: accounts.displayName,
      classId: classes.id,
      className: classes.name,
      forAccountId: others.id,
      forAccountName: others.displayName,
    })
    .from(substitutions)
    .innerJoin(accounts, eq(accounts.id, substitutions.accountId))
    .leftJoin(classes, eq(classes.id, substitutions.classId))
    .leftJoin(others, eq(others.id, substitutions.forAccountId))
    .where(and(isNull(substitutions.endedAt), gte(toDay, day)))
    .orderBy(asc(fromDay), asc(accounts.displayName), asc(id))
    .all();
  return rows.map(({ fromDay: from, toDay: to, ...row }) => ({ ...row, days: { from, to } }));
}

export function insertSubstitution(db: Db, row: typeof substitutions.$inferInsert): void {
  db.insert(substitutions).values(row).run();
}

/** False when it is not there or has been ended before. */
export function endSubstitution(db: Db, id: string, at: number): boolean {
  const { changes } = db
    .update(substitutions)
    .set({ endedAt: at })
    .where(and(eq(substitutions.id, id), isNull(substitutions.endedAt)))
    .run();
  return changes === 1;
}
