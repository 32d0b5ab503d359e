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

test.each([
  ['हिन्दी', 'हिंदी'],
  ['हँसमुख', 'हंसमुख'],
  ['ज़ैनब', 'जैनब'],
  ['क\u094d\u200dया', 'क्या'],
  ['चम्पा', 'चंपा'],
])('%s is found by %s', (name, typed) => {
  expect(searchKey(name)).toBe(searchKey(typed));
});

test.each([
  ['रमा', 'राम'],
  ['रीमा', 'राम'],
  ['कल', 'काल'],
  ['দীপা', 'দীপু'],
  ['கமலா', 'கமலி'],
])('%s is another name than %s: vowel signs are letters', (name, typed) => {
  expect(searchKey(name)).not.toContain(searchKey(typed));
});

test('the beginning of a name in Devanagari finds it', () => {
  expect(searchKey('रामेश्वर')).toContain(searchKey('राम'));
  expect(searchKey('रामेश्वर')).toContain(searchKey('रामे'));
});

test('a search is its words', () => {
  expect(searchWords('  García   ana ')).toEqual(['garcia', 'ana']);
  expect(searchWords('   ')).toEqual([]);
});
