import { expect, test } from 'vitest';
import { searchKey, searchWords } from './search-key.ts';

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
