import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Language } from '#shared/contract/settings.contract.ts';
import { wordsIn } from '#shared/words/words.ts';
import { insertAccount } from '../accounts/accounts.queries.ts';
import { hashPassword } from '../accounts/password-hash.ts';
import { assertAcceptablePassword } from '../accounts/password-rules.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { KEY_BYTES, openEncryptedFile } from '../db/encrypted-file.ts';
import { migrate } from '../db/migrate.ts';
import { newId } from '../db/new-id.ts';
import type { Platform } from '../platform.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { insertSchool } from '../settings/settings.queries.ts';
import { updateStatus } from '../settings/statuses.queries.ts';
import { syncFolder } from './atomic-write.ts';
import { writeKeyFile } from './key-file.ts';
import { firstKeyFile, sealKey } from './key-vault.ts';
import { closeDatabase } from './open-register.ts';
import type { RegisterFiles } from './register-files.ts';

export interface FirstRun {
  schoolName: string;
  admin: { displayName: string; username: string; password: string };
  recoveryPassphrase: string;
}

function checkSecrets({ schoolName, admin, recoveryPassphrase }: FirstRun): void {
  assertAcceptablePassword(admin.password, { username: admin.username, schoolName });
  if (recoveryPassphrase === admin.password) {
    throw new DomainError('INVALID', { field: 'recoveryPassphrase', why: 'sameAsPassword' });
  }
}

/** The statuses that every register begins with, named in the language of the first run. */
function nameStatuses(tx: Db, language: Language): void {
  const labels = Object.entries(wordsIn(language).statuses);
  for (const [code, label] of labels) updateStatus(tx, code, { label });
}

/** The school and its first admin, in one transaction on an empty database. */
function fillDatabase(
  db: Db,
  run: FirstRun,
  passwordHash: string,
  { now, language }: { now: number; language: Language },
): void {
  inTransaction(db, (tx) => {
    nameStatuses(tx, language);
    insertSchool(tx, {
      name: run.schoolName,
      livenessPolicy: 'standard',
      deviceId: newId(),
      createdAt: now,
    });
    const { username, displayName } = run.admin;
    const adminId = newId();
    insertAccount(tx, {
      id: adminId,
      username,
      displayName,
      role: 'admin',
      passwordHash,
      createdAt: now,
    });
    recordActivity(tx, {
      at: now,
      kind: 'accountChanged',
      actorId: adminId,
      detail: { change: 'created', username, role: 'admin' },
    });
  });
}

function createDatabase(path: string, key: Buffer, fill: (db: Db) => void): void {
  const sqlite = openEncryptedFile(path, key, { create: true });
  try {
    migrate(sqlite);
    fill(drizzle(sqlite));
  } catch (error) {
    // It is thrown away: writing its log back could only fail again and hide the reason.
    sqlite.close();
    throw error;
  }
  closeDatabase(sqlite);
}

/** Removes a database and its log, if it is there. */
export function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal'])
    rmSync(`${path}${suffix}`, { force: true });
}

/** Removes what a first run that was cut short has left; it is no register yet. */
export function discardUnfinished(files: RegisterFiles): void {
  removeDatabase(files.unfinishedDatabase);
}

/** The last step of a first run: from here on there is a register. */
export function adoptUnfinished(files: RegisterFiles): void {
  renameSync(files.unfinishedDatabase, files.database);
  syncFolder(files.folder);
}

/**
 * Makes key, database, school and first admin, or nothing at all. The database is finished under
 * another name first, then the key file is written, then the database gets its name: whatever
 * moment the power fails at, the next start finds nothing, or all of it.
 * @throws DomainError CONFLICT where a register exists, INVALID for a secret easy to guess
 */
export async function makeRegister(
  platform: Platform,
  files: RegisterFiles,
  run: FirstRun,
): Promise<void> {
  if (existsSync(files.database) || existsSync(files.key)) {
    throw new DomainError('CONFLICT', { what: 'register' });
  }
  checkSecrets(run);
  const { language } = platform.preferences.read();
  const passwordHash = await hashPassword(run.admin.password);
  const key = randomBytes(KEY_BYTES);
  const sealed = await sealKey(key, run.recoveryPassphrase, platform.keychain);
  discardUnfinished(files);
  try {
    createDatabase(files.unfinishedDatabase, key, (db) =>
      fillDatabase(db, run, passwordHash, { now: platform.now(), language }),
    );
    writeKeyFile(files.key, firstKeyFile(sealed));
    adoptUnfinished(files);
  } catch (error) {
    rmSync(files.key, { force: true });
    removeDatabase(files.unfinishedDatabase);
    removeDatabase(files.database);
    throw error;
  } finally {
    key.fill(0);
  }
}
