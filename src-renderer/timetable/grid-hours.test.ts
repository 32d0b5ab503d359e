import { expect, test } from 'vitest';
import type { DayLesson, TimetableDay } from '#shared/contract/timetable.contract.ts';
import { daysShown, fullHours, hoursOf, timeAt } from './grid-hours.ts';

function day(name: string, ...times: [number, number][]): TimetableDay {
  const lessons = times.map(([startsAt, endsAt]) => ({ startsAt, endsAt }) as DayLesson);
  return { day: name, noSchool: null, lessons };
}

test('the grid shows eight to three, and more where a lesson needs it', () => {
  expect(hoursOf([day('a')])).toEqual({ from: 480, to: 900 });
  expect(hoursOf([day('a', [450, 495]), day('b', [930, 975])])).toEqual({ from: 420, to: 1020 });
  expect(fullHours({ from: 480, to: 660 })).toEqual([480, 540, 600]);
});

test('the weekend is shown where something is on', () => {
  const week = ['mo', 'tu', 'we', 'th', 'fr'].map((name) => day(name));
  const shown = daysShown([...week, day('sa', [540, 585]), day('su')]);
  expect(shown.map((one) => one.day)).toEqual(['mo', 'tu', 'we', 'th', 'fr', 'sa']);
});

test('a click is a time on five minutes within the grid', () => {
  const hours = { from: 480, to: 900 };
  expect(timeAt(0, hours)).toBe(480);
  expect(timeAt(0.25, hours)).toBe(585);
  expect(timeAt(0.26, hours)).toBe(585);
  expect(timeAt(1, hours)).toBe(895);
});
