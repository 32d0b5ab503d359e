import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { chained, GENESIS_HASH } from '#shared/register/event-hash.ts';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import {
  createTestRegister,
  TEST_ADMIN,
  TEST_PASSPHRASE,
  type TestRegister,
} from '#tests/unit/support/test-register.ts';
import { registerFiles } from '../app/register-files.ts';
import type { Db } from '../db/database.ts';
import { sha256 } from '../register/log/event-log.ts';
import { chainHeads, logPage } from '../register/log/events.queries.ts';
import { checkLog } from './check-log.service.ts';
import { CheckSchedule } from './check-schedule.ts';

const DAY_MS = 86_400_000;

/** A closed register of six students: six events. */
async function withEvents() {
  const register = await createTestRegister();
  const { client } = register;
  const made = await createTestClass(client, { students: 6 });
  await takeRegister(register, made);
  return { ...register, made };
}

async function takeRegister(
  { client, platform }: Pick<TestRegister, 'client' | 'platform'>,
  { classId, subjectId, students }: Awaited<ReturnType<typeof createTestClass>>,
) {
  const { id: sessionId } = await client.register.start({ classId, subjectId });
  for (const { id: studentId } of students) {
    await client.register.mark({ sessionId, studentId, code: 'P' });
  }
  platform.clock.advance(60_000);
  await client.register.end({ sessionId });
}

/** What somebody does who has the key and a SQL prompt: the triggers go first. */
function tamper(db: Db, ...statements: ReturnType<typeof sql>[]): void {
  db.run(sql`DROP TRIGGER IF EXISTS attendance_events_never_updated`);
  db.run(sql`DROP TRIGGER IF EXISTS attendance_events_never_deleted`);
  db.run(sql`PRAGMA foreign_keys = OFF`);
  for (const statement of statements) db.run(statement);
}

/** A cleverer one: every hash and the head are made anew, so that the chain fits. */
function rewrite(db: Db, from: number): void {
  tamper(db, sql`UPDATE attendance_events SET code = 'A' WHERE seq = ${from}`);
  let prevHash = GENESIS_HASH;
  for (const { prevHash: _was, hash: _old, ...event } of logPage(db, null, 1_000)) {
    const { hash } = chained(event, prevHash, sha256);
    db.run(sql`UPDATE attendance_events SET prev_hash = ${prevHash}, hash = ${hash}
      WHERE id = ${event.id}`);
    prevHash = hash;
  }
  db.run(sql`UPDATE event_heads SET hash = ${prevHash}`);
}

const findingOf = async ({ client }: Pick<TestRegister, 'client'>) =>
  (await client.settings.security.check()).finding;
const background = (register: TestRegister) => checkLog(register, { isFull: false });

describe('a log as it was written', () => {
  it('is said to be intact, when, and how much of it was walked', async () => {
    const register = await withEvents();
    const { client, platform } = register;
    expect(await client.settings.security.integrity()).toMatchObject({
      checkedAt: null,
      events: null,
    });
    await background(register);
    const first = platform.now();
    expect(await client.settings.security.integrity()).toMatchObject({
      checkedAt: first,
      fullyCheckedAt: first,
      events: 6,
      isSealed: true,
      notedSince: first,
      finding: null,
    });
    platform.clock.advance(DAY_MS);
    await takeRegister(register, register.made);
    await background(register);
    expect(await client.settings.security.integrity()).toMatchObject({
      fullyCheckedAt: first,
      events: 12,
    });
    platform.clock.advance(7 * DAY_MS);
    await background(register);
    expect((await client.settings.security.integrity()).fullyCheckedAt).toBe(platform.now());
  });

  it('of a computer without a keychain is walked in full each time, and nothing is sealed', async () => {
    const register = await withEvents();
    register.platform.keychain.setAvailable(false);
    await background(register);
    register.platform.clock.advance(DAY_MS);
    await background(register);
    expect(await register.client.settings.security.integrity()).toMatchObject({
      fullyCheckedAt: register.platform.now(),
      isSealed: false,
      finding: null,
    });
  });

  it('is empty at first, and that is fine', async () => {
    expect(await findingOf(await createTestRegister())).toBeNull();
  });
});

