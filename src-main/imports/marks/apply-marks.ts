import type { ImportProgress, MarkCounts } from '#shared/contract/imports.contract.ts';
import type { ReadMark } from '#shared/imports/read-marks.ts';
import { APP_REASONS } from '#shared/register/app-reasons.ts';
import { cellKey } from '#shared/register/fold.ts';
import { recordActivity } from '../../activity/activity.service.ts';
import type { Db } from '../../db/database.ts';
import { appendEvents } from '../../register/log/append-events.ts';
import type { NewEvent } from '../../register/log/event-log.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import { impersonalFileName } from '../impersonal-file-name.ts';
import type { Importer } from '../importer.ts';
import type { ImportChange } from '../imports.queries.ts';
import type { NewSubject } from '../listed-names.ts';
import type { ImportTurn } from '../writing/import-turn.ts';
import { type ImportWork, runImport } from '../writing/run-import.ts';
import { marksInForce, readSessions, rosterCells } from './known-registers.ts';
import { makeRegisters } from './make-registers.ts';
import { makeSubjects } from './make-subjects.ts';
import {
  countMarks,
  countRegisters,
  type PlannedMark,
  takenMarks,
  targetKey,
} from './plan-marks.ts';

const KINDS = ['new', 'changed', 'unchanged', 'kept', 'skipped', 'problem'] as const;

type Taken = ReturnType<typeof takenMarks>[number];

/** A mark to be written, and the register it goes into. */
interface InSession extends Taken {
  sessionId: string;
}

function assertAsPlanned(counts: MarkCounts, expected: MarkCounts): void {
  const same = KINDS.every((kind) => counts[kind] === expected[kind]);
  if (!same) throw new DomainError('CONFLICT', { what: 'plan' });
  if (counts.new + counts.changed === 0) throw new DomainError('INVALID', { why: 'nothingNew' });
}

/** As of a correction by hand, what a register that is closed has not said yet amends it. */
function eventOf(
  { row, placed, sessionId }: InSession,
  { account, platform }: Importer,
  fileName: string,
): NewEvent {
  const { student, code, at, target } = placed;
  const capturedAt = target.kind === 'existing' ? Math.max(at, target.session.startedAt) : at;
  return {
    kind: target.kind === 'new' ? 'mark' : 'amend',
    sessionId,
    studentId: student.id,
    code,
    method: 'import',
    score: null,
    evidence: null,
    policy: null,
    capturedAt,
    utcOffsetMinutes: platform.utcOffsetMinutes(capturedAt),
    recordedAt: platform.now(),
    actorId: account.id,
    reason: APP_REASONS.imported(fileName, row.mark.reason),
  };
}

/** The marks of each register, in the order of the list; registers by their time. */
function byRegister(taken: readonly Taken[]): Taken[][] {
  const registers = Map.groupBy(taken, ({ placed }) => targetKey(placed.target));
  const first = (marks: Taken[]) => Math.min(...marks.map(({ placed }) => placed.at));
  return [...registers.values()].toSorted((a, b) => first(a) - first(b));
}

/**
 * What was planned may be some seconds old.
 * @throws DomainError CONFLICT `plan` where a register was reopened or discarded, a student is no
 *   longer on it, or has another mark since
 */
function assertStillSo(tx: Db, marks: readonly InSession[]): void {
  const ids = [...new Set(marks.map(({ sessionId }) => sessionId))];
  const isClosed = readSessions(tx, ids).every(
    ({ endedAt, discardedAt }) => endedAt !== null && discardedAt === null,
  );
  const rosters = rosterCells(tx, ids);
  const inForce = marksInForce(tx, ids);
  const isAsPlanned = marks.every(({ sessionId, placed, there }) => {
    const cell = cellKey({ sessionId, studentId: placed.student.id });
    return rosters.has(cell) && inForce.get(cell)?.eventId === there?.eventId;
  });
  if (!isClosed || !isAsPlanned) throw new DomainError('CONFLICT', { what: 'plan' });
}

interface Writing {
  importId: string;
  fileName: string;
  /** The subjects made by now, by what stood in for them. */
  made: Map<string, string>;
}

