import { expect, test } from 'vitest';
import { PHONE, readPhone, readRelation } from './guardian.ts';

test.each([
  ['98765 43210', 'IN', '+919876543210'],
  ['+91-98765-43210', null, '+919876543210'],
  ['0091 98765 43210', 'GB', '+919876543210'],
  ['919876543210', null, '+919876543210'],
  ['020 7946 0958', 'GB', '+442079460958'],
  ['98765 43210', null, null],
  ['12', 'IN', null],
  ['call me', 'IN', null],
])('%s from %s', (text, country, phone) => {
  expect(readPhone(text, country)).toBe(phone);
  if (phone !== null) expect(phone).toMatch(PHONE);
});

test('relations in the words that lists use', () => {
  expect(['Mata', 'FATHER', 'nani', 'bhai', 'Parent', 'Uncle'].map(readRelation)).toEqual([
    ...['mother', 'father', 'grandparent', 'sibling', 'guardian', 'other'],
  ]);
});
