import { expect, test } from 'vitest';
import { comparisonKey, nameOrder } from './text-keys.ts';

test('names are the same whatever their case and Unicode form', () => {
  expect(comparisonKey('10B')).toBe(comparisonKey('10b'));
  expect(comparisonKey('CAFE\u0301')).toBe(comparisonKey('caf\u00e9'));
  expect(comparisonKey('ÄPFEL')).toBe(comparisonKey('äpfel'));
  expect(comparisonKey('Café')).not.toBe(comparisonKey('Cafe'));
});

test('names in the order people expect', () => {
  const names = ['10B', 'Zoë', '9A', 'Émile', 'Emil', 'zoe', '10A'];
  expect(names.toSorted(nameOrder.compare)).toEqual([
    '9A',
    '10A',
    '10B',
    'Emil',
    'Émile',
    'Zoë',
    'zoe',
  ]);
});
