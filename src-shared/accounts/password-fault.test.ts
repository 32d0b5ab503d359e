import { expect, test } from 'vitest';
import { COMMON_NUMBERS, COMMON_WORDS } from './common-passwords.ts';
import { type PasswordFault, passwordFault } from './password-fault.ts';

const account = { username: 'm.okafor', schoolName: 'Harbour Street School' };

test.each<[string, PasswordFault]>([
  ['passwordpassword', 'common'],
  ['Password2024!', 'common'],
  ['P@ssw0rd!!', 'common'],
  ['!!Welcome!!', 'common'],
  ['iLoveYou12345', 'common'],
  ['let me in please', 'common'],
  ['1029384756', 'common'],
  ['qwertyuiop', 'common'],
  ['September2026', 'common'],
  ['aaaaaaaaaaaa', 'pattern'],
  ['abcabcabcabc', 'pattern'],
  ['1212121212', 'pattern'],
  ['cdefghijklm', 'pattern'],
  ['lkjihgfedcba', 'pattern'],
  ['M.Okafor is here', 'containsUsername'],
  ['mOKAFOR-1987-x', 'containsUsername'],
  ['our harbour street school', 'containsSchoolName'],
])('%s is refused: %s', (password, fault) => {
  expect(passwordFault(password, account)).toBe(fault);
});

test.each([
  'orange kettle balcony',
  'violet-ladder-marmalade',
  'Harbour lights at dusk',
  'zX9#qLw2!vTe',
  'nüchtern grünes Fahrrad',
  '今日は良い天気ですね散歩',
])('%s is accepted', (password) => {
  expect(passwordFault(password, account)).toBeNull();
});

test('a user name too short to mean anything is no fault', () => {
  expect(passwordFault('annual planting of trees', { ...account, username: 'ann' })).toBeNull();
});

test('the lists are in the form they are compared in', () => {
  expect([...COMMON_WORDS].filter((word) => !/^[a-z]+$/.test(word))).toEqual([]);
  expect([...COMMON_NUMBERS].filter((word) => !/^\d{9,}$/.test(word))).toEqual([]);
  expect(COMMON_WORDS.size).toBeGreaterThan(300);
});
