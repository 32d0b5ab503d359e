import { createHash, randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What a second instance hands to the first. */
export interface SecondInstance {
  argv: string[];
  workingDirectory: string;
  additionalData: unknown;
}

/**
 * One instance per data folder. The lock is an exclusive SQLite transaction, which the operating
 * system ends with the process, however it ends; messages are files in a folder that the first
 * instance watches.
 */
export class SingleInstance {
  private lock: DatabaseSync | null = null;
  private stopWatching: (() => void) | null = null;

  get isHeld(): boolean {
    return this.lock !== null;
  }

  /**
   * Takes the lock, or hands `self` to the instance that has it.
   * @returns whether this is the first instance
   */
  request(
    folder: string,
    self: SecondInstance,
    onSecond: (second: SecondInstance) => void,
  ): boolean {
    if (this.lock !== null) return true;
    const place = placeFor(folder);
    mkdirSync(place, { recursive: true });
    this.lock = takeLock(join(place, 'lock.db'));
    if (this.lock === null) {
      leaveMessage(place, self);
      return false;
    }
    const read = (): void => readMessages(place).forEach(onSecond);
    const watcher = watch(place, read);
    this.stopWatching = () => watcher.close();
    return true;
  }

  release(): void {
    this.stopWatching?.();
    this.lock?.close();
    this.lock = null;
  }
}

/** Outside the data folder, which may be one that cannot be written to. */
function placeFor(folder: string): string {
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16);
  return join(tmpdir(), 'rollcall-stand-in-instances', name);
}

function takeLock(file: string): DatabaseSync | null {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return database;
  } catch (cause) {
    database.close();
    if (cause instanceof Error && /locked/.test(cause.message)) return null;
    throw cause;
  }
}

function leaveMessage(place: string, self: SecondInstance): void {
  const draft = join(place, `${randomUUID()}.draft`);
  writeFileSync(draft, JSON.stringify(self));
  renameSync(draft, draft.replace(/draft$/, 'json'));
}

function readMessages(place: string): SecondInstance[] {
  const files = readdirSync(place).filter((name) => name.endsWith('.json'));
  return files.map((name) => {
    const file = join(place, name);
    const message = JSON.parse(readFileSync(file, 'utf8')) as SecondInstance;
    rmSync(file);
    return message;
  });
}
