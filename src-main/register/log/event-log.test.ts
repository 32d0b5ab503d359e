import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Db } from '#main/db/database.ts';
import { attendance, attendanceEvents } from '#main/db/schema/index.ts';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { rebuildAttendance } from './event-log.ts';

/** A register with eight events: six marks by hand, a change and a correction. */
async function withEvents() {
  const register = await createTestRegister();
  const { client, db } = register;
  const { classId, subjectId, students } = await createTestClass(client, { students: 6 });
  const { id: sessionId } = await client.register.start({ classId, subjectId });
  for (const { id: studentId } of students.slice(0, 4)) {
    await client.register.mark({ sessionId, studentId, code: 'P' });
  }
  await client.register.mark({ sessionId, studentId: students[1]!.id, code: 'L' });
  await client.register.end({ sessionId });
  await client.register.unmark({ sessionId, studentId: students[2]!.id, reason: 'by mistake' });
  const verify = () => client.register.verify();
  const idOf = (seq: number) =>
    db.get<{ id: string }>(sql`SELECT id FROM attendance_events WHERE seq = ${seq}`).id;
  return { ...register, verify, idOf, sessionId };
}

/** What somebody does who has the key and a SQL prompt: the triggers go first. */
function tamper(db: Db, statement: ReturnType<typeof sql>): void {
  db.run(sql`DROP TRIGGER IF EXISTS attendance_events_never_updated`);
  db.run(sql`DROP TRIGGER IF EXISTS attendance_events_never_deleted`);
  db.run(sql`PRAGMA foreign_keys = OFF`);
  db.run(statement);
}

describe('the attendance log', () => {
  it('is numbered without a gap and intact as it was written', async () => {
    const { db, verify } = await withEvents();
    const seqs = db.select({ seq: attendanceEvents.seq }).from(attendanceEvents).all();
    expect(seqs.map(({ seq }) => seq).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await verify()).toEqual({ kind: 'intact', events: 8 });
  });

  it('lets no event be changed or removed', async () => {
    const { db } = await withEvents();
    const refusal = (statement: ReturnType<typeof sql>) => {
      try {
        db.run(statement);
      } catch (error) {
        return String((error as Error).cause);
      }
      return 'done';
    };
    const update = sql`UPDATE attendance_events SET code = 'P'`;
    expect(refusal(update)).toContain('attendance events are never changed');
    expect(refusal(sql`DELETE FROM attendance_events`)).toContain('are never removed');
  });

  it('folds into the same register when the table of statuses is lost', async () => {
    const { db } = await withEvents();
    const before = db.select().from(attendance).all();
    expect(before).toHaveLength(5);
    db.run(sql`DELETE FROM attendance`);
    expect(rebuildAttendance(db)).toBe(6);
    expect(db.select().from(attendance).all()).toEqual(before);
  });
});

describe('verify', () => {
  it('names a row that was changed', async () => {
    const { db, verify, idOf } = await withEvents();
    tamper(db, sql`UPDATE attendance_events SET code = 'P' WHERE seq = 6`);
    expect(await verify()).toMatchObject({
      kind: 'broken',
      at: { seq: 6, eventId: idOf(6), problem: 'changed' },
    });
  });

  it('names the gap of a row that was removed', async () => {
    const { db, verify, idOf } = await withEvents();
    tamper(db, sql`DELETE FROM attendance_events WHERE seq = 3`);
    expect(await verify()).toMatchObject({
      at: { seq: 3, eventId: idOf(4), problem: 'removed' },
    });
  });

  it('notices that the newest row was removed', async () => {
    const { db, verify } = await withEvents();
    tamper(db, sql`DELETE FROM attendance_events WHERE seq = 8`);
    expect(await verify()).toMatchObject({ at: { seq: 8, problem: 'removed' } });
  });

  it('names a row that was inserted', async () => {
    const { db, verify } = await withEvents();
    tamper(db, sql`UPDATE attendance_events SET seq = seq + 100 WHERE seq >= 4`);
    db.run(sql`UPDATE attendance_events SET seq = seq - 99 WHERE seq >= 100`);
    db.run(sql`INSERT INTO attendance_events
      SELECT 'forged', device_id, 4, kind, session_id, student_id, code, method, score, evidence,
        policy, captured_at, utc_offset_minutes, recorded_at, actor_id, reason, prev_hash, hash, cause
      FROM attendance_events WHERE seq = 2`);
    expect(await verify()).toMatchObject({
      at: { seq: 4, eventId: 'forged', problem: 'inserted' },
    });
  });

  it('names rows that changed places', async () => {
    const { db, verify, idOf } = await withEvents();
    const fifth = idOf(5);
    tamper(db, sql`UPDATE attendance_events SET seq = 1000 WHERE seq = 2`);
    db.run(sql`UPDATE attendance_events SET seq = 2 WHERE seq = 5`);
    db.run(sql`UPDATE attendance_events SET seq = 5 WHERE seq = 1000`);
    expect(await verify()).toMatchObject({
      at: { seq: 2, eventId: fifth, problem: 'reordered' },
    });
  });
});
