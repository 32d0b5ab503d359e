import { expect, test } from 'vitest';
import { scrubber } from './scrub.ts';

const scrub = scrubber(['Meera Iyer', 'Meera', '/home/meera', 'A+', '(Zoë)', '']);

test('names go, in any case and with signs in them', () => {
  expect(scrub('register.mark of MEERA IYER failed for meera and (Zoë)')).toBe(
    'register.mark of … failed for … and …',
  );
});

test('addresses and long numbers go, times and places in the code stay', () => {
  expect(scrub('[2026-11-21 16:02:11.123] [error] to m.iyer@example.org, +91 98765 43210')).toBe(
    '[2026-11-21 16:02:11.123] [error] to …, …',
  );
  expect(scrub('    at open (index-DkX1.js:1204:33)')).toBe('    at open (index-DkX1.js:1204:33)');
  expect(scrub('SqliteError SQLITE_FULL')).toBe('SqliteError SQLITE_FULL');
});

test('without names lines are scrubbed all the same', () => {
  expect(scrubber([])('a@b.org')).toBe('…');
});