function writeRegisters(
  tx: Db,
  importer: Importer,
  taken: readonly Taken[],
  { importId, fileName, made }: Writing,
): ImportChange[] {
  const subjectOf = (id: string) => made.get(id) ?? id;
  const sessionOf = makeRegisters(tx, importer, { importId, taken, subjectOf });
  const marks = taken.map((one) => ({ ...one, sessionId: sessionOf(one.placed) }));
  assertStillSo(tx, marks);
  const written = appendEvents(
    tx,
    marks.map((one) => eventOf(one, importer, fileName)),
  );
  return written.map(({ id, sessionId, studentId, code }, at): ImportChange => {
    const eventId = marks[at]?.there?.eventId;
    const before = eventId === undefined ? null : JSON.stringify({ eventId });
    const after = JSON.stringify({ sessionId, studentId, code });
    return { importId, what: 'mark', subjectId: id, before, after };
  });
}

/** What is written one after the other: first the subjects that are needed. */
type Item = { kind: 'subject'; subject: NewSubject } | { kind: 'register'; marks: Taken[] };

function itemsOf(taken: readonly Taken[], subjects: readonly NewSubject[]): Item[] {
  const needed = new Set(
    taken.flatMap(({ placed: { target } }) => (target.kind === 'new' ? target.subjectId : [])),
  );
  return [
    ...subjects
      .filter(({ standIn }) => needed.has(standIn))
      .map((subject): Item => ({ kind: 'subject', subject })),
    ...byRegister(taken).map((marks): Item => ({ kind: 'register', marks })),
  ];
}

function writePart(
  tx: Db,
  importer: Importer,
  part: readonly Item[],
  writing: Writing,
): ImportChange[] {
  const wanted = part.flatMap((item) => (item.kind === 'subject' ? item.subject : []));
  const taken = part.flatMap((item) => (item.kind === 'register' ? item.marks : []));
  const now = importer.platform.now();
  return [
    ...makeSubjects(tx, wanted, { ...writing, now }),
    ...writeRegisters(tx, importer, taken, writing),
  ];
}

function noteImport(
  tx: Db,
  { account, platform }: Importer,
  { file, planned }: { file: string; planned: readonly PlannedMark[] },
): void {
  const counts = { ...countMarks(planned), registers: countRegisters(planned).made };
  recordActivity(tx, {
    at: platform.now(),
    kind: 'imported',
    actorId: account.id,
    detail: { what: 'marks', file, ...counts },
  });
}

/**
 * Writes the marks that have no problem, and the registers they need, register by register.
 * @throws DomainError CONFLICT `plan` when the register is no longer as the plan found it, INVALID
 *   `nothingNew` when there is nothing to write
 */
export function applyMarks(
  importer: Importer,
  {
    planned,
    rows,
    subjects,
  }: {
    planned: readonly PlannedMark[];
    rows: readonly ReadMark[];
    /** That are to be made. */
    subjects: readonly NewSubject[];
  },
  { expected, fileName }: { expected: MarkCounts; fileName: string },
  stops: { turn: ImportTurn; signal: AbortSignal },
): AsyncGenerator<ImportProgress, void, void> {
  const counts = countMarks(planned);
  assertAsPlanned(counts, expected);
  const names = planned.flatMap(({ placed }) =>
    placed ? [placed.student.fullName, placed.student.studentNumber] : [],
  );
  const numbers = rows.map(({ mark }) => mark.studentNumber);
  const file = impersonalFileName(fileName, [...new Set([...names, ...numbers])]);
  const made = new Map<string, string>();
  const work: ImportWork<Item> = {
    kind: 'marks',
    fileName: file,
    created: counts.new,
    changed: counts.changed,
    items: itemsOf(takenMarks(planned), subjects),
    rowsOf: (item) => (item.kind === 'subject' ? 0 : item.marks.length),
    write: (tx, importId, part) =>
      writePart(tx, importer, part, { importId, fileName: file, made }),
    finish: (tx) => noteImport(tx, importer, { file, planned }),
  };
  return runImport(importer, work, stops);
}
