import { expect, test } from 'vitest';
import { comparisonKey, nameOrder, searchKey, searchWords } from './text-keys.ts';

test('names are the same whatever their case and Unicode form', () => {
  expect(comparisonKey('10B')).toBe(comparisonKey('10b'));
  expect(comparisonKey('CAFE\u0301')).toBe(comparisonKey('caf\u00e9'));
  expect(comparisonKey('ÄPFEL')).toBe(comparisonKey('äpfel'));
  expect(comparisonKey('Café')).not.toBe(comparisonKey('Cafe'));
});

test.each([
  ['García Núñez', 'garcia nunez'],
  ['Łukasz Żółć', 'lukasz zolc'],
  ['Søren Ærø', 'soren aero'],
  ['Weiß', 'weiss'],
  ['İpek Işık', 'ipek isik'],
  ['Nguyễn Thị Ánh', 'nguyen thi anh'],
  ['Đặng', 'dang'],
])('%s is found by %s', (name, typed) => {
  expect(searchKey(name)).toContain(searchKey(typed));
});

test('letters of other scripts are kept', () => {
  expect(searchKey('Мария')).toBe('мария');
  expect(searchKey('王小明')).toBe('王小明');
  expect(searchKey('محمد')).toBe('محمد');
});

test('a search is its words', () => {
  expect(searchWords('  García   ana ')).toEqual(['garcia', 'ana']);
  expect(searchWords('   ')).toEqual([]);
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
