import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  daysAfter,
  dueOn,
  holdOf,
  lastDayDue,
  RETENTION,
  type RetentionRule,
} from './retention.ts';

test.each([
  ['unusedFaces', '2026-01-31', 1, '2026-02-28'],
  ['unusedFaces', '2026-03-02', 12, '2027-03-02'],
  ['formerStudents', '2024-02-29', 1, '2025-02-28'],
  ['formerStudents', '2026-07-15', 5, '2031-07-15'],
  ['importCopies', '2026-12-20', 30, '2027-01-19'],
] as const)('%s of %s, %i: %s', (rule, since, count, due) => {
  expect(dueOn(rule, since, count)).toBe(due);
});

test('what is due by the last day is due by its own day, whatever the calendar', () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((count) => daysAfter('1990-01-01', count));
  const rules = fc.constantFrom(...(Object.keys(RETENTION) as RetentionRule[]));
  fc.assert(
    fc.property(days, rules, fc.integer({ min: 1, max: 60 }), (today, rule, count) => {
      const last = lastDayDue(rule, today, count);
      expect(dueOn(rule, last, count) <= today).toBe(true);
      // At most the days that a shorter month lacks are waited for.
      expect(dueOn(rule, daysAfter(last, 4), count) > today).toBe(true);
    }),
  );
});

test.each([
  ['never ran', null, null, '2026-05-13'],
  ['ran yesterday', '2026-05-09', null, '2026-05-10'],
  ['ran before the holidays', '2026-05-03', null, '2026-05-13'],
  ['ran under a clock that was ahead', '2031-01-01', '2031-01-04', '2026-05-13'],
  ['ran yesterday, on hold', '2026-05-09', '2026-05-12', '2026-05-12'],
  ['ran yesterday, the hold is over', '2026-05-09', '2026-05-08', '2026-05-08'],
  ['ran yesterday, held by a clock that was ahead', '2026-05-09', '2031-01-04', '2026-05-10'],
])('%s: nothing goes before %s %s %s', (_what, lastRunOn, holdUntil, expected) => {
  expect(holdOf({ lastRunOn, holdUntil }, '2026-05-10')).toBe(expected);
});
