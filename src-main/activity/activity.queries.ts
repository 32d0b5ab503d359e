import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  notInArray,
  or,
  type SQL,
} from 'drizzle-orm';
import type { Activity, ActivityKind, ActivityOrder } from '#shared/contract/activity.contract.ts';
import type { Db } from '../db/database.ts';
import { accounts, activity, sessions, students } from '../db/schema/index.ts';
import type { RegistersSeen } from '../people/class-access.service.ts';
import { seenBy } from '../register/sessions/sessions.queries.ts';

function selectActivity(db: Db) {
  return db
    .select({
      id: activity.id,
      at: activity.at,
      kind: activity.kind,
      actor: accounts.displayName,
      sessionId: activity.sessionId,
      studentId: activity.studentId,
      studentName: students.fullName,
      detail: activity.detail,
    })
    .from(activity)
    .leftJoin(accounts, eq(accounts.id, activity.actorId))
    .leftJoin(students, eq(students.id, activity.studentId))
    .leftJoin(sessions, eq(sessions.id, activity.sessionId));
}

export function insertActivity(db: Db, row: typeof activity.$inferInsert): void {
  db.insert(activity).values(row).run();
}

export function findActivity(db: Db, id: string): Activity | null {
  return selectActivity(db).where(eq(activity.id, id)).get() ?? null;
}

export interface ActivityFilter {
  sessionId?: string | undefined;
  kinds: readonly ActivityKind[];
  order: ActivityOrder;
  /** Only what comes after this entry in that order. */
  beyond?: { at: number; id: string } | undefined;
  /** Instants: the first, and the first that is too late. */
  within?: { from: number; before: number } | undefined;
  /** Only of sessions, students and classes that the reader sees. */
  reader: RegistersSeen;
}

/** Kinds that are about a class always: one whose class is not known is for no teacher. */
const OF_A_CLASS: readonly ActivityKind[] = ['notHeld', 'notHeldTakenBack'];

function ofNoClass(): SQL | undefined {
  return and(isNull(activity.classId), notInArray(activity.kind, [...OF_A_CLASS]));
}

function readableBy(reader: RegistersSeen): SQL | undefined {
  if (reader.classes === 'all') return undefined;
  const classIds = [...reader.classes];
  return or(
    seenBy(reader),
    and(
      isNull(activity.sessionId),
      or(isNull(activity.studentId), inArray(students.classId, classIds)),
      or(inArray(activity.classId, classIds), ofNoClass()),
    ),
  );
}

function matching(filter: ActivityFilter): SQL | undefined {
  const conditions: Array<SQL | undefined> = [
    inArray(activity.kind, [...filter.kinds]),
    readableBy(filter.reader),
  ];
  if (filter.sessionId !== undefined) conditions.push(eq(activity.sessionId, filter.sessionId));
  if (filter.beyond !== undefined) {
    const { at, id } = filter.beyond;
    const further = filter.order === 'newest' ? lt : gt;
    conditions.push(
      or(further(activity.at, at), and(eq(activity.at, at), further(activity.id, id))),
    );
  }
  if (filter.within !== undefined) {
    conditions.push(gte(activity.at, filter.within.from), lt(activity.at, filter.within.before));
  }
  return and(...conditions);
}

export function countMatching(db: Db, filter: ActivityFilter): number {
  const row = db
    .select({ entries: count() })
    .from(activity)
    .leftJoin(students, eq(students.id, activity.studentId))
    .leftJoin(sessions, eq(sessions.id, activity.sessionId))
    .where(matching(filter))
    .get();
  return row?.entries ?? 0;
}

export function listActivity(db: Db, filter: ActivityFilter, limit: number): Activity[] {
  const by = filter.order === 'newest' ? desc : asc;
  return selectActivity(db)
    .where(matching(filter))
    .orderBy(by(activity.at), by(activity.id))
    .limit(limit)
    .all();
}
