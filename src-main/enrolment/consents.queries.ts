import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Consent } from '#shared/contract/enrolment.contract.ts';
import type { Db } from '../db/database.ts';
import { accounts, consents } from '../db/schema/index.ts';

function selectConsents(db: Db) {
  return db
    .select({
      id: consents.id,
      givenBy: consents.givenBy,
      relation: consents.relation,
      method: consents.method,
      textVersion: consents.textVersion,
      givenAt: consents.givenAt,
      recordedBy: accounts.displayName,
      withdrawnAt: consents.withdrawnAt,
    })
    .from(consents)
    .innerJoin(accounts, eq(accounts.id, consents.recordedBy));
}

/** All consents of a student, withdrawn ones too, newest first. */
export function listConsents(db: Db, studentId: string): Consent[] {
  return selectConsents(db)
    .where(eq(consents.studentId, studentId))
    .orderBy(desc(consents.givenAt), desc(consents.id))
    .all();
}

export function findConsentInForce(db: Db, studentId: string): Consent | null {
  const inForce = and(eq(consents.studentId, studentId), isNull(consents.withdrawnAt));
  return selectConsents(db).where(inForce).get() ?? null;
}

/** The student of a consent that is in force; null where it is not, or not there. */
export function consentInForceById(db: Db, id: string): string | null {
  const row = db
    .select({ studentId: consents.studentId })
    .from(consents)
    .where(and(eq(consents.id, id), isNull(consents.withdrawnAt)))
    .get();
  return row?.studentId ?? null;
}

export function insertConsent(db: Db, row: typeof consents.$inferInsert): void {
  db.insert(consents).values(row).run();
}

/** @throws Error unless the consent was in force */
export function endConsent(
  db: Db,
  id: string,
  withdrawal: { withdrawnAt: number; withdrawalRecordedBy: string },
): void {
  const { changes } = db
    .update(consents)
    .set(withdrawal)
    .where(and(eq(consents.id, id), isNull(consents.withdrawnAt)))
    .run();
  if (changes !== 1) throw new Error('The consent to withdraw was not in force.');
}
