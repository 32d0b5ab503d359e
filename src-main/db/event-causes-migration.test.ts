import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { AttendanceEvent, UnchainedEvent } from '#shared/register/attendance-event.ts';
import { chained, GENESIS_HASH } from '#shared/register/event-hash.ts';
import { makeTestFolder } from '#tests/unit/support/test-platform.ts';
import { verifyLog } from '../register/log/chain.service.ts';
import { causeOf } from '../register/log/event-cause.ts';
import { sha256 } from '../register/log/event-log.ts';
import { logPage } from '../register/log/events.queries.ts';
import { openEncryptedFile } from './encrypted-file.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';

const NEW = 'event-causes';

/** A register of the version before, with a class, a session and students of these numbers. */
function registerOfBefore(students: number): Database.Database {
  const folder = makeTestFolder();
  const sqlite = openEncryptedFile(join(folder, 'a.db'), randomBytes(32), { create: true });
  onTestFinished(() => {
    sqlite.close();
    rmSync(folder, { recursive: true });
  });
  const { version } = MIGRATIONS.find(({ name }) => name === NEW)!;
  migrate(sqlite, { migrations: MIGRATIONS.filter((one) => one.version < version) });
  sqlite.exec(`INSERT INTO classes (id, name, name_key, created_at) VALUES ('c', '8B', '8b', 1);
    INSERT INTO subjects (id, name, name_key, created_at) VALUES ('m', 'Maths', 'maths', 1);
    INSERT INTO accounts (id, username, display_name, role, password_hash, created_at)
    VALUES ('t', 'ann', 'Ann', 'teacher', 'none', 1);
    INSERT INTO sessions (id, class_id, subject_id, teacher_id, device_id, started_at,
    utc_offset_minutes, ended_at, liveness_policy) VALUES ('s', 'c', 'm', 't', 'd', 1, 0, 5, 'off')`);
  const student = sqlite.prepare(`INSERT INTO students (id, student_number, number_key, full_name,
    search_key, class_id, created_at) VALUES (:id, :id, :id, :id, :id, 'c', 1)`);
  const onRoster = sqlite.prepare(
    `INSERT INTO session_roster (session_id, student_id, class_name) VALUES ('s', ?, '8B')`,
  );
  for (let seq = 1; seq <= students; seq += 1) {
    student.run({ id: `student ${seq}` });
    onRoster.run(`student ${seq}`);
  }
  return sqlite;
}

/** Takes the mark of student `seq` back, as events were written then. */
function unchained(seq: number, reason: string | null): UnchainedEvent {
  return {
    id: `e${seq}`,
    deviceId: 'd',
    seq,
    kind: 'void',
    sessionId: 's',
    studentId: `student ${seq}`,
    code: null,
    method: 'manual',
    score: null,
    evidence: null,
    policy: null,
    capturedAt: 9,
    utcOffsetMinutes: 0,
    recordedAt: 9,
    actorId: 't',
    reason,
    cause: null,
  };
}

function writeThen(sqlite: Database.Database, reasons: readonly (string | null)[]): void {
  const insert = sqlite.prepare(`INSERT INTO attendance_events (id, device_id, seq, kind,
    session_id, student_id, method, captured_at, utc_offset_minutes, recorded_at, actor_id, reason,
    prev_hash, hash) VALUES (:id, :deviceId, :seq, :kind, :sessionId, :studentId, :method,
    :capturedAt, :utcOffsetMinutes, :recordedAt, :actorId, :reason, :prevHash, :hash)`);
  let last: AttendanceEvent | null = null;
  for (const [index, reason] of reasons.entries()) {
    last = chained(unchained(index + 1, reason), last?.hash ?? GENESIS_HASH, sha256);
    insert.run(last);
  }
  sqlite
    .prepare('INSERT INTO event_heads (device_id, seq, hash) VALUES (:deviceId, :seq, :hash)')
    .run(last);
}

test('events written before keep their hash and what their reason said', async () => {
  const sqlite = registerOfBefore(4);
  writeThen(sqlite, [
    'Not in the class on that day',
    'Did not take place: rain',
    'note from home',
    null,
  ]);
  migrate(sqlite);
  const db = drizzle(sqlite);
  expect(await verifyLog(db)).toEqual({ kind: 'intact', events: 4 });
  const causes = logPage(db, null, 10).map(causeOf);
  expect(causes).toEqual(['setAside', 'setAside', 'ordinary', 'ordinary']);
  const corrected = sqlite.prepare('SELECT student_id FROM corrections').pluck();
  expect(corrected.all()).toEqual(['student 3', 'student 4']);
  // Nobody gives an old event another cause without being found out.
  sqlite.exec(`DROP TRIGGER attendance_events_never_updated;
    UPDATE attendance_events SET cause = 'setAside' WHERE seq = 3`);
  expect(await verifyLog(db)).toMatchObject({ kind: 'broken', at: { seq: 3 } });
});
