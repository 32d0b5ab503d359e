import type { SeededRandom } from './seeded-random.ts';

/** One lesson that a class has every week; the indexes are into the school's lists. */
export interface Lesson {
  classIndex: number;
  subjectIndex: number;
  teacherIndex: number;
  weekday: number;
  start: { hour: number; minute: number };
}

const STARTS = [
  { hour: 8, minute: 30 },
  { hour: 9, minute: 25 },
  { hour: 10, minute: 40 },
  { hour: 11, minute: 35 },
  { hour: 13, minute: 15 },
];
const WEEKDAYS = [0, 1, 2, 3, 4];
/** On this many days of the week a class has a second lesson with its register taken. */
const SECOND_LESSONS = 2;

export interface SchoolSize {
  classes: number;
  subjects: number;
  teachers: number;
}

/**
 * A week's lessons in the order of a day. The class's place in the list shifts who teaches when,
 * so that no teacher is in two rooms at once.
 */
export function weeklyLessons(size: SchoolSize, random: SeededRandom): Lesson[] {
  const doubled = new Set(random.shuffled(WEEKDAYS).slice(0, SECOND_LESSONS));
  const slots = WEEKDAYS.flatMap((weekday) =>
    random
      .shuffled(STARTS)
      .slice(0, doubled.has(weekday) ? 2 : 1)
      .toSorted((a, b) => a.hour - b.hour)
      .map((start) => ({ weekday, start })),
  );
  return slots.flatMap((slot, index) =>
    Array.from({ length: size.classes }, (_, classIndex) => ({
      ...slot,
      classIndex,
      subjectIndex: (index + classIndex) % size.subjects,
      teacherIndex: (index + classIndex) % size.teachers,
    })),
  );
}
