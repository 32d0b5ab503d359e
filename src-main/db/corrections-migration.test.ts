import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeTestFolder } from '#tests/unit/support/test-platform.ts';
import { openEncryptedFile } from './encrypted-file.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';

const NEW = 'corrections';

test('marks set aside count as corrected no more, and those taken back by hand still do', () => {
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
  const reasons = [
    'Not in the class on that day',
    'Did not take place: Wrong class',
    'did not take place: typed',
    'note from home',
    null,
  ];
  const insert = sqlite.prepare(`INSERT INTO attendance_events (id, device_id, seq, kind,
    session_id, student_id, method, captured_at, utc_offset_minutes, recorded_at, actor_id, reason,
    prev_hash, hash) VALUES (?, 'd', ?, 'void', 's', ?, 'manual', 9, 0, 9, 't', ?, ?, ?)`);
  const student = sqlite.prepare(`INSERT INTO students (id, student_number, number_key, full_name,
    search_key, class_id, created_at) VALUES (:id, :id, :id, :id, :id, 'c', 1)`);
  const onRoster = sqlite.prepare(
    `INSERT INTO session_roster (session_id, student_id, class_name) VALUES ('s', ?, '8B')`,
  );
  const hash = '0'.repeat(64);
  reasons.forEach((reason, index) => {
    const id = `student ${index}`;
    student.run({ id });
    onRoster.run(id);
    insert.run(`e${index}`, index + 1, id, reason, hash, hash);
  });
  const corrected = sqlite.prepare('SELECT corrected FROM session_totals').pluck();
  expect(corrected.get()).toBe(5);
  migrate(sqlite);
  expect(corrected.get()).toBe(3);
});
