import { existsSync, statSync } from 'node:fs';
import { assertNever } from '#shared/assert-never.ts';
import type { AppStatus, StartFailure } from '#shared/contract/app.contract.ts';
import { attemptDelay, remainingDelay } from '../accounts/attempt-delay.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { ClockWatch, computerUptime, startLooking, type Uptime } from '../clock/clock-watch.ts';
import type { Platform } from '../platform.ts';
import { Connections } from '../rpc/connection.ts';
import { DomainError } from '../rpc/domain-error.ts';
import type { LiveUpdates } from '../rpc/live-updates.ts';
import { startChecks } from '../security/check-schedule.ts';
import { readSchool } from '../settings/settings.queries.ts';
import {
  adoptUnfinished,
  discardUnfinished,
  type FirstRun,
  makeRegister,
  removeDatabase,
} from './first-run.ts';
import { type SettledCopy, settleKeptCopy } from './kept-copy.ts';
import { keysInQuestion, settleKeyChange } from './key-change.ts';
import { type KeyFile, readKeyFile, type SealedKey, writeKeyFile } from './key-file.ts';
import { keyFromKeychain, keyFromPassphrase, withKeychainCopy } from './key-vault.ts';
import { type OpenRegister, openRegister } from './open-register.ts';
import { isInPlace, putBack } from './put-back.ts';
import { assertWritable, type RegisterFiles, registerFiles } from './register-files.ts';
import { toStartFailure } from './start-failure.ts';

type State =
  | { is: 'closed' }
  | { is: 'setup' }
  | { is: 'locked'; keyFile: KeyFile }
  | { is: 'ready'; register: OpenRegister; keyFile: KeyFile }
  | { is: 'failed'; failure: StartFailure };

interface Opening {
  keyFile: KeyFile;
  /** Of the same register, when it was open before. */
  live?: LiveUpdates;
  afterwards?: (register: OpenRegister) => void;
}

type Found = { is: 'sealed'; keyFile: KeyFile } | Extract<State, { is: 'setup' | 'failed' }>;

function isUnderAnotherKey(state: State): boolean {
  return state.is === 'failed' && state.failure.reason === 'wrongKey';
}

/** What lies in the data folder, with a first run that the power cut short finished or discarded. */
function findRegister(files: RegisterFiles): Found {
  const keyFile = readKeyFile(files.key);
  if (keyFile === null) {
    const isThere = existsSync(files.database) || existsSync(files.keptDatabase);
    if (isThere) return { is: 'failed', failure: { reason: 'wrongKey' } };
    discardUnfinished(files);
    return { is: 'setup' };
  }
  if (existsSync(files.database)) return { is: 'sealed', keyFile };
  if (existsSync(files.unfinishedDatabase)) {
    adoptUnfinished(files);
  } else if (!existsSync(files.keptDatabase)) {
    const detail = `${files.database} is missing.`;
    return { is: 'failed', failure: { reason: 'damaged', detail } };
  }
  return { is: 'sealed', keyFile };
}

/**
 * Holds the register of one data folder and knows where it stands. Opening, unlocking and the
 * first run go one after another, however often they are asked for.
 */
export class RegisterHost {
  readonly connections = new Connections();
  readonly #platform: Platform;
  readonly #files: RegisterFiles;
  #state: State = { is: 'closed' };
  #lastStep: Promise<unknown> = Promise.resolve();
  /** Kept in memory only: whoever can restart the app can also try passphrases on the key file itself. */
  #wrongPassphrases = 0;
  #nextAttemptAt: number | null = null;
  readonly #clock: ClockWatch;
  /** Ends what runs by itself while a register is open. */
  #stopUpkeep: () => void = () => {};

  /** @param uptime what the platform's clock is held against */
  constructor(platform: Platform, uptime: Uptime = computerUptime) {
    this.#platform = platform;
    this.#clock = new ClockWatch({ ...platform, uptime });
    this.#files = registerFiles(platform.dataFolder);
  }

  status(): AppStatus {
    const state = this.#state;
    switch (state.is) {
      case 'setup':
        return { state: 'setup' };
      case 'locked':
        return { state: 'locked' };
      case 'ready':
        return { state: 'ready', schoolName: readSchool(state.register.db).name };
      case 'failed':
        return { state: 'failed', failure: state.failure };
      case 'closed':
        return {
          state: 'failed',
          failure: { reason: 'damaged', detail: 'The register is closed.' },
        };
      default:
        return assertNever(state);
    }
  }

