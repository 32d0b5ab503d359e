import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import type { Db } from '#main/db/database.ts';
import { attendance } from '#main/db/schema/index.ts';
import { rebuildAttendance } from '#main/register/log/event-log.ts';
import type { MainProcess } from './main-process.ts';
import type { Acknowledged, Findings } from './messages.ts';

function readAcknowledged(file: string): Acknowledged[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line): Acknowledged => JSON.parse(line));
}

/** Acknowledged marks of which the log does not hold exactly the event that was said. */
function countLost(db: Db, marks: readonly Acknowledged[]): number {
  const found = (mark: Acknowledged) =>
    db.all(sql`SELECT 1 FROM attendance_events WHERE id = ${mark.eventId} AND code = ${mark.code}
      AND session_id = ${mark.sessionId} AND student_id = ${mark.studentId}`).length;
  return marks.filter((mark) => found(mark) !== 1).length;
}

/** Students who were marked anew where a mark was already in force. */
function countDuplicated(db: Db): number {
  return db.all(sql`SELECT session_id FROM attendance_events GROUP BY session_id, student_id
    HAVING sum(kind = 'mark') > 1 + sum(kind = 'void')`).length;
}

function statusesInForce(db: Db): string[] {
  const rows = db.select().from(attendance).all();
  return rows.map((row) => JSON.stringify(row)).sort();
}

/** Folds the log anew and counts the statuses that had been something else. */
function countMisfolded(db: Db): number {
  const before = new Set(statusesInForce(db));
  rebuildAttendance(db);
  const after = new Set(statusesInForce(db));
  const differs = (one: Set<string>, other: Set<string>) =>
    [...one].filter((status) => !other.has(status)).length;
  return differs(before, after) + differs(after, before);
}

/** Looks at the register as only the next start of the app would. */
export async function checkRegister(
  { db, client }: MainProcess,
  acknowledgedFile: string,
): Promise<Findings> {
  const integrity = db.all<{ integrity_check: string }>(sql`PRAGMA integrity_check`);
  const chain = await client.register.verify();
  return {
    lost: countLost(db, readAcknowledged(acknowledgedFile)),
    duplicated: countDuplicated(db),
    chainBroken: chain.kind === 'intact' ? 0 : 1,
    damaged: integrity.every((row) => row.integrity_check === 'ok') ? 0 : 1,
    misfolded: countMisfolded(db),
  };
}
