import type { TimetableDay } from '#shared/contract/timetable.contract.ts';

/** The hours a week shows, in minutes since midnight, on full hours. */
export interface GridHours {
  from: number;
  to: number;
}

const USUAL: GridHours = { from: 8 * 60, to: 15 * 60 };

/** Eight to three, and as much before and after as the lessons need. */
export function hoursOf(days: readonly TimetableDay[]): GridHours {
  const lessons = days.flatMap((day) => day.lessons);
  return {
    from: Math.min(USUAL.from, ...lessons.map(({ startsAt }) => Math.floor(startsAt / 60) * 60)),
    to: Math.max(USUAL.to, ...lessons.map(({ endsAt }) => Math.ceil(endsAt / 60) * 60)),
  };
}

/** The full hours to be written beside the grid. */
export function fullHours({ from, to }: GridHours): number[] {
  return Array.from({ length: (to - from) / 60 }, (_, hour) => from + hour * 60);
}

/** Monday to Friday, and a day of the weekend that has lessons. */
export function daysShown(days: readonly TimetableDay[]): TimetableDay[] {
  return days.filter(({ lessons }, index) => index < 5 || lessons.length > 0);
}

const STEP = 5;

/** The time at a share (0 to 1) of the grid's height, on five minutes. */
export function timeAt(share: number, { from, to }: GridHours): number {
  const exact = from + share * (to - from);
  return Math.min(to - STEP, Math.max(from, Math.floor(exact / STEP) * STEP));
}
