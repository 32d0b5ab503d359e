import { expect, test } from 'vitest';
import { nameOrder } from './name-order.ts';

test('names in the order people expect', () => {
  const names = ['राम', '10B', 'कमला', 'Zoë', '9A', 'Émile', 'Emil', 'zoe', '10A'];
  expect(names.toSorted(nameOrder.compare)).toEqual([
    '9A',
    '10A',
    '10B',
    'Emil',
    'Émile',
    'Zoë',
    'zoe',
    'कमला',
    'राम',
  ]);
});
