import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { BackupFacts, BackupInfo, Restored } from '#shared/contract/backup.contract.ts';
import { attemptDelay, remainingDelay } from '../accounts/attempt-delay.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { syncFolder } from '../app/atomic-write.ts';
import { adoptUnfinished, discardUnfinished, removeDatabase } from '../app/first-run.ts';
import { type KeyFile, writeKeyFile } from '../app/key-file.ts';
import { firstKeyFile, keyFromPassphrase, withKeychainCopy } from '../app/key-vault.ts';
import { registerFiles } from '../app/register-files.ts';
import type { RegisterHost } from '../app/register-host.ts';
import { MIGRATIONS } from '../db/migrations.ts';
import { newId } from '../db/new-id.ts';
import { type StorageProblem, storageProblem } from '../db/storage-error.ts';
import type { Platform } from '../platform.ts';
import { eraseAgainInFile } from '../privacy/erase-again.service.ts';
import {
  keepTombstones,
  NO_TOMBSTONES,
  readTombstones,
  type Tombstones,
} from '../privacy/tombstones.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { cutDetail, logBefore, logNoted } from '../security/log-cuts.ts';
import {
  assertAuthentic,
  BackupFileError,
  type BackupHeader,
  extractDatabase,
  readBackupHeader,
} from './backup-file.ts';
import { infoOf } from './backup-folder.ts';
import { makeSafetyCopy } from './backups.service.ts';
import { runCopyTaskInThread } from './copy-in-thread.ts';
import { inTurn } from './in-turn.ts';

/** A database taken out of a backup, looked into, and not yet in anybody's place. */
interface Extracted {
  database: string;
  key: Buffer;
  passphrase: string;
}

/** Marks may be made while what is to be replaced is copied; it is then copied anew, so often. */
const COPIES = 3;
const BROKEN: readonly (StorageProblem | null)[] = ['damaged', 'notADatabase'];

function keyFileFrom({ check, recovery }: BackupHeader): KeyFile {
  return firstKeyFile({ check, keychain: null, recovery });
}

/** Says what is wrong with the file; other errors stay what they are. */
async function asRefusal<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof BackupFileError) {
      throw new DomainError('BACKUP_UNUSABLE', { why: error.fault });
    }
    throw BROKEN.includes(storageProblem(error))
      ? new DomainError('BACKUP_UNUSABLE', { why: 'damaged' })
      : error;
  }
}

/**
 * Going back to a backup on one laptop: the file is chosen, opened with its passphrase and looked
 * into, and only then put in the register's place.
 */
export class RestoreDesk {
  readonly #platform: Platform;
  readonly #host: RegisterHost;
  #chosen: { path: string; header: BackupHeader } | null = null;
  #extracted: Extracted | null = null;
  #wrongPassphrases = 0;
  #nextAttemptAt: number | null = null;

  constructor(platform: Platform, host: RegisterHost) {
    this.#platform = platform;
    this.#host = host;
  }

  /** Asks for the file; null: cancelled. @throws DomainError BACKUP_UNUSABLE */
  async choose(): Promise<BackupInfo | null> {
    const path = await this.#platform.chooseFile('backup');
    if (path === null) return null;
    await this.#forget();
    const { header } = await asRefusal(() => readBackupHeader(path));
    if (header.schemaVersion > MIGRATIONS.length) {
      throw new DomainError('BACKUP_UNUSABLE', { why: 'newerVersion' });
    }
    this.#chosen = { path, header };
    return infoOf(basename(path), header);
  }

