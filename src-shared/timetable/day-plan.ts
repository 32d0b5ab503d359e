import type { DayLesson, TimetableDay } from '../contract/timetable.contract.ts';

/** A day's lessons by what is to be done about them. */
export interface DayPlan {
  /** Running, or about to begin, with no register yet. */
  now: DayLesson[];
  /** The lessons yet to come, by start. */
  next: DayLesson[];
  /** Over, without a register and without a word that they were not held. */
  notTaken: DayLesson[];
  /** Those that did not take place. */
  notHeld: DayLesson[];
}

/** How long before a lesson begins it is offered as the one to start. */
const EARLY_MS = 10 * 60_000;

/**
 * Sorts a day's lessons by the clock. On a day without school nothing is expected: nothing is
 * offered and nothing counts as not taken. A lesson whose register is open or taken is in none
 * of the lists.
 */
export function planDay({ noSchool, lessons }: TimetableDay, now: number): DayPlan {
  const plan: DayPlan = { now: [], next: [], notTaken: [], notHeld: [] };
  for (const lesson of lessons) {
    if (lesson.fate.kind === 'notHeld') plan.notHeld.push(lesson);
    if (lesson.fate.kind !== 'none' || noSchool !== null) continue;
    if (now >= lesson.finishesAt) plan.notTaken.push(lesson);
    else if (now >= lesson.beginsAt - EARLY_MS) plan.now.push(lesson);
    else plan.next.push(lesson);
  }
  return plan;
}