describe('rows named after a check in the background', () => {
  const cases = [
    ['changed', 4, [sql`UPDATE attendance_events SET code = 'L' WHERE seq = 4`]],
    ['removed', 2, [sql`DELETE FROM attendance_events WHERE seq = 2`]],
    [
      'inserted',
      3,
      [
        sql`UPDATE attendance_events SET seq = seq + 100 WHERE seq >= 3`,
        sql`UPDATE attendance_events SET seq = seq - 99 WHERE seq >= 100`,
        sql`INSERT INTO attendance_events (id, device_id, seq, kind, session_id, student_id, code,
            method, score, evidence, policy, captured_at, utc_offset_minutes, recorded_at, actor_id,
            reason, prev_hash, hash)
          SELECT '01990000-0000-7000-8000-000000000001', device_id, 3, kind, session_id, student_id,
            code, method, score, evidence, policy, captured_at, utc_offset_minutes, recorded_at,
            actor_id, reason, prev_hash, hash FROM attendance_events WHERE seq = 1`,
      ],
    ],
    [
      'reordered',
      2,
      [
        sql`UPDATE attendance_events SET seq = 1000 WHERE seq = 2`,
        sql`UPDATE attendance_events SET seq = 2 WHERE seq = 5`,
        sql`UPDATE attendance_events SET seq = 5 WHERE seq = 1000`,
      ],
    ],
  ] as const;

  it.each(cases)('%s', async (problem, seq, statements) => {
    const register = await withEvents();
    tamper(register.db, ...statements);
    await background(register);
    const { finding } = await register.client.settings.security.integrity();
    expect(finding).toMatchObject({ problem, seq, witness: null });
    expect(finding?.row).toMatchObject({ className: expect.any(String) });
    expect(finding?.row?.studentName).toMatch(/\w/);
    const [entry] = await register.client.activity.list({ kinds: ['tamperingFound'] });
    expect(entry?.detail).toEqual({ problem, seq });
    await background(register);
    expect(await register.client.activity.list({ kinds: ['tamperingFound'] })).toHaveLength(1);
  });

  it('also those that come after what was verified, or were removed before it', async () => {
    for (const statement of [
      sql`UPDATE attendance_events SET code = 'A' WHERE seq = 9`,
      sql`DELETE FROM attendance_events WHERE seq = 3`,
    ]) {
      const register = await withEvents();
      await background(register);
      await takeRegister(register, register.made);
      tamper(register.db, statement);
      await background(register);
      expect((await register.client.settings.security.integrity()).finding).not.toBeNull();
    }
  });

  it('a row changed before what was verified is found by the next full check, a week later at most', async () => {
    const register = await withEvents();
    const { client, platform, db } = register;
    await background(register);
    tamper(db, sql`UPDATE attendance_events SET code = 'A' WHERE seq = 2`);
    platform.clock.advance(DAY_MS);
    await background(register);
    expect((await client.settings.security.integrity()).finding).toBeNull();
    platform.clock.advance(6 * DAY_MS);
    await background(register);
    expect((await client.settings.security.integrity()).finding).toMatchObject({
      problem: 'changed',
      seq: 2,
    });
  });
});

describe('a chain that was written anew as a whole', () => {
  it('contradicts what was noted at an earlier check', async () => {
    const register = await withEvents();
    await background(register);
    const at = register.platform.now();
    rewrite(register.db, 2);
    expect(await register.client.register.verify()).toMatchObject({ kind: 'intact' });
    const problem = { problem: 'rewritten', seq: 6, witness: { by: 'check', at } };
    expect(await findingOf(register)).toMatchObject(problem);
  });

  it('contradicts a backup, even where the notes are gone', async () => {
    const register = await withEvents();
    const { madeAt } = await register.client.backup.make();
    rewrite(register.db, 2);
    rmSync(registerFiles(register.platform.dataFolder).logNotes);
    const witness = { by: 'backup', at: madeAt };
    expect(await findingOf(register)).toMatchObject({ problem: 'rewritten', witness });
  });

  it('contradicts what was noted when a spreadsheet was exported', async () => {
    const register = await withEvents();
    const { client, platform, made } = register;
    platform.saveFileAs(join(platform.dataFolder, 'class.xlsx'));
    const range = { from: '2026-03-01', to: '2026-03-31' };
    const request = { what: 'class', classId: made.classId, range, format: 'xlsx' } as const;
    for await (const step of await client.exports.run(request)) expect(step).toBeDefined();
    rewrite(register.db, 2);
    expect(await findingOf(register)).toMatchObject({ witness: { by: 'export' } });
  });

  it('is told of also where its end was cut off with the head', async () => {
    const register = await withEvents();
    await background(register);
    const { db } = register;
    tamper(db, sql`DELETE FROM attendance_events WHERE seq > 4`);
    db.run(sql`UPDATE event_heads SET seq = 4,
      hash = (SELECT hash FROM attendance_events WHERE seq = 4)`);
    expect(await findingOf(register)).toMatchObject({
      problem: 'removed',
      witness: { by: 'check' },
    });
  });

  it('is not hidden by notes that fit it: their seal does not', async () => {
    const register = await withEvents();
    await background(register);
    rewrite(register.db, 2);
    const path = registerFiles(register.platform.dataFolder).logNotes;
    const file = JSON.parse(readFileSync(path, 'utf8'));
    file.notes.notes = [{ at: 1, by: 'check', heads: chainHeads(register.db) }];
    file.notes.verified.heads = chainHeads(register.db);
    writeFileSync(path, JSON.stringify(file));
    await background(register);
    const { finding } = await register.client.settings.security.integrity();
    expect(finding).toMatchObject({ problem: 'notesAltered' });
  });
});

