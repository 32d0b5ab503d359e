import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { wordsIn } from '#shared/words/words.ts';
import { listAccounts } from '../accounts/accounts.queries.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { openEncryptedFile } from '../db/encrypted-file.ts';
import { migrate } from '../db/migrate.ts';
import { consentInForceById, endConsent } from '../enrolment/consents.queries.ts';
import { deleteTemplates, deleteTemplatesUntil } from '../enrolment/templates.queries.ts';
import { findStudent } from '../people/students.queries.ts';
import type { Platform } from '../platform.ts';
import { eraseIdentityIn } from './erasure.service.ts';
import { type Tombstones, tombstonesIn } from './tombstones.ts';

/** How much had come back with a backup, and has gone again. */
export interface ErasedAgain {
  erased: number;
  withdrawn: number;
  /** Students whose faces had come back. */
  faces: number;
}

/** The account that answers for it: the one that restores, where the backup knows it already. */
function actorIn(tx: Db, actorId: string | null): string {
  const accounts = listAccounts(tx);
  const known = accounts.find(({ id }) => id === actorId);
  const admin = known ?? accounts.find(({ role }) => role === 'admin');
  if (!admin) throw new Error('The register has no admin.');
  return admin.id;
}

function withdrawAgain(tx: Db, consentId: string, by: { at: number; actorId: string }): boolean {
  const studentId = consentInForceById(tx, consentId);
  if (studentId === null) return false;
  endConsent(tx, consentId, { withdrawnAt: by.at, withdrawalRecordedBy: by.actorId });
  const templatesErased = deleteTemplates(tx, studentId);
  recordActivity(tx, {
    at: by.at,
    kind: 'consentWithdrawn',
    actorId: by.actorId,
    studentId,
    detail: { templatesErased },
  });
  return true;
}

/** Faces enrolled since then stay. */
function eraseFacesAgain(
  tx: Db,
  { studentId, erasedAt }: Tombstones['faces'][number],
  by: { at: number; actorId: string },
): boolean {
  const templatesErased = deleteTemplatesUntil(tx, studentId, erasedAt);
  if (templatesErased === 0) return false;
  recordActivity(tx, {
    at: by.at,
    kind: 'templatesErased',
    actorId: by.actorId,
    studentId,
    detail: { templatesErased },
  });
  return true;
}

/** Erases and withdraws in a register what had been before, in one transaction. */
export function eraseAgain(
  db: Db,
  { students, consents, faces }: Tombstones,
  { platform, actorId: restoredBy }: { platform: Platform; actorId: string | null },
): ErasedAgain {
  const { erasedAgain } = wordsIn(platform.preferences.read().language).privacy;
  return inTransaction(db, (tx) => {
    const actorId = actorIn(tx, restoredBy);
    const gone = new Set(tombstonesIn(tx).students);
    const back = students
      .filter((id) => !gone.has(id))
      .map((id) => findStudent(tx, id))
      .filter((student) => student !== null);
    for (const student of back)
      eraseIdentityIn(tx, { platform, actorId, inNameOf: actorId }, student, erasedAgain);
    const by = { at: platform.now(), actorId };
    const withdrawn = consents.filter((id) => withdrawAgain(tx, id, by));
    const faceless = faces.filter((one) => eraseFacesAgain(tx, one, by));
    return { erased: back.length, withdrawn: withdrawn.length, faces: faceless.length };
  });
}

/** A file without a log beside it, in which nothing is left of what was deleted. */
function closeWhole(sqlite: Database.Database): void {
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  sqlite.pragma('journal_mode = DELETE');
}

/**
 * The same in a database that belongs to nobody yet; brought to the newest schema for it. It is one
 * file when this returns.
 */
export function eraseAgainInFile(
  path: string,
  key: Buffer,
  tombstones: Tombstones,
  by: { platform: Platform; actorId: string | null },
): ErasedAgain {
  const sqlite = openEncryptedFile(path, key, { create: false });
  try {
    migrate(sqlite);
    const again = eraseAgain(drizzle(sqlite), tombstones, by);
    closeWhole(sqlite);
    return again;
  } finally {
    sqlite.close();
  }
}
