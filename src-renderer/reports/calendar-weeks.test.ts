import { expect, it } from 'vitest';
import { calendarWeeks } from './calendar-weeks.ts';

const day = (key: string) => ({ key, present: 1, absent: 0, ignored: 0 });

it('puts days under their weekday, with the weeks between', () => {
  const { weeks, weekdays } = calendarWeeks([day('2026-03-20'), day('2026-03-02')]);
  expect(weekdays).toEqual([1, 5]);
  expect(weeks.map(({ monday, days }) => [monday, [...days.keys()]])).toEqual([
    ['2026-03-02', [1]],
    ['2026-03-09', []],
    ['2026-03-16', [5]],
  ]);
});

it('counts Sunday to the week before it, and is empty without days', () => {
  expect(calendarWeeks([day('2026-03-08')]).weeks).toMatchObject([{ monday: '2026-03-02' }]);
  expect(calendarWeeks([])).toEqual({ weeks: [], weekdays: [] });
});
