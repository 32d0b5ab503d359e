import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitDayAndTime } from './day-and-time.ts';
import { findDayOrder } from './day-order.ts';
import { readDay } from './read-day.ts';
import { readMarks } from './read-marks.ts';
import { readTime } from './read-time.ts';

const two = (value: number) => String(value).padStart(2, '0');
const DAY_MS = 86_400_000;
const days = fc
  .integer({ min: 0, max: 20_000 })
  .map((at) => new Date(Date.UTC(1990, 0, 1) + at * DAY_MS).toISOString().slice(0, 10));
const minutes = fc.integer({ min: 0, max: 1439 });
const clock = (at: number) => `${two(Math.floor(at / 60))}:${two(at % 60)}`;

function clock12(at: number): string {
  const hour = Math.floor(at / 60);
  return `${hour % 12 || 12}:${two(at % 60)} ${hour < 12 ? 'am' : 'PM'}`;
}

describe('times', () => {
  test('of every minute are read back, by the clock of 24 hours and of 12', () => {
    fc.assert(
      fc.property(minutes, (at) => {
        expect(readTime(clock(at))).toBe(at);
        expect(readTime(clock12(at))).toBe(at);
        expect(readTime(clock(at).replace(':', ''))).toBe(at);
      }),
    );
  });

  test.each([
    ['9.30', 570],
    ['०९:३०', 570],
    ['9 am', 540],
    ['12 a.m.', 0],
    ['09:30:59', 570],
    ['24:00', null],
    ['13:00 pm', null],
    ['9:75', null],
    ['', null],
    ['period 1', null],
  ])('%s', (text, at) => {
    expect(readTime(text)).toBe(at);
  });
});

describe('headings of registers', () => {
  test('are split as this app writes them, whatever the subject is called', () => {
    const subjects = fc.constantFrom('Maths', 'हिन्दी', '2nd language', 'P.E. (boys)', '');
    fc.assert(
      fc.property(days, minutes, subjects, (day, at, subject) => {
        const heading = `${day} ${clock(at)} ${subject}`.trim();
        expect(splitDayAndTime(heading)).toEqual({ day, time: clock(at), rest: subject });
      }),
    );
  });

  test.each(['Total P', 'Name', 'Present %', '2026', '12', '', '0001'])('not %j', (heading) => {
    expect(splitDayAndTime(heading)).toBeNull();
  });
});

describe('the order of day and month', () => {
  const typed = (day: string, order: 'dayFirst' | 'monthFirst') => {
    const [year, month, date] = day.split('-');
    return order === 'dayFirst' ? `${date}/${month}/${year}` : `${month}/${date}/${year}`;
  };
  const orders = fc.constantFrom('dayFirst', 'monthFirst');

  test('is never said to be seen where the dates would be read otherwise', () => {
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 30 }), orders, (list, order) => {
        const texts = list.map((day) => typed(day, order));
        const found = findDayOrder(texts, '2050-01-01');
        if (found.kind === 'open') return;
        const read = found.kind === 'seen' ? found.order : 'dayFirst';
        expect(texts.map((text) => readDay(text, read))).toEqual(list);
      }),
    );
  });

  test('of school days in one month is the likely one', () => {
    const month = ['02', '03', '04', '05', '06'].map((date) => `2025-03-${date}`);
    for (const order of ['dayFirst', 'monthFirst'] as const) {
      const texts = month.map((day) => typed(day, order));
      expect(findDayOrder(texts, '2026-01-01')).toMatchObject({ kind: 'open', likely: order });
    }
  });
});

test('a row a mark, and a column a register, say the same', () => {
  fc.assert(
    fc.property(days, minutes, (day, at) => {
      const long = readMarks(
        [{ line: 2, cells: ['7', day, clock(at), 'P'] }],
        { line: 1, cells: [] },
        { fields: ['studentNumber', 'day', 'time', 'status'], dayOrder: 'dayFirst' },
      );
      const wide = readMarks(
        [{ line: 2, cells: ['7', 'P', ''] }],
        { line: 1, cells: ['ID', `${day} ${clock(at)}`, `${day} 23:59`] },
        { fields: ['studentNumber', 'register', 'register'], dayOrder: 'dayFirst' },
      );
      expect(wide.map(({ mark }) => mark)).toEqual(long.map(({ mark }) => mark));
      expect(wide.map(({ column }) => column)).toEqual([1]);
    }),
  );
});
