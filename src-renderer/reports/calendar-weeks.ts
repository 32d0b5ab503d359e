import type { DayFigure } from '#shared/reports/student-figures.ts';

const DAY_MS = 86_400_000;

export interface CalendarWeek {
  /** YYYY-MM-DD. */
  monday: string;
  /** By ISO weekday: 1 is Monday. */
  days: ReadonlyMap<number, DayFigure>;
}

const isoWeekday = (day: string): number => ((new Date(Date.parse(day)).getUTCDay() + 6) % 7) + 1;

function mondayOf(day: string): string {
  const monday = Date.parse(day) - (isoWeekday(day) - 1) * DAY_MS;
  return new Date(monday).toISOString().slice(0, 10);
}

/**
 * Days as a calendar: every week from the first to the last, also those without a register, and
 * the weekdays on which there was one.
 */
export function calendarWeeks(days: readonly DayFigure[]): {
  weeks: CalendarWeek[];
  weekdays: number[];
} {
  const byWeek = new Map<string, Map<number, DayFigure>>();
  for (const day of days) {
    const monday = mondayOf(day.key);
    const week = byWeek.get(monday) ?? new Map<number, DayFigure>();
    byWeek.set(monday, week.set(isoWeekday(day.key), day));
  }
  const mondays = [...byWeek.keys()].sort();
  const weeks: CalendarWeek[] = [];
  const last = Date.parse(mondays.at(-1) ?? '');
  for (let at = Date.parse(mondays[0] ?? ''); at <= last; at += 7 * DAY_MS) {
    const monday = new Date(at).toISOString().slice(0, 10);
    weeks.push({ monday, days: byWeek.get(monday) ?? new Map() });
  }
  const weekdays = [...new Set(days.map(({ key }) => isoWeekday(key)))].sort((a, b) => a - b);
  return { weeks, weekdays };
}
