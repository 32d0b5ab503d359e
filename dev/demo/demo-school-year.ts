import { addDays } from '#shared/timetable/days.ts';
import { DAY_MS, type SchoolDay, schoolDays } from './demo-calendar.ts';
import type { DemoClient } from './demo-client.ts';
import type { DemoPeople } from './demo-people.ts';
import type { Lesson } from './demo-timetable.ts';

const LESSON_MINUTES = 45;
/** The term goes on for this many weeks after today. */
const WEEKS_TO_COME = 4;

const asDay = (midnight: number) => new Date(midnight).toISOString().slice(0, 10);

/** The weekdays between two school days that are further apart than a weekend. */
function halfTerm(days: readonly SchoolDay[]): { from: string; to: string } | null {
  for (const [index, { day }] of days.entries()) {
    const next = days[index + 1]?.day;
    if (next !== undefined && next - day > 4 * DAY_MS) {
      return { from: asDay(day + DAY_MS), to: asDay(next - DAY_MS) };
    }
  }
  return null;
}

interface SchoolYear {
  admin: DemoClient;
  people: DemoPeople;
  lessons: readonly Lesson[];
  weeks: number;
  now: number;
}

/**
 * Enters the term, half-term as a holiday, and the weekly lessons. Returns the timetable's id of
 * each lesson, in the order given.
 */
export async function enterSchoolYear({
  admin,
  people,
  lessons,
  weeks,
  now,
}: SchoolYear): Promise<string[]> {
  const days = schoolDays(weeks, now);
  const from = asDay(days[0]?.day ?? now);
  const to = addDays(asDay(now), WEEKS_TO_COME * 7);
  await admin.timetable.saveTerm({ name: 'This term', from, to });
  const holiday = halfTerm(days);
  if (holiday) await admin.timetable.saveHoliday({ name: 'Half-term', ...holiday });
  const ids: string[] = [];
  for (const { weekday, start, classIndex, subjectIndex, teacherIndex } of lessons) {
    const startsAt = start.hour * 60 + start.minute;
    const lesson = await admin.timetable.addLesson({
      weekday: weekday + 1,
      startsAt,
      endsAt: startsAt + LESSON_MINUTES,
      classId: people.classes[classIndex]?.id ?? '',
      subjectId: people.subjectIds[subjectIndex] ?? '',
      teacherId: people.teachers[teacherIndex]?.accountId ?? '',
      room: `Room ${classIndex + 1}`,
      from,
      to: null,
    });
    ids.push(lesson.id);
  }
  return ids;
}
