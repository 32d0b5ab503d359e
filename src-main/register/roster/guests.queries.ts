import { and, asc, eq } from 'drizzle-orm';
import type { Guest } from '#shared/contract/guests.contract.ts';
import type { Db } from '../../db/database.ts';
import { accounts, sessionGuests, sessionRoster, students } from '../../db/schema/index.ts';

type GuestRow = typeof sessionGuests.$inferSelect;

function standingOf(row: GuestRow, studentName: string | null): Guest['standing'] {
  if (row.settledAt === null) return { kind: 'open' };
  if (row.studentId === null || studentName === null) return { kind: 'dismissed' };
  return { kind: 'merged', studentId: row.studentId, studentName };
}

/** All guests of a session, settled ones too, in the order in which they came. */
export function guestsOfSession(db: Db, sessionId: string): Guest[] {
  return db
    .select({
      row: sessionGuests,
      addedBy: accounts.displayName,
      studentName: students.fullName,
    })
    .from(sessionGuests)
    .innerJoin(accounts, eq(accounts.id, sessionGuests.addedBy))
    .leftJoin(students, eq(students.id, sessionGuests.studentId))
    .where(eq(sessionGuests.sessionId, sessionId))
    .orderBy(asc(sessionGuests.at), asc(sessionGuests.id))
    .all()
    .map(({ row, addedBy, studentName }) => {
      const { id, name, code, at } = row;
      return { id, sessionId, name, code, at, addedBy, standing: standingOf(row, studentName) };
    });
}

export function findGuest(db: Db, id: string): GuestRow | null {
  return db.select().from(sessionGuests).where(eq(sessionGuests.id, id)).get() ?? null;
}

export function insertGuest(db: Db, row: typeof sessionGuests.$inferInsert): void {
  db.insert(sessionGuests).values(row).run();
}

export function settleGuest(
  db: Db,
  id: string,
  settled: Pick<GuestRow, 'settledAt' | 'studentId'>,
): void {
  db.update(sessionGuests).set(settled).where(eq(sessionGuests.id, id)).run();
}

/** Also brings back a student who was left out of this session as not in its class on the day. */
export function putOnRoster(
  db: Db,
  row: { sessionId: string; studentId: string; className: string },
): void {
  db.insert(sessionRoster)
    .values(row)
    .onConflictDoUpdate({
      target: [sessionRoster.sessionId, sessionRoster.studentId],
      set: { inClass: true },
    })
    .run();
}

/** A student of another class who is on the roster by mistake counts nowhere in this session. */
export function setAsideFromRoster(
  db: Db,
  { sessionId, studentId }: { sessionId: string; studentId: string },
): void {
  const { sessionId: session, studentId: student } = sessionRoster;
  db.update(sessionRoster)
    .set({ inClass: false })
    .where(and(eq(session, sessionId), eq(student, studentId)))
    .run();
}
