import { expect, test } from 'vitest';
import { attemptDelay, LONGEST_DELAY_MS, remainingDelay } from './attempt-delay.ts';

test('the first wrong attempts are free, then the delay doubles up to an hour', () => {
  const seconds = Array.from({ length: 15 }, (_, failed) => attemptDelay(failed) / 1000);
  expect(seconds).toEqual([0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]);
  expect(attemptDelay(5000)).toBe(LONGEST_DELAY_MS);
});

test('what remains of a lock', () => {
  expect(remainingDelay(null, 1_000)).toBe(0);
  expect(remainingDelay(5_000, 1_000)).toBe(4_000);
  expect(remainingDelay(5_000, 5_000)).toBe(0);
  expect(remainingDelay(5_000, 9_000)).toBe(0);
});

test('a lock set by a clock that ran years ahead is void', () => {
  expect(remainingDelay(1_000 + LONGEST_DELAY_MS, 1_000)).toBe(LONGEST_DELAY_MS);
  expect(remainingDelay(1_001 + LONGEST_DELAY_MS, 1_000)).toBe(0);
});