  /**
   * Opens the chosen file and looks what is in it.
   * @throws DomainError WRONG_PASSPHRASE (also for an attempt that came too soon),
   *   BACKUP_UNUSABLE, INVALID when no file was chosen
   */
  async preview(passphrase: string): Promise<BackupFacts> {
    if (this.#chosen === null) throw new DomainError('INVALID', { why: 'noBackupChosen' });
    const { path, header } = this.#chosen;
    const key = await this.#keyOf(header, passphrase);
    const database = join(this.#platform.dataFolder, `.restore-${newId()}.db`);
    try {
      const {
        schemaVersion: _version,
        heads: _heads,
        ...facts
      } = await asRefusal(async () => {
        assertAuthentic(header, key);
        await extractDatabase(path, database);
        return runCopyTaskInThread({ kind: 'inspect', database, key });
      });
      await this.#dropExtracted();
      this.#extracted = { database, key, passphrase };
      return { ...facts, madeAt: header.madeAt };
    } catch (error) {
      removeDatabase(database);
      throw error;
    }
  }

  /**
   * Puts what was looked into in the register's place. An open register is copied first, with all
   * that it has acknowledged, and its key and recovery passphrase stay; else those of the backup hold from now on, and what lay in
   * the data folder is set aside. What was erased or withdrawn on this computer is so again, before
   * anybody sees it.
   * @param actorId the admin who restores; null before sign-in
   * @throws DomainError INVALID when nothing was looked into, CONFLICT `inUse` while
   *   others keep writing; storage errors
   */
  apply(actorId: string | null): Promise<Restored> {
    return inTurn(this.#host, () => this.#apply(actorId));
  }

  async #apply(actorId: string | null): Promise<Restored> {
    if (this.#chosen === null || this.#extracted === null) {
      throw new DomainError('INVALID', { why: 'noBackupChosen' });
    }
    const { header } = this.#chosen;
    const isOpen = this.#host.status().state === 'ready';
    const before = isOpen ? logBefore(this.#host.register().db) : logNoted(this.#platform);
    const restored = isOpen
      ? await this.#replaceOpen(this.#extracted, actorId)
      : await this.#startFrom(header, this.#extracted);
    this.#chosen = null;
    this.#extracted = null;
    if (restored.status.state === 'ready') {
      const { db } = this.#host.register();
      recordActivity(db, {
        at: this.#platform.now(),
        kind: 'restored',
        actorId: null,
        detail: { madeAt: header.madeAt, ...restored.again, ...cutDetail(db, before) },
      });
    }
    return restored;
  }

  async #replaceOpen(extracted: Extracted, actorId: string | null): Promise<Restored> {
    const { database, key } = extracted;
    const place = { platform: this.#platform, host: this.#host };
    let isAsCopied = await makeSafetyCopy(place);
    const newKey = Buffer.from(this.#host.register().key);
    const deviceId = newId();
    await runCopyTaskInThread({ kind: 'adopt', database, key, newKey, deviceId });
    // Under the register's key from here on, also where it is asked for again.
    this.#extracted = { ...extracted, key: newKey };
    const files = registerFiles(this.#platform.dataFolder);
    for (let left = COPIES; left > 0; left -= 1) {
      const again = this.#eraseAgain(database, newKey, actorId);
      let isReplaced = false;
      const change = () => {
        // Closed neatly, the old database has no log that could be taken for the new one's.
        renameSync(database, files.database);
        isReplaced = true;
        syncFolder(files.folder);
      };
      const status = await this.#host.replace(change, undefined, isAsCopied);
      if (isReplaced) return { status, again };
      isAsCopied = await makeSafetyCopy(place);
    }
    throw new DomainError('CONFLICT', { what: 'inUse' });
  }

  /** Before the database gets its place, so that a power cut brings nobody back. */
  #eraseAgain(database: string, key: Buffer, actorId: string | null): Restored['again'] {
    const { known, tombstones } = this.#tombstones();
    const by = { platform: this.#platform, actorId };
    return { known, ...eraseAgainInFile(database, key, tombstones, by) };
  }

  #tombstones(): { known: Restored['again']['known']; tombstones: Tombstones } {
    const files = registerFiles(this.#platform.dataFolder);
    if (this.#host.status().state === 'ready') {
      return { known: 'register', tombstones: keepTombstones(files, this.#host.register().db) };
    }
    const kept = readTombstones(files);
    return kept === null
      ? { known: 'nothing', tombstones: NO_TOMBSTONES }
      : { known: 'file', tombstones: kept };
  }

  async #startFrom(header: BackupHeader, extracted: Extracted): Promise<Restored> {
    const { database, key, passphrase } = extracted;
    await runCopyTaskInThread({ kind: 'adopt', database, key, newKey: key, deviceId: newId() });
    const files = registerFiles(this.#platform.dataFolder);
    const again = this.#eraseAgain(database, key, null);
    const keyFile = withKeychainCopy(keyFileFrom(header), key, this.#platform.keychain);
    const status = await this.#host.replace(() => {
      this.#setAside();
      discardUnfinished(files);
      renameSync(database, files.unfinishedDatabase);
      writeKeyFile(files.key, keyFile);
      adoptUnfinished(files);
    }, passphrase);
    return { status, again };
  }

  /** What cannot be opened is kept: somebody may find its key one day. */
  #setAside(): void {
    const { database, keptDatabase, key, folder } = registerFiles(this.#platform.dataFolder);
    const old = [database, `${database}-wal`, `${database}-shm`, keptDatabase, key].filter((path) =>
      existsSync(path),
    );
    if (old.length === 0) return;
    const aside = join(folder, `set-aside-${this.#platform.now()}`);
    mkdirSync(aside, { mode: 0o700 });
    for (const path of old) renameSync(path, join(aside, basename(path)));
  }

  async #keyOf(header: BackupHeader, passphrase: string): Promise<Buffer> {
    const now = this.#platform.now();
    const wait = remainingDelay(this.#nextAttemptAt, now);
    if (wait > 0) throw new DomainError('WRONG_PASSPHRASE', { retryAfterMs: wait });
    const key = await keyFromPassphrase(keyFileFrom(header), passphrase);
    if (key !== null) {
      this.#wrongPassphrases = 0;
      return key;
    }
    this.#wrongPassphrases += 1;
    const retryAfterMs = attemptDelay(this.#wrongPassphrases);
    this.#nextAttemptAt = now + retryAfterMs;
    throw new DomainError('WRONG_PASSPHRASE', { retryAfterMs });
  }

  async #dropExtracted(): Promise<void> {
    if (this.#extracted === null) return;
    const { database, key } = this.#extracted;
    key.fill(0);
    this.#extracted = null;
    await rm(database, { force: true });
  }

  async #forget(): Promise<void> {
    this.#chosen = null;
    await this.#dropExtracted();
  }
}

const desks = new WeakMap<RegisterHost, RestoreDesk>();

/** The one desk of a host: what was chosen in one call is there in the next. */
export function restoreDeskOf(platform: Platform, host: RegisterHost): RestoreDesk {
  const known = desks.get(host);
  if (known) return known;
  const fresh = new RestoreDesk(platform, host);
  desks.set(host, fresh);
  return fresh;
}
