import type { DueStudent, RetentionPlan } from '#shared/contract/privacy.contract.ts';
import {
  daysAfter,
  dueOn,
  lastDayDue,
  later,
  NOTICE_DAYS,
  type RetentionRules,
  type StudentRule,
} from '#shared/privacy/retention.ts';
import type { Db } from '../db/database.ts';
import { dayAt } from '../people/school-day.ts';
import type { Platform } from '../platform.ts';
import type { Pace } from '../slices.ts';
import {
  archivedAt,
  countAbsenceReasons,
  countActivityBefore,
  countImportCopies,
  facesStoredAt,
  formerStudents,
  lastFaceMark,
  listNotices,
  type Notice,
  storedFaces,
  studentNames,
} from './retention.queries.ts';

export type Clock = Pick<Platform, 'now' | 'utcOffsetMinutes'>;

const MINUTE_MS = 60_000;
/** The look ahead: three months. */
const AHEAD_DAYS = 92;

/** A student of whom a rule erases something, and from which day on it may. */
export interface Due {
  studentId: string;
  rule: StudentRule;
  since: string;
  dueOn: string;
}

export function dayOf(at: number, { utcOffsetMinutes }: Clock): string {
  return dayAt(at, utcOffsetMinutes(at));
}

/** The first instant after a day. */
function endOf(day: string, { utcOffsetMinutes }: Clock): number {
  const midnight = Date.parse(`${daysAfter(day, 1)}T00:00:00Z`);
  return midnight - utcOffsetMinutes(midnight) * MINUTE_MS;
}

/** Instants before this one are due by a rule of this length; null where the rule is off. */
export function dueBefore(
  rule: 'activity' | 'importCopies',
  rules: RetentionRules,
  clock: Clock,
): number | null {
  const count = rules[rule];
  return count === null ? null : endOf(lastDayDue(rule, dayOf(clock.now(), clock), count), clock);
}

/** The latest last day of an absence whose reason is due; null where the rule is off. */
export function absencesDueBy({ absenceReasons }: RetentionRules, clock: Clock): string | null {
  const today = dayOf(clock.now(), clock);
  return absenceReasons === null ? null : lastDayDue('absenceReasons', today, absenceReasons);
}

/** From which instant on the time of a rule counts for a student; null: there is nothing to erase. */
function countsFrom(db: Db, rule: StudentRule, studentId: string): number | null {
  if (rule === 'formerStudents') return archivedAt(db, studentId);
  const stored = facesStoredAt(db, studentId);
  return stored === null ? null : Math.max(stored, lastFaceMark(db, studentId) ?? 0);
}

/** When a rule erases something of a student; null: never. */
export function dueOf(
  db: Db,
  rules: RetentionRules,
  clock: Clock,
  { studentId, rule }: Pick<Due, 'studentId' | 'rule'>,
): Due | null {
  const count = rules[rule];
  const at = count === null ? null : countsFrom(db, rule, studentId);
  if (count === null || at === null) return null;
  const since = dayOf(at, clock);
  return { studentId, rule, since, dueOn: dueOn(rule, since, count) };
}

/** Everybody of whom a rule may erase something by that day. */
export async function dueBy(
  db: Db,
  rules: RetentionRules,
  clock: Clock,
  lastDay: string,
  pace: Pace,
): Promise<Due[]> {
  const asked: Pick<Due, 'studentId' | 'rule'>[] = [
    ...storedFaces(db).map(({ studentId }) => ({ studentId, rule: 'unusedFaces' as const })),
    ...formerStudents(db).map(({ studentId }) => ({ studentId, rule: 'formerStudents' as const })),
  ];
  const found: Due[] = [];
  for (const one of asked) {
    const due = dueOf(db, rules, clock, one);
    if (due && due.dueOn <= lastDay) found.push(due);
    await pace();
  }
  return found;
}

/** What a notice is about. */
export function noticeKey({ studentId, rule }: Pick<Due, 'studentId' | 'rule'>): string {
  return `${rule} ${studentId}`;
}

/** The day on which a rule erases, so that admins have been told long enough before. */
export function eraseOn(due: Due, notice: Notice | null | undefined, today: string): string {
  return later(due.dueOn, notice?.eraseOn ?? daysAfter(today, NOTICE_DAYS));
}

function withNames(db: Db, found: readonly Due[], today: string): DueStudent[] {
  const names = studentNames(db);
  const notices = new Map(listNotices(db).map((one) => [noticeKey(one), one]));
  return found.flatMap((due) => {
    const { studentId, rule, since } = due;
    const name = names.get(studentId);
    const notice = notices.get(noticeKey(due));
    const kept = notice !== undefined && notice.keptAt !== null;
    return name
      ? [{ studentId, ...name, rule, since, eraseOn: eraseOn(due, notice, today), kept }]
      : [];
  });
}

const byDayThenName = (one: DueStudent, other: DueStudent): number =>
  one.eraseOn.localeCompare(other.eraseOn) || one.fullName.localeCompare(other.fullName);

/** What rules would remove: students of the months ahead, and what else is due by now. */
export async function planRetention(
  db: Db,
  clock: Clock,
  rules: RetentionRules,
  pace: Pace,
): Promise<RetentionPlan> {
  const today = dayOf(clock.now(), clock);
  const found = await dueBy(db, rules, clock, daysAfter(today, AHEAD_DAYS), pace);
  const before = {
    activity: dueBefore('activity', rules, clock),
    importCopies: dueBefore('importCopies', rules, clock),
  };
  const lastDay = absencesDueBy(rules, clock);
  return {
    students: withNames(db, found, today).toSorted(byDayThenName),
    activity: before.activity === null ? 0 : countActivityBefore(db, before.activity),
    importCopies: before.importCopies === null ? 0 : countImportCopies(db, before.importCopies),
    absenceReasons: lastDay === null ? 0 : countAbsenceReasons(db, lastDay),
  };
}
