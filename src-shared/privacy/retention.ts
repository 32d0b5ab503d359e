/** The rules about one student each: there is a notice beforehand, and a student can be kept. */
export const STUDENT_RULES = ['unusedFaces', 'formerStudents'] as const;
export type StudentRule = (typeof STUDENT_RULES)[number];

/**
 * What can be given a time, in which unit, and within which bounds.
 * - `unusedFaces`: since the faces were stored and last recognised.
 * - `formerStudents`: since the student was archived.
 * - `activity`: since the entry was written.
 * - `importCopies`: since the import, whose undoing needs them.
 * - `absenceReasons`: since the last day of the absence.
 */
export const RETENTION = {
  unusedFaces: { unit: 'months', least: 3, most: 60 },
  formerStudents: { unit: 'years', least: 1, most: 50 },
  activity: { unit: 'years', least: 1, most: 50 },
  importCopies: { unit: 'days', least: 7, most: 730 },
  absenceReasons: { unit: 'months', least: 1, most: 120 },
} as const satisfies Record<string, { unit: RetentionUnit; least: number; most: number }>;
export type RetentionUnit = 'days' | 'months' | 'years';
export type RetentionRule = keyof typeof RETENTION;

/** After how many of its units each goes; null: it is kept for as long as the register. */
export type RetentionRules = Record<RetentionRule, number | null>;

/** So many days before something of a student is erased, admins are told. */
export const NOTICE_DAYS = 14;
/** After so many days without a run nobody has seen the notices, or the clock is wrong. */
const BREAK_DAYS = 7;
/** For so long nothing is erased after such a break, or after the rules were changed. */
const HOLD_DAYS = 3;

const DAY_MS = 86_400_000;

const atMidnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (midnight: number): string => new Date(midnight).toISOString().slice(0, 10);

export function daysAfter(day: string, days: number): string {
  return dayOf(atMidnight(day) + days * DAY_MS);
}

/** The same day of another month, or the last of that month where it has no such day. */
function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  const kept = Math.min(date, lastOfMonth.getUTCDate());
  return dayOf(lastOfMonth.setUTCDate(kept));
}

function after(day: string, count: number, unit: RetentionUnit): string {
  if (unit === 'days') return daysAfter(day, count);
  return monthsAfter(day, unit === 'years' ? 12 * count : count);
}

/** The first day on which something whose time began on `since` goes. */
export function dueOn(rule: RetentionRule, since: string, count: number): string {
  return after(since, count, RETENTION[rule].unit);
}

/** What began on this day or before goes today; never sooner than `dueOn` says. */
export function lastDayDue(rule: RetentionRule, today: string, count: number): string {
  return after(today, -count, RETENTION[rule].unit);
}

export function later(one: string, other: string): string {
  return one > other ? one : other;
}

/** Until when nothing is removed, once the rules are changed today. */
export function holdAfterChange(today: string): string {
  return daysAfter(today, HOLD_DAYS);
}

/**
 * Until when nothing is removed, on a run of today: after holidays people first see the notices,
 * and a clock that is set to another year does no harm for as long as somebody needs to notice.
 */
export function holdOf(
  { lastRunOn, holdUntil }: { lastRunOn: string | null; holdUntil: string | null },
  today: string,
): string {
  const isBreak =
    lastRunOn === null || lastRunOn > today || daysAfter(lastRunOn, BREAK_DAYS) <= today;
  const latest = daysAfter(today, HOLD_DAYS);
  if (isBreak) return latest;
  // A day further off was written under a clock that has been set back since.
  return holdUntil === null || holdUntil > latest ? today : holdUntil;
}
