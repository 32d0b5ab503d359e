const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** The instant at which clocks at the school show this time on this day (midnight UTC of it). */
export function localInstant(
  day: number,
  time: { hour: number; minute: number },
  utcOffsetMinutes: (at: number) => number,
): number {
  const shown = day + (time.hour * 60 + time.minute) * MINUTE_MS;
  return shown - utcOffsetMinutes(shown) * MINUTE_MS;
}

export interface SchoolDay {
  /** Midnight UTC of the calendar day. */
  day: number;
  /** 0 for Monday to 4 for Friday. */
  weekday: number;
  /** From 0, counted from the first week of the term. */
  week: number;
}

/**
 * The school days of the term that ends with the day of `now`: Monday to Friday, without the
 * half-term week in the middle.
 */
export function schoolDays(weeks: number, now: number): SchoolDay[] {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  const firstMonday = today - (sinceMonday + (weeks - 1) * 7) * DAY_MS;
  const halfTerm = Math.floor(weeks / 2);
  const days: SchoolDay[] = [];
  for (let day = firstMonday; day <= today; day += DAY_MS) {
    const fromStart = (day - firstMonday) / DAY_MS;
    const [week, weekday] = [Math.floor(fromStart / 7), fromStart % 7];
    if (weekday < 5 && week !== halfTerm) days.push({ day, weekday, week });
  }
  return days;
}
