import { mkdirSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { outdatedBackups } from '#shared/backup/rotation.ts';
import type { BackupInfo, OwnBackup } from '#shared/contract/backup.contract.ts';
import { type KeyFile, passphraseIdOf } from '../app/key-file.ts';
import { registerFiles } from '../app/register-files.ts';
import type { Platform } from '../platform.ts';
import { BackupFileError, type BackupHeader, readBackupHeader } from './backup-file.ts';

export const ENDING = '.rollcall';
const MINUTE_MS = 60_000;
/** In the names of copies made before a restore; they are never removed. */
export const SAFETY_NOTE = ' before restore';

/** A name that says when by the clock of the laptop, as `Rollcall 2026-11-21 14-05-09.rollcall`. */
export function backupName(
  { now, utcOffsetMinutes }: Pick<Platform, 'now' | 'utcOffsetMinutes'>,
  note = '',
): string {
  const madeAt = now();
  const local = new Date(madeAt + utcOffsetMinutes(madeAt) * MINUTE_MS);
  const [day = '', time = ''] = local.toISOString().split('T');
  return `Rollcall ${day} ${time.slice(0, 8).replaceAll(':', '-')}${note}${ENDING}`;
}

/** Where backups go: the folder chosen on this laptop, else one beside the register, made if need be. */
export function backupFolder(platform: Pick<Platform, 'dataFolder' | 'backupFolder'>): {
  folder: string;
  isBesideRegister: boolean;
} {
  const chosen = platform.backupFolder.read();
  if (chosen !== null) return { folder: chosen, isBesideRegister: false };
  const folder = registerFiles(platform.dataFolder).backups;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { folder, isBesideRegister: true };
}

export function infoOf(name: string, { madeAt, bytes, appVersion }: BackupHeader): BackupInfo {
  return { name, madeAt, bytes, appVersion };
}

function isOwn({ check }: BackupHeader, { check: present, formerChecks }: KeyFile): boolean {
  return check === present || formerChecks.includes(check);
}

export interface ListedBackup extends OwnBackup {
  isUnderPresentKey: boolean;
}

/** Whether it opens with today's passphrase, and not under a key that somebody may have copied. */
export function isCurrent({ opensWith, isUnderPresentKey }: ListedBackup): boolean {
  return isUnderPresentKey && opensWith === 'present';
}

async function readOwn(folder: string, name: string, own: KeyFile): Promise<ListedBackup | null> {
  try {
    const { header } = await readBackupHeader(join(folder, name));
    if (!isOwn(header, own)) return null;
    const isPresent = passphraseIdOf(header.recovery) === passphraseIdOf(own.recovery);
    return {
      ...infoOf(name, header),
      opensWith: isPresent ? 'present' : 'earlier',
      isUnderPresentKey: header.check === own.check,
    };
  } catch (error) {
    // Another program's file, or one half copied: not ours to list, nor to remove.
    if (error instanceof BackupFileError) return null;
    throw error;
  }
}

/**
 * The backups of this register in a folder, newest first; others may lie there as well.
 * @param own the register's key file
 * @throws Error with the system's code when the folder cannot be read
 */
export async function listBackups(folder: string, own: KeyFile): Promise<ListedBackup[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ENDING));
  const found = await Promise.all(names.map((name) => readOwn(folder, name, own)));
  return found.filter((info) => info !== null).sort((a, b) => b.madeAt - a.madeAt);
}

/** Removes this register's backups that no generation needs any more, and no safety copy. */
export async function rotateBackups(folder: string, own: KeyFile): Promise<void> {
  const all = await listBackups(folder, own);
  const backups = all.filter(({ name }) => !name.includes(SAFETY_NOTE));
  const outdated = new Set(outdatedBackups(backups.map(({ madeAt }) => madeAt)));
  const gone = backups.filter(({ madeAt }) => outdated.has(madeAt));
  await Promise.all(gone.map(({ name }) => rm(join(folder, name), { force: true })));
}
