import { expect, test } from 'vitest';
import { classKey } from './known-students.ts';

test.each([
  ['8 B', '8b'],
  ['8-B', '8B'],
  ['10 . A', '10a'],
  ['1/2', '1-2'],
])('%s and %s are one class', (one, other) => {
  expect(classKey(one)).toBe(classKey(other));
});

test('numbers on both sides of a separator are not run together', () => {
  expect(new Set(['1-12', '11-2', '1/2', '12', '112'].map(classKey)).size).toBe(5);
});