describe('going back to a backup', () => {
  it('is no forgery, though notes and later backups remember more', async () => {
    const register = await withEvents();
    const { client, platform } = register;
    const { name } = await client.backup.make();
    platform.answerOpen(join((await client.backup.status()).folder, name));
    platform.clock.advance(DAY_MS);
    await takeRegister(register, register.made);
    await client.backup.make();
    await background(register);
    await client.backup.restore.choose();
    await client.backup.restore.preview({ passphrase: TEST_PASSPHRASE });
    await client.backup.restore.apply();
    await background(register);
    const after = register.connect().client;
    await after.accounts.signIn(TEST_ADMIN);
    expect(await after.settings.security.integrity()).toMatchObject({ finding: null, events: 6 });
    rewrite(register.host.register().db, 2);
    expect(await findingOf({ client: after })).toMatchObject({ problem: 'rewritten' });
  });
});

describe('going back to a backup before sign-in', () => {
  it('is no forgery either, though the notes of this computer remember more', async () => {
    const register = await withEvents();
    const { client, platform, host } = register;
    const { name } = await client.backup.make();
    platform.answerOpen(join((await client.backup.status()).folder, name));
    platform.clock.advance(DAY_MS);
    await takeRegister(register, register.made);
    await client.backup.make();
    await background(register);
    host.close();
    writeFileSync(registerFiles(platform.dataFolder).database, 'this was a database once');
    expect(await host.open()).toMatchObject({ state: 'failed' });
    const after = register.connect().client;
    await after.backup.recover.choose();
    await after.backup.recover.preview({ passphrase: TEST_PASSPHRASE });
    await after.backup.recover.apply();
    await background(register);
    await after.accounts.signIn(TEST_ADMIN);
    expect(await after.settings.security.integrity()).toMatchObject({ finding: null, events: 6 });
    rewrite(host.register().db, 2);
    expect(await findingOf({ client: after })).toMatchObject({ problem: 'rewritten' });
  });
});

describe('the schedule', () => {
  it('checks a register once it is open, and again a day later or where the clock went back', async () => {
    const register = await withEvents();
    const { client, platform } = register;
    const schedule = new CheckSchedule(register.host, platform);
    const checkedAt = async () => (await client.settings.security.integrity()).checkedAt;
    await schedule.checkIfDue();
    const first = platform.now();
    platform.clock.advance(DAY_MS - 1);
    await schedule.checkIfDue();
    expect(await checkedAt()).toBe(first);
    platform.clock.advance(1);
    await schedule.checkIfDue();
    expect(await checkedAt()).toBe(first + DAY_MS);
    platform.clock.advance(-DAY_MS);
    await schedule.checkIfDue();
    expect(await checkedAt()).toBe(first);
  });
});

describe('a check during which the register is closed', () => {
  it.each(['a row', 'the notes'])('leaves what it found of %s to the next start', async (what) => {
    const register = await withEvents();
    const { host, platform, db } = register;
    await background(register);
    if (what === 'a row') tamper(db, sql`UPDATE attendance_events SET code = 'L' WHERE seq = 4`);
    else writeFileSync(registerFiles(platform.dataFolder).logNotes, '{}');
    const checking = checkLog(register, { isFull: true }).catch((error: unknown) => error);
    // So far that the check has begun.
    await new Promise((resolve) => setImmediate(resolve));
    host.close();
    expect(await checking).toBeInstanceOf(Error);
    await host.open();
    await checkLog(register, { isFull: true });
    await checkLog(register, { isFull: true });
    const { client } = register.connect();
    await client.accounts.signIn(TEST_ADMIN);
    expect(await client.activity.list({ kinds: ['tamperingFound'] })).toHaveLength(1);
  });
});
