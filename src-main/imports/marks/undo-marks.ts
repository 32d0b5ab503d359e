import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { UndoneImport } from '#shared/contract/imports.contract.ts';
import { APP_REASONS } from '#shared/register/app-reasons.ts';
import type { AttendanceEvent } from '#shared/register/attendance-event.ts';
import { cellKey } from '#shared/register/fold.ts';
import type { Db } from '../../db/database.ts';
import { students } from '../../db/schema/index.ts';
import { appendEvents } from '../../register/log/append-events.ts';
import type { NewEvent } from '../../register/log/event-log.ts';
import { eventsOfSessions } from '../../register/log/events.queries.ts';
import { putDiscarded } from '../../register/sessions/discard.queries.ts';
import type { Undoer } from '../importer.ts';
import { type ImportChange, inBatches } from '../imports.queries.ts';
import { type MarkInForce, marksInForce, readSessions } from './known-registers.ts';

const writtenSchema = z.object({ sessionId: z.string(), studentId: z.string(), code: z.string() });
const beforeSchema = z.object({ eventId: z.string() });

/** A mark that the import wrote. */
interface Written {
  eventId: string;
  sessionId: string;
  studentId: string;
  /** The event whose mark it took the place of; null: none was in force. */
  beforeId: string | null;
}

interface Facts {
  importId: string;
  file: string;
}

/** The register that a mark of an import stands in. */
export function sessionOfMark({ after }: ImportChange): string {
  return writtenSchema.parse(JSON.parse(after)).sessionId;
}

function writtenBy(changes: readonly ImportChange[]): Written[] {
  return changes.map(({ subjectId, before, after }) => {
    const { sessionId, studentId } = writtenSchema.parse(JSON.parse(after));
    const beforeId = before === null ? null : beforeSchema.parse(JSON.parse(before)).eventId;
    return { eventId: subjectId, sessionId, studentId, beforeId };
  });
}

function nowOf({ actorId, platform }: Undoer) {
  const now = platform.now();
  const utcOffsetMinutes = platform.utcOffsetMinutes(now);
  return { capturedAt: now, recordedAt: now, utcOffsetMinutes, actorId };
}

/** The events that take a mark back and, where it took another's place, say that one again. */
function undoingEvents(
  undoer: Undoer,
  { sessionId, studentId }: Written,
  { reason, cause }: Required<Pick<NewEvent, 'reason' | 'cause'>>,
  before: AttendanceEvent | undefined,
): NewEvent[] {
  const cell = { sessionId, studentId };
  const now = nowOf(undoer);
  const none = { code: null, score: null, evidence: null, policy: null };
  const taken: NewEvent = {
    ...cell,
    ...none,
    ...now,
    kind: 'void',
    method: 'import',
    reason,
    cause,
  };
  if (!before) return [taken];
  const { code, method, score, evidence, policy, capturedAt, utcOffsetMinutes } = before;
  const was = { code, method, score, evidence, policy, capturedAt, utcOffsetMinutes };
  return [taken, { ...cell, ...now, ...was, kind: 'mark', reason: before.reason }];
}

function namesOf(tx: Db, ids: readonly string[]) {
  const names = new Map<string, { studentNumber: string; fullName: string }>();
  inBatches(ids, (some) => {
    const { id, studentNumber, fullName } = students;
    const rows = tx
      .select({ id, studentNumber, fullName })
      .from(students)
      .where(inArray(id, some))
      .all();
    for (const { id: of, ...row } of rows) names.set(of, row);
  });
  return names;
}

type TouchedSession = ReturnType<typeof readSessions>[number];

/** The registers that the import made and that would be left without a mark. */
function emptiedSessions(
  ours: readonly Written[],
  inForce: ReadonlyMap<string, MarkInForce>,
  touched: ReadonlyMap<string, TouchedSession>,
  importId: string,
): TouchedSession[] {
  const left = Map.groupBy(inForce.keys(), (cell) => cell.split('/', 1)[0] ?? '');
  return [...Map.groupBy(ours, ({ sessionId }) => sessionId)].flatMap(([id, own]) => {
    const session = touched.get(id);
    const isMade = session?.importId === importId && session.endedAt !== null;
    return session && isMade && own.length === left.get(id)?.length ? session : [];
  });
}

/** The events whose marks were replaced, by id. */
function eventsBefore(tx: Db, ours: readonly Written[]): ReadonlyMap<string, AttendanceEvent> {
  const replaced = ours.filter(({ beforeId }) => beforeId !== null);
  const ids = new Set(replaced.map(({ sessionId }) => sessionId));
  return new Map(eventsOfSessions(tx, [...ids]).map((event) => [event.id, event]));
}

/** Marks that stay, each with why. */
function keptOf(
  tx: Db,
  others: readonly Written[],
  touched: ReadonlyMap<string, TouchedSession>,
): UndoneImport['kept'] {
  const names = namesOf(tx, [...new Set(others.map(({ studentId }) => studentId))]);
  return others.flatMap(({ studentId, sessionId }) => {
    const session = touched.get(sessionId);
    const student = names.get(studentId);
    if (!session || !student) return [];
    const { className, startedAt, discardedAt } = session;
    const why = discardedAt === null ? 'markChanged' : 'discarded';
    return { studentId, ...student, why, register: { id: sessionId, className, startedAt } };
  });
}

/**
 * Takes marks of an import back by events of the log, those of whole registers. A mark that was
 * changed since stays, and is said to. A register that the import made and of which nothing is left
 * counts as one that did not take place.
 */
export function undoMarks(
  tx: Db,
  undoer: Undoer,
  changes: readonly ImportChange[],
  { importId, file }: Facts,
): UndoneImport {
  const { actorId, platform } = undoer;
  const written = writtenBy(changes);
  const ids = [...new Set(written.map(({ sessionId }) => sessionId))];
  const touched = new Map(readSessions(tx, ids).map((session) => [session.id, session]));
  const inForce = marksInForce(tx, ids);
  const isOurs = (one: Written) => inForce.get(cellKey(one))?.eventId === one.eventId;
  const ours = written.filter(isOurs);
  const emptied = emptiedSessions(ours, inForce, touched, importId);
  const reason = APP_REASONS.importTakenBack(file);
  const emptiedIds = new Set(emptied.map(({ id }) => id));
  const before = eventsBefore(tx, ours);
  const events = ours.flatMap((one) => {
    const why = emptiedIds.has(one.sessionId)
      ? ({ reason: APP_REASONS.discarded(reason), cause: 'setAside' } as const)
      : ({ reason, cause: 'ordinary' } as const);
    return undoingEvents(undoer, one, why, before.get(one.beforeId ?? ''));
  });
  appendEvents(tx, events);
  for (const { id, startedAt, endedAt } of emptied) {
    const at = Math.max(platform.now(), startedAt, (endedAt ?? -1) + 1);
    putDiscarded(tx, id, { at, by: actorId, reason });
  }
  const kept = keptOf(
    tx,
    written.filter((one) => !isOurs(one)),
    touched,
  );
  return { undone: ours.length, kept };
}
