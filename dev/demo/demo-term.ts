import type { Platform } from '#main/platform.ts';
import { arrivalOf, type Habits, habitsOf } from './demo-attendance.ts';
import { DAY_MS, localInstant, type SchoolDay, schoolDays } from './demo-calendar.ts';
import type { DemoClient } from './demo-client.ts';
import { type Action, lessonActions } from './demo-lesson.ts';
import type { DemoPeople } from './demo-people.ts';
import { enterSchoolYear } from './demo-school-year.ts';
import { type Lesson, weeklyLessons } from './demo-timetable.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A lesson and its corrections fit into an hour; one that would reach into the future is left out. */
const LESSON_MS = 60 * 60_000;

type TimetabledLesson = Lesson & { id: string };

export interface Term {
  admin: DemoClient;
  people: DemoPeople;
  platform: Platform;
  setClock: (at: number) => void;
  /** The real present, which the term ends at. */
  now: number;
  weeks: number;
  random: SeededRandom;
  onWeek?: ((week: number) => void) | undefined;
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`There is no item ${index}.`);
  return found;
}

/** Those who move to another class, leave, or whose family changes its mind. */
async function changePeople({ admin, people }: Term, dayIndex: number): Promise<void> {
  const { students, classes } = people;
  if (dayIndex === 14) {
    await admin.people.students.update({ id: at(students, 3).id, classId: at(classes, 1).id });
  }
  if (dayIndex === 22) {
    const { id: studentId } = at(students, 10);
    const consents = await admin.enrolment.consents({ studentId });
    if (consents.length > 0) await admin.enrolment.withdrawConsent({ studentId });
  }
  if (dayIndex === 31)
    await admin.people.students.update({ id: at(students, 47).id, archived: true });
}

async function planLesson(
  term: Term,
  lesson: TimetabledLesson,
  { startsAt, dayIndex }: { startsAt: number; dayIndex: number },
  habits: ReadonlyMap<string, Habits>,
): Promise<Action[]> {
  const { people, random } = term;
  const { id: classId, lateAfterMinutes } = at(people.classes, lesson.classIndex);
  const teacher = at(people.teachers, lesson.teacherIndex).client;
  const roster = await teacher.people.students.list({ classId });
  const arrivals = roster.flatMap(({ id: studentId }) => {
    const of = habits.get(studentId);
    return of === undefined
      ? []
      : [{ studentId, arrival: arrivalOf(of, { day: dayIndex, lateAfterMinutes }, random) }];
  });
  const subjectId = at(people.subjectIds, lesson.subjectIndex);
  return lessonActions(
    { teacher, classId, subjectId, lessonId: lesson.id, startsAt, lateAfterMinutes, arrivals },
    random,
  );
}

async function runDay(
  term: Term,
  { day, weekday }: SchoolDay,
  dayIndex: number,
  { lessons, habits }: { lessons: TimetabledLesson[]; habits: ReadonlyMap<string, Habits> },
): Promise<void> {
  const instant = (hour: number, minute: number) =>
    localInstant(day, { hour, minute }, term.platform.utcOffsetMinutes);
  if (instant(8, 0) > term.now) return;
  term.setClock(instant(8, 0));
  await changePeople(term, dayIndex);
  if (weekday === 0 || dayIndex === 0) {
    for (const { client, credentials } of term.people.teachers) {
      await client.accounts.signIn(credentials);
    }
  }
  const actions: Action[] = [];
  for (const lesson of lessons) {
    const startsAt = instant(lesson.start.hour, lesson.start.minute);
    if (lesson.weekday !== weekday || startsAt + LESSON_MS > term.now) continue;
    actions.push(...(await planLesson(term, lesson, { startsAt, dayIndex }, habits)));
  }
  // In order of time over all rooms: the register's clock never goes back.
  for (const action of actions.toSorted((a, b) => a.at - b.at)) {
    term.setClock(Math.floor(action.at));
    await action.run();
  }
}

/** Lives through a term: every lesson's register is taken, closed and here and there corrected. */
export async function liveThroughTerm(term: Term): Promise<void> {
  const { people, random, weeks, now } = term;
  const days = schoolDays(weeks, now);
  const weekly = weeklyLessons(
    {
      classes: people.classes.length,
      subjects: people.subjectIds.length,
      teachers: people.teachers.length,
    },
    random,
  );
  const ids = await enterSchoolYear({ admin: term.admin, people, lessons: weekly, weeks, now });
  const lessons = weekly.map((lesson, index) => ({ ...lesson, id: at(ids, index) }));
  const habits = new Map(people.students.map(({ id }) => [id, habitsOf(days.length, random)]));
  for (const [dayIndex, day] of days.entries()) {
    if (day.week !== days[dayIndex - 1]?.week) term.onWeek?.(day.week);
    await runDay(term, day, dayIndex, { lessons, habits });
  }
}

/** A moment before the first school day, when the admin enters the school. */
export function beforeTerm(weeks: number, now: number): number {
  const [first] = schoolDays(weeks, now);
  return (first?.day ?? now) - 3 * DAY_MS + 9 * 60 * 60_000;
}
