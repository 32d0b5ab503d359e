import type { MarkProblem } from '#shared/imports/mark-verdict.ts';
import { statusKey } from '#shared/imports/match-status.ts';
import type { ReadMark } from '#shared/imports/read-marks.ts';
import { localInstant } from '#shared/timetable/local-instant.ts';
import { holdsOn } from '#shared/timetable/validity.ts';
import { classKey } from '../students/known-students.ts';
import type { KnownRegisters, KnownSession, MarkedStudent } from './known-registers.ts';

const MINUTE_MS = 60_000;

/** What was said of a list besides its columns. */
export interface MarksRule {
  /** What each status of the list means, by `statusKey`; null: nothing. */
  codes: ReadonlyMap<string, string | null>;
  /** The subject of rows that name none. */
  subjectId: string | null;
  /** When a register begins whose rows name no time, in minutes since midnight. */
  minutes: number;
  now: number;
  utcOffsetMinutes: (at: number) => number;
}

/** The register that a mark goes into: one that is there, or one to be made. */
export type Target =
  | { kind: 'existing'; session: KnownSession }
  | { kind: 'new'; key: string; classId: string; subjectId: string; at: number };

/** A mark that is right in itself, where it belongs. */
export interface PlacedMark {
  student: MarkedStudent;
  code: string;
  classId: string;
  /** When, as the list says it or as said for all; UTC. */
  at: number;
  target: Target;
}

interface Subject {
  /** Null: the list names none, and none was chosen for all. */
  id: string | null;
  isNamed: boolean;
}

const problem = (why: MarkProblem['why'], value = ''): MarkProblem => ({ why, value });

const isProblem = <T extends object>(found: T | MarkProblem): found is MarkProblem =>
  'why' in found;

/** The class named, or the one that the student was in on that day. */
function classOf(
  { mark }: ReadMark,
  student: MarkedStudent,
  known: KnownRegisters,
): { id: string } | MarkProblem {
  const span = student.spans.find((one) => holdsOn(one, mark.day));
  if (mark.className === '') {
    return span ? { id: span.classId } : problem('noClass', student.fullName);
  }
  const own = span ? (known.classNames.get(span.classId) ?? '') : '';
  if (span && classKey(own) === classKey(mark.className)) return { id: span.classId };
  return known.findClass(mark.className) ?? problem('unknownClass', mark.className.slice(0, 60));
}

function subjectOf(
  { mark }: ReadMark,
  known: KnownRegisters,
  rule: MarksRule,
): Subject | MarkProblem {
  if (mark.subject === '') return { id: rule.subjectId, isNamed: false };
  const found = known.findSubject(mark.subject);
  return found
    ? { id: found.id, isNamed: true }
    : problem('unknownSubject', mark.subject.slice(0, 60));
}

/**
 * Whether a register was going on at a time. It begins with the lesson it was, or with its first
 * minute, and is over before the minute in which it was closed.
 */
function covers({ startedAt, scheduledAt, endedAt }: KnownSession, at: number): boolean {
  const started = Math.floor(startedAt / MINUTE_MS) * MINUTE_MS;
  const from = Math.min(started, scheduledAt ?? started);
  return at === started || (at >= from && at < (endedAt ?? Number.POSITIVE_INFINITY));
}

/** Of the registers that may be meant the one that is; null: none. */
function sessionMeant(
  meant: readonly KnownSession[],
  subject: Subject,
  hasTime: boolean,
): KnownSession | null | MarkProblem {
  const ofSubject = meant.filter(({ subjectId }) => subjectId === subject.id);
  const fitting = subject.isNamed || ofSubject.length > 0 ? ofSubject : meant;
  const [other] = meant;
  if (fitting.length === 0) {
    return hasTime && other ? problem('otherSubject', other.subjectName) : null;
  }
  if (fitting.length > 1 && !hasTime) return problem('severalRegisters');
  return fitting.at(-1) ?? null;
}

function targetOf(
  { mark }: ReadMark,
  where: { classId: string; at: number; subject: Subject },
  known: KnownRegisters,
): Target | MarkProblem {
  const { classId, at, subject } = where;
  const hasTime = mark.minutes !== null;
  const ofDay = known.sessionsOn(classId, mark.day);
  const meant = hasTime ? ofDay.filter((session) => covers(session, at)) : ofDay;
  const session = sessionMeant(meant, subject, hasTime);
  if (session && isProblem(session)) return session;
  if (session?.endedAt === null) return problem('stillOpen');
  if (session) return { kind: 'existing', session };
  if (subject.id === null) return problem('noSubject');
  const key = `${classId} ${subject.id} ${at}`;
  return { kind: 'new', key, classId, subjectId: subject.id, at };
}

/** Where a mark of a list belongs, or why it belongs nowhere; null: it says nothing. */
export function placeMark(
  row: ReadMark,
  known: KnownRegisters,
  rule: MarksRule,
): PlacedMark | MarkProblem | null {
  const { mark } = row;
  const code = rule.codes.get(statusKey(mark.status));
  if (mark.status !== '' && code === null) return null;
  if (row.problem) return row.problem;
  const student = known.findStudent(mark.studentNumber);
  if (!student) return problem('unknownStudent', mark.studentNumber.slice(0, 60));
  if (!code) return problem('unknownStatus', mark.status.slice(0, 40));
  const found = classOf(row, student, known);
  if (isProblem(found)) return found;
  const subject = subjectOf(row, known, rule);
  if (isProblem(subject)) return subject;
  const at = localInstant(mark.day, mark.minutes ?? rule.minutes, rule.utcOffsetMinutes);
  if (at > rule.now) return problem('future');
  const target = targetOf(row, { classId: found.id, at, subject }, known);
  if (isProblem(target)) return target;
  return { student, code, classId: found.id, at, target };
}