  /** Notes where the clock was changed since the last look; does nothing while it is closed. */
  lookAtClock(): void {
    if (this.#state.is === 'ready') this.#clock.look(this.#state.register.db);
  }

  /** @throws DomainError NOT_READY unless the register is open */
  register(): OpenRegister {
    if (this.#state.is !== 'ready') throw new DomainError('NOT_READY');
    return this.#state.register;
  }

  /** Bytes of the database file, without its write-ahead log. */
  databaseBytes(): number {
    return statSync(this.#files.database).size;
  }

  /** Opens the register as far as it can be without a person; does nothing when it is open. */
  open(): Promise<AppStatus> {
    return this.#inTurn(async () => {
      if (this.#state.is !== 'ready') this.#state = await this.#tryToOpen();
    });
  }

  /**
   * Opens a locked register by its recovery passphrase, and gives the keychain its copy again.
   * @throws DomainError WRONG_PASSPHRASE, also for an attempt that came too soon
   */
  unlock(passphrase: string): Promise<AppStatus> {
    return this.#inTurn(async () => {
      if (this.#state.is !== 'locked') return;
      const { keyFile } = this.#state;
      this.#state = await this.#openByPassphrase(keyFile, passphrase);
    });
  }

  /**
   * The first run: makes the register and opens it.
   * @throws DomainError CONFLICT when there is a register already, INVALID for weak secrets
   */
  setUp(run: FirstRun): Promise<AppStatus> {
    return this.#inTurn(async () => {
      if (this.#state.is !== 'setup') throw new DomainError('CONFLICT', { what: 'register' });
      await makeRegister(this.#platform, this.#files, run);
      this.#state = await this.#tryToOpen(run.recoveryPassphrase);
    });
  }

  /**
   * Lets go of the register, if it is open, changes its files, and opens what is there then,
   * whether the change went well or not.
   * @param passphrase of what is there then, if it is at hand
   * @param onlyIf asked just before; where it says no, nothing happens
   * @throws what `change` throws, and what keeps the register from being closed neatly
   */
  replace(
    change: () => void,
    passphrase?: string,
    onlyIf: () => boolean = () => true,
  ): Promise<AppStatus> {
    return this.#inTurn(async () => {
      if (!onlyIf()) return;
      try {
        this.close();
        change();
        // What could not be put back while closing would be taken for the register by the next start.
        removeDatabase(this.#files.keptDatabase);
      } finally {
        this.#state = await this.#tryToOpen(passphrase);
      }
    });
  }

