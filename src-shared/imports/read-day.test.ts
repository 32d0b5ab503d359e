import { expect, test } from 'vitest';
import { dayOrderOf, readDay } from './read-day.ts';

test.each([
  ['2026-06-15', '2026-06-15'],
  ['2026-06-15 00:00', '2026-06-15'],
  ['15/6/2026', '2026-06-15'],
  ['15.06.26', '2026-06-15'],
  ['15-Jun-2026', '2026-06-15'],
  ['1st July 2026', '2026-07-01'],
  ['29/2/2026', null],
  ['31/12/1899', null],
  ['soon', null],
  ['', null],
])('%s', (text, day) => {
  expect(readDay(text, 'dayFirst')).toBe(day);
});

test('which part is the day is seen from the whole column', () => {
  expect(dayOrderOf(['3/4/2026', '3/15/2026'])).toBe('monthFirst');
  expect(dayOrderOf(['3/4/2026', '15/3/2026'])).toBe('dayFirst');
  expect(dayOrderOf(['3/4/2026'])).toBe('dayFirst');
  expect(readDay('3/4/2026', 'monthFirst')).toBe('2026-03-04');
});
