import type { SeededRandom } from './seeded-random.ts';

/** How a student tends to come to school. */
export interface Habits {
  lateness: number;
  truancy: number;
  /** Days of the term (counted in school days) on which the student is ill, and excused for it. */
  ill: ReadonlySet<number>;
  excused: boolean;
}

/** How likely a student falls ill on a school day: about three spells in four terms. */
const FALLS_ILL = 0.013;

function daysIll(days: number, random: SeededRandom): Set<number> {
  const ill = new Set<number>();
  for (let day = 0; day < days; day += 1) {
    if (!random.chance(FALLS_ILL)) continue;
    const length = random.between(1, 5);
    for (let sick = day; sick < Math.min(day + length, days); sick += 1) ill.add(sick);
  }
  return ill;
}

/** Most come, some come late, a few stay away, and now and then somebody is ill. */
export function habitsOf(days: number, random: SeededRandom): Habits {
  return {
    lateness: random.chance(0.15) ? 0.05 + random.next() * 0.2 : random.next() * 0.06,
    truancy: random.chance(0.08) ? 0.05 + random.next() * 0.2 : random.next() * 0.05,
    ill: daysIll(days, random),
    excused: random.chance(0.75),
  };
}

/** How one student turns up to one lesson. */
export type Arrival =
  | { kind: 'comes'; afterMinutes: number }
  | { kind: 'staysAway' }
  | { kind: 'isExcused' };

/** Those who are late come after the class's `lateAfterMinutes`. */
export function arrivalOf(
  habits: Habits,
  { day, lateAfterMinutes }: { day: number; lateAfterMinutes: number },
  random: SeededRandom,
): Arrival {
  if (habits.ill.has(day)) return { kind: habits.excused ? 'isExcused' : 'staysAway' };
  if (random.chance(habits.truancy)) return { kind: 'staysAway' };
  const isLate = random.chance(habits.lateness);
  const afterMinutes = isLate
    ? lateAfterMinutes + 1 + random.next() * 15
    : random.next() * Math.min(6, lateAfterMinutes);
  return { kind: 'comes', afterMinutes };
}