  /**
   * Sees to it that all that was written is in the data folder: a register whose files were removed
   * or replaced while it was open is put back. To be called before anything is acknowledged.
   * @throws DomainError STORAGE_GONE while there is no folder; storage errors as they are
   */
  keepInPlace(): void {
    const state = this.#state;
    if (state.is !== 'ready' || isInPlace(state, this.#files)) return;
    this.#platform.log.warn('Files of the register were moved away; they are put back');
    putBack(state, this.#files, this.#platform.now());
    const { register, keyFile } = state;
    const key = Buffer.from(register.key);
    this.#letGo(register);
    this.#state = this.#openWith(key, { keyFile, live: register.live });
  }

  /** Writes the key file of the open register anew. @throws DomainError NOT_READY, storage errors */
  changeKeyFile(keyFile: KeyFile): void {
    if (this.#state.is !== 'ready') throw new DomainError('NOT_READY');
    writeKeyFile(this.#files.key, keyFile);
    this.#state = { ...this.#state, keyFile };
  }

  /** Lets go of the register; everything is on disk when this returns. */
  close(): void {
    this.#keepBeforeClosing();
    const state = this.#state;
    this.#state = { is: 'closed' };
    this.#stopUpkeep();
    if (state.is === 'ready') state.register.close();
  }

  #keepBeforeClosing(): void {
    try {
      this.keepInPlace();
    } catch (error) {
      this.#platform.log.error('The register was closed without its folder', error);
    }
  }

  #startUpkeep(): void {
    this.#stopUpkeep();
    const stopChecks = startChecks(this, this.#platform);
    const stopLooking = startLooking(() => this.lookAtClock());
    this.#stopUpkeep = () => {
      stopChecks();
      stopLooking();
    };
  }

  async #inTurn(step: () => Promise<void>): Promise<AppStatus> {
    const turn = this.#lastStep.then(step);
    this.#lastStep = turn.catch(() => undefined);
    await turn;
    return this.status();
  }

  /** `passphrase` is at hand only right after the first run, where no keychain may exist. */
  async #tryToOpen(passphrase?: string): Promise<State> {
    try {
      const modelFailure = await this.#platform.checkModels();
      if (modelFailure !== null) return { is: 'failed', failure: modelFailure };
      assertWritable(this.#files.folder);
      const found = findRegister(this.#files);
      if (found.is !== 'sealed') return found;
      return await this.#openFound(found.keyFile, passphrase);
    } catch (error) {
      return this.#failure(error);
    }
  }

  async #openFound(keyFile: KeyFile, passphrase?: string): Promise<State> {
    const { keychain, log } = this.#platform;
    let state: State = { is: 'locked', keyFile };
    for (const sealed of keysInQuestion(keyFile, this.#files)) {
      const key =
        keyFromKeychain(sealed, keychain, log) ??
        (passphrase === undefined ? null : await keyFromPassphrase(sealed, passphrase));
      if (key === null) return { is: 'locked', keyFile };
      const afterwards = () => void settleKeyChange(this.#files, keyFile, sealed);
      state = this.#openWith(key, { keyFile, afterwards });
      if (!isUnderAnotherKey(state)) break;
    }
    return state;
  }

  async #openByPassphrase(keyFile: KeyFile, passphrase: string): Promise<State> {
    let state: State = { is: 'locked', keyFile };
    for (const sealed of keysInQuestion(keyFile, this.#files)) {
      const key = await this.#keyFor(sealed, passphrase);
      const afterwards = (register: OpenRegister) => {
        const file = settleKeyChange(this.#files, keyFile, sealed);
        this.#renewKeychainCopy(file, key, register);
      };
      state = this.#openWith(key, { keyFile, afterwards });
      if (!isUnderAnotherKey(state)) break;
    }
    return state;
  }

  #openWith(key: Buffer, { keyFile, live, afterwards }: Opening): State {
    let register: OpenRegister | null = null;
    try {
      const settled = settleKeptCopy(this.#files, key, this.#platform.now());
      register = openRegister(this.#platform, this.#files, key, live);
      afterwards?.(register);
      if (settled) this.#tellOfCopy(register, settled);
      this.#startUpkeep();
      return { is: 'ready', register, keyFile: readKeyFile(this.#files.key) ?? keyFile };
    } catch (error) {
      if (register) this.#letGo(register);
      return this.#failure(error);
    } finally {
      key.fill(0);
    }
  }

  #tellOfCopy({ db }: OpenRegister, { used, aside }: SettledCopy): void {
    const { log, now } = this.#platform;
    log.warn('A copy of the register was found, left when the app was cut short');
    const detail = { used, file: aside };
    recordActivity(db, { at: now(), kind: 'copyFound', actorId: null, detail });
  }

  /** Closes a register that is of no use; what goes wrong then is not the reason to be told. */
  #letGo(register: OpenRegister): void {
    try {
      register.close();
    } catch (error) {
      this.#platform.log.error('The register was not closed in full', error);
    }
  }

  async #keyFor(keyFile: SealedKey, passphrase: string): Promise<Buffer> {
    const now = this.#platform.now();
    const wait = remainingDelay(this.#nextAttemptAt, now);
    if (wait > 0) throw new DomainError('WRONG_PASSPHRASE', { retryAfterMs: wait });
    const key = await keyFromPassphrase(keyFile, passphrase);
    if (key === null) {
      this.#wrongPassphrases += 1;
      const retryAfterMs = attemptDelay(this.#wrongPassphrases);
      this.#nextAttemptAt = now + retryAfterMs;
      throw new DomainError('WRONG_PASSPHRASE', { retryAfterMs });
    }
    this.#wrongPassphrases = 0;
    this.#nextAttemptAt = null;
    return key;
  }

  /**
   * Gives the keychain its copy of the key again. A register that never had one was not
   * recovered, only opened; one whose copy cannot be renewed now opens all the same.
   */
  #renewKeychainCopy(keyFile: KeyFile, key: Buffer, { db }: OpenRegister): void {
    const { keychain, log, now } = this.#platform;
    try {
      const renewed = withKeychainCopy(keyFile, key, keychain);
      if (renewed.keychain !== keyFile.keychain) writeKeyFile(this.#files.key, renewed);
    } catch (error) {
      log.error('The keychain was not given its copy of the key', error);
    }
    if (keyFile.keychain !== null) {
      recordActivity(db, { at: now(), kind: 'recovered', actorId: null });
    }
  }

  #failure(error: unknown): State {
    this.#platform.log.error('The register could not be opened', error);
    return { is: 'failed', failure: toStartFailure(error, this.#files.folder) };
  }
}
