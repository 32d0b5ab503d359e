import type { SeededRandom } from './seeded-random.ts';

/** How a student tends to come to school. */
export interface Habits {
  lateness: number;
  truancy: number;
  /** Days of the term (counted in school days) on which the student is ill, and excused for it. */
  ill: ReadonlySet<number>;
  excused: boolean;
}

/** Most come, some come late, a few stay away; half of them are ill for some days in the term. */
export function habitsOf(days: number, random: SeededRandom): Habits {
  const ill = new Set<number>();
  for (let spell = random.between(0, 2); spell > 0; spell -= 1) {
    const first = random.between(0, days * 2);
    const length = random.between(1, 5);
    for (let day = first; day < Math.min(first + length, days); day += 1) ill.add(day);
  }
  return {
    lateness: random.chance(0.12) ? 0.05 + random.next() * 0.2 : random.next() * 0.04,
    truancy: random.chance(0.08) ? 0.05 + random.next() * 0.2 : random.next() * 0.02,
    ill,
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
