import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Db } from '#main/db/database.ts';
import { sessionCodeTotals, sessionTotals } from '#main/db/schema/index.ts';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { appendEvent, rebuildAttendance } from './event-log.ts';
import { countTotals, keptTotals, type Totals } from './totals.queries.ts';

const byKey = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

const inOrder = ({ sessions, codes }: Totals) => ({
  sessions: sessions.toSorted(byKey),
  codes: codes.toSorted(byKey),
});

const expectKept = (db: Db) => expect(inOrder(keptTotals(db))).toEqual(inOrder(countTotals(db)));

/** Three sessions of five students, the last one still open. */
async function threeSessions() {
  const register = await createTestRegister();
  const { client, platform } = register;
  const { classId, subjectId, students } = await createTestClass(client, { students: 5 });
  const sessionIds: string[] = [];
  for (const ends of [true, true, false]) {
    const { id } = await client.register.start({ classId, subjectId });
    sessionIds.push(id);
    platform.clock.advance(1_000);
    if (ends) await client.register.end({ sessionId: id });
  }
  return { ...register, sessionIds, studentIds: students.map(({ id }) => id) };
}

const plan = fc.record({
  kind: fc.constantFrom('mark' as const, 'amend' as const, 'void' as const),
  code: fc.constantFrom('P', 'L', 'A', 'E'),
  session: fc.nat(2),
  student: fc.nat(4),
  method: fc.constantFrom('face' as const, 'manual' as const, 'rule' as const),
  /** Before or after the register was closed, by the clock that wrote it. */
  clock: fc.integer({ min: -2_000, max: 2_000 }),
});

test('after any events the totals are what a recount gives', async () => {
  const { db, admin, platform, sessionIds, studentIds } = await threeSessions();
  const write = (event: typeof plan extends fc.Arbitrary<infer P> ? P : never) => {
    const at = platform.now() + event.clock;
    appendEvent(db, {
      kind: event.kind,
      code: event.kind === 'void' ? null : event.code,
      method: event.method,
      sessionId: sessionIds[event.session]!,
      studentId: studentIds[event.student]!,
      score: null,
      evidence: null,
      policy: null,
      capturedAt: at,
      utcOffsetMinutes: 0,
      recordedAt: at,
      actorId: admin.id,
      reason: null,
    });
  };
  fc.assert(
    fc.property(fc.array(plan, { minLength: 1, maxLength: 30 }), (events) => {
      for (const event of events) write(event);
      expectKept(db);
    }),
    { numRuns: 40 },
  );
  expect(keptTotals(db).sessions.some(({ corrected }) => corrected > 0)).toBe(true);
});

test('a session that is closed late counts what was changed after that alone', async () => {
  const { client, db, platform, sessionIds, studentIds } = await threeSessions();
  const cell = { sessionId: sessionIds[2]!, studentId: studentIds[0]! };
  await client.register.mark({ ...cell, code: 'P' });
  await client.register.mark({ ...cell, code: 'L' });
  platform.clock.advance(1_000);
  await client.register.end({ sessionId: cell.sessionId });
  const range = { from: '2000-01-01', to: '2100-01-01' };
  expect((await client.register.list({ range }))[0]?.counts.corrected).toBe(0);
  platform.clock.advance(1_000);
  await client.register.mark({ ...cell, code: 'A', reason: 'was not there' });
  await client.register.mark({ ...cell, code: 'E', reason: 'was ill' });
  const [summary] = await client.register.list({ range });
  expect(summary?.counts).toEqual({
    present: 0,
    late: 0,
    absent: 4,
    ignored: 1,
    unmarked: 0,
    corrected: 1,
  });
  expectKept(db);
});

test('totals that were lost are counted anew', async () => {
  const { db } = await threeSessions();
  const before = inOrder(keptTotals(db));
  db.delete(sessionTotals).run();
  db.delete(sessionCodeTotals).run();
  rebuildAttendance(db);
  expect(inOrder(keptTotals(db))).toEqual(before);
});
