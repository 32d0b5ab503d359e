import { and, asc, eq, gte } from 'drizzle-orm';
import type { DatedLateRule } from '#shared/register/dated-late-rule.ts';
import type { Db } from '../db/database.ts';
import { lateRules } from '../db/schema/index.ts';

const columns = { from: lateRules.from, lateAfterMinutes: lateRules.lateAfterMinutes };

/** The late rules of a class, earliest first. */
export function lateRulesOf(db: Db, classId: string): DatedLateRule[] {
  return db
    .select(columns)
    .from(lateRules)
    .where(eq(lateRules.classId, classId))
    .orderBy(asc(lateRules.from))
    .all();
}

/** From that day on this rule holds, and none that was to follow. */
export function putLateRule(db: Db, classId: string, rule: DatedLateRule): void {
  db.delete(lateRules)
    .where(and(eq(lateRules.classId, classId), gte(lateRules.from, rule.from)))
    .run();
  db.insert(lateRules)
    .values({ classId, ...rule })
    .run();
}
