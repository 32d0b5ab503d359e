/** How large a synthetic school is, and for how long registers were taken in it. */
export interface SchoolSize {
  students: number;
  classes: number;
  teachers: number;
  subjects: number;
  /** Of 38 school weeks each. */
  years: number;
}

/** 2,000 students over three years: about 2 million events; and a tenth of them. */
export const SIZES = {
  full: { students: 2_000, classes: 60, teachers: 40, subjects: 8, years: 3 },
  tenth: { students: 200, classes: 6, teachers: 4, subjects: 8, years: 3 },
} as const satisfies Record<string, SchoolSize>;

const WEEKS_A_YEAR = 38;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Registers of one class on Monday to Friday: nine a week. */
const LESSONS = [2, 2, 1, 2, 2] as const;
/** 4 September 2023, a Monday. */
const FIRST_MONDAY = Date.UTC(2023, 8, 4);

/** When the registers of one class were started, oldest first. */
export function lessonStarts({ years }: SchoolSize): number[] {
  const starts: number[] = [];
  for (let year = 0; year < years; year += 1) {
    for (let week = 0; week < WEEKS_A_YEAR; week += 1) {
      const monday = FIRST_MONDAY + (year * 52 + week) * 7 * DAY_MS;
      for (const [weekday, lessons] of LESSONS.entries()) {
        for (let lesson = 0; lesson < lessons; lesson += 1) {
          starts.push(monday + weekday * DAY_MS + (8 + 2 * lesson) * HOUR_MS);
        }
      }
    }
  }
  return starts;
}
