import { mkdirSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupInfo, BackupStatus } from '#shared/contract/backup.contract.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { type KeyFile, readKeyFile } from '../app/key-file.ts';
import { registerFiles } from '../app/register-files.ts';
import type { RegisterHost } from '../app/register-host.ts';
import { newId } from '../db/new-id.ts';
import { rowsWritten } from '../db/rows-written.ts';
import { draftOf } from '../exports/draft-file.ts';
import type { Platform } from '../platform.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { noteLogEnd } from '../security/log-notes.service.ts';
import { backupError } from './backup-errors.ts';
import { writeBackupFile } from './backup-file.ts';
import {
  backupFolder,
  backupName,
  infoOf,
  type ListedBackup,
  listBackups,
  rotateBackups,
  SAFETY_NOTE,
} from './backup-folder.ts';
import { copyRegister } from './copy-register.ts';
import { inTurn } from './in-turn.ts';
import { lastFailure } from './last-failure.ts';

export interface Place {
  platform: Platform;
  host: RegisterHost;
}

const COPY = /^\.copy-.*\.db(-journal|-wal|-shm)?$/;

/** @throws DomainError NOT_READY where there is none */
export function keyFileOf({ dataFolder }: Platform): KeyFile {
  const keyFile = readKeyFile(registerFiles(dataFolder).key);
  if (keyFile === null) throw new DomainError('NOT_READY');
  return keyFile;
}

/** Where the database is copied to first; what an earlier run left there half done is removed. */
async function placeForCopy({ dataFolder }: Platform): Promise<string> {
  const { backups } = registerFiles(dataFolder);
  mkdirSync(backups, { recursive: true, mode: 0o700 });
  const left = (await readdir(backups)).filter((name) => COPY.test(name));
  await Promise.all(left.map((name) => rm(join(backups, name), { force: true })));
  return join(backups, `.copy-${newId()}.db`);
}

/** A backup, and whether it holds all that the register did when it was done. */
interface Written {
  info: BackupInfo;
  /** `rowsWritten` when it was done; null where something was written while it was made. */
  rows: number | null;
}

/**
 * Writes one backup of the open register to `folder`, checked and read back.
 * @throws CopyError, BackupFileError or Error with the system's code
 */
async function writeBackup(
  { platform, host }: Place,
  folder: string,
  name: string,
): Promise<Written> {
  // The register wipes its own when it is closed meanwhile.
  const key = Buffer.from(host.register().key);
  const { check, recovery } = keyFileOf(platform);
  const madeAt = platform.now();
  const database = await placeForCopy(platform);
  const draft = draftOf(join(folder, name));
  try {
    const copied = await copyRegister({ platform, host }, database, key);
    const { schemaVersion, events, heads } = copied.facts;
    const { db, whereabouts } = copied.register;
    const header = await writeBackupFile(
      { database, target: draft.path },
      { madeAt, appVersion: platform.versions.app, schemaVersion, check, recovery, heads },
      key,
    );
    if (host.register().db !== db) throw new DomainError('NOT_READY');
    draft.commit();
    noteLogEnd(platform, db, 'backup');
    const isWhole = rowsWritten(db) === copied.rows && whereabouts() === 'inPlace';
    recordActivity(db, { at: madeAt, kind: 'backedUp', actorId: null, detail: { name, events } });
    return { info: infoOf(name, header), rows: isWhole ? rowsWritten(db) : null };
  } finally {
    key.fill(0);
    await draft.discard();
    await rm(database, { force: true });
  }
}

/**
 * Makes a backup where backups go, and lets go of those that no generation needs any more.
 * @throws DomainError BACKUP_FOLDER_GONE, BACKUP_FOLDER_NOT_WRITABLE; storage errors as they are
 */
export function makeBackup(place: Place): Promise<BackupInfo> {
  return inTurn(place.host, () => backUp(place));
}

async function backUp(place: Place): Promise<BackupInfo> {
  const { folder } = backupFolder(place.platform);
  try {
    const { info } = await writeBackup(place, folder, backupName(place.platform));
    await rotateBackups(folder, keyFileOf(place.platform));
    lastFailure.set(place.host, null);
    return info;
  } catch (error) {
    throw backupError(error, folder);
  }
}

/**
 * A backup beside the register, of what is about to be replaced; call it in turn with others.
 * @returns says whether the register still is what was copied
 */
export async function makeSafetyCopy(place: Place): Promise<() => boolean> {
  const { backups: folder } = registerFiles(place.platform.dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { db } = place.host.register();
  const { rows } = await writeBackup(place, folder, backupName(place.platform, SAFETY_NOTE));
  return () => place.host.register().db === db && rowsWritten(db) === rows;
}

async function listOrNone(folder: string, own: KeyFile): Promise<ListedBackup[] | null> {
  return listBackups(folder, own).catch(() => null);
}

/** What there is of backups, and of each whether it is under today's key. */
export async function backupStatus({
  platform,
  host,
}: Place): Promise<BackupStatus & { backups: ListedBackup[] }> {
  const place = backupFolder(platform);
  const backups = await listOrNone(place.folder, keyFileOf(platform));
  const failure = backups === null ? 'folderGone' : (lastFailure.get(host) ?? null);
  return { ...place, backups: backups ?? [], failure };
}

/** Sends backups to another folder from now on; the old ones stay where they are. */
export async function chooseBackupFolder(place: Place): Promise<BackupStatus | null> {
  const folder = await place.platform.chooseFolder();
  if (folder === null) return null;
  place.platform.backupFolder.write(folder);
  await makeBackup(place);
  return backupStatus(place);
}
