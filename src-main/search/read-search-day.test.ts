import { expect, test } from 'vitest';
import { readSearchDay } from './read-search-day.ts';

/** A Thursday. */
const today = '2026-11-19';

test.each([
  ['12 March 8B', '2026-03-12', ['8B']],
  ['8B mar 12', '2026-03-12', ['8B']],
  ['12th march 2024 maths', '2024-03-12', ['maths']],
  ['12 December', '2025-12-12', []],
  ['29 feb', '2024-02-29', []],
  ['12/3 8B', '2026-03-12', ['8B']],
  ['12.3.25', '2025-03-12', []],
  ['2026-03-12', '2026-03-12', []],
  ['yesterday 8B', '2026-11-18', ['8B']],
  ['Monday', '2026-11-16', []],
  ['thursday', '2026-11-19', []],
  ['12 मार्च 8B', '2026-03-12', ['8B']],
  ['सोमवार', '2026-11-16', []],
  ['कल', '2026-11-18', []],
])('%s', (search, day, words) => {
  expect(readSearchDay(search, today)).toEqual({ day, words });
});

test.each(['Dev Rao', '8B', '007', '31 feb', 'may', '13 dev', 'mon'.slice(0, 2), '1234'])(
  '%s names no day',
  (search) => {
    expect(readSearchDay(search, today)).toEqual({ day: null, words: search.split(' ') });
  },
);
