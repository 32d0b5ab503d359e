import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { assertNever } from '#shared/assert-never.ts';
import { copyEncrypted, openEncryptedFile } from '../db/encrypted-file.ts';
import { chainHeads } from '../register/log/events.queries.ts';
import type { CopyFacts, CopyTask } from './copy-message.ts';

function numberOf(sqlite: Database.Database, sql: string): number {
  return Number(sqlite.prepare(sql).pluck().get());
}

/** @throws Error when SQLite finds the copy damaged, or it is no register */
function factsOf(sqlite: Database.Database): CopyFacts {
  const verdict = String(sqlite.pragma('quick_check(1)', { simple: true }));
  if (verdict !== 'ok') throw new Error(verdict);
  const last = sqlite.prepare('SELECT max(captured_at) FROM attendance_events').pluck().get();
  return {
    schemaVersion: Number(sqlite.pragma('user_version', { simple: true })),
    schoolName: String(sqlite.prepare('SELECT name FROM school').pluck().get()),
    students: numberOf(sqlite, 'SELECT count(*) FROM students WHERE archived_at IS NULL'),
    sessions: numberOf(sqlite, 'SELECT count(*) FROM sessions'),
    events: numberOf(sqlite, 'SELECT count(*) FROM attendance_events'),
    lastEventAt: last === null ? null : Number(last),
    heads: chainHeads(drizzle(sqlite)),
  };
}

function withDatabase<T>(
  { database, key }: { database: string; key: Uint8Array },
  act: (sqlite: Database.Database) => T,
): T {
  const sqlite = openEncryptedFile(database, Buffer.from(key), { create: false });
  try {
    return act(sqlite);
  } finally {
    sqlite.close();
  }
}

/** A file without a log beside it can be moved and read whole. */
function withoutLog(sqlite: Database.Database): void {
  sqlite.pragma('journal_mode = DELETE');
}

function putUnderKey(sqlite: Database.Database, newKey: Uint8Array): void {
  // SQLite changes no key of a database with a write-ahead log.
  withoutLog(sqlite);
  sqlite.pragma(`rekey = "x'${Buffer.from(newKey).toString('hex')}'"`);
}

/** Ends of the hash chains, counts and times: what differs, differs here. */
function contentOf(sqlite: Database.Database): string {
  const activity = sqlite.prepare('SELECT count(*), max(at) FROM activity').all();
  return JSON.stringify([factsOf(sqlite), activity]);
}

function copyUnderNewKey({ database, target, key, newKey }: Extract<CopyTask, { kind: 'rekey' }>) {
  withDatabase({ database, key }, (sqlite) => copyEncrypted(sqlite, target));
  const before = withDatabase({ database: target, key }, (copy) => {
    const content = contentOf(copy);
    putUnderKey(copy, newKey);
    return content;
  });
  return withDatabase({ database: target, key: newKey }, (copy) => {
    if (contentOf(copy) !== before) throw new Error('The copy under the new key differs.');
    withoutLog(copy);
    return factsOf(copy);
  });
}

/**
 * Does one task to its end, in whichever thread. A new device id is given because the register
 * that was left behind may go on elsewhere: two devices never write under one id.
 * @throws SqliteError, Error with the system's code, or Error with what SQLite found damaged
 */
export function runCopyTask(task: CopyTask): CopyFacts {
  switch (task.kind) {
    case 'copy':
      withDatabase(task, (sqlite) => copyEncrypted(sqlite, task.target));
      return withDatabase({ database: task.target, key: task.key }, (copy) => {
        const facts = factsOf(copy);
        withoutLog(copy);
        return facts;
      });
    case 'rekey':
      return copyUnderNewKey(task);
    case 'inspect':
      return withDatabase(task, factsOf);
    case 'adopt':
      return withDatabase(task, (sqlite) => {
        const facts = factsOf(sqlite);
        sqlite.prepare('UPDATE school SET device_id = ?').run(task.deviceId);
        putUnderKey(sqlite, task.newKey);
        return facts;
      });
    default:
      return assertNever(task);
  }
}
