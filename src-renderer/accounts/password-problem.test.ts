import { beforeAll, expect, test } from 'vitest';
import { setUpI18n } from '#renderer/app/i18n.ts';
import { ownPasswordProblem, passwordProblem } from './password-problem.ts';

beforeAll(setUpI18n);
const school = { username: 'm.okafor', schoolName: 'Harbour Street' };

test.each([
  ['short', 'Use 10 to 128 characters.'],
  ['password123', 'This password is too well known'],
  ['abcabcabcabc', 'This password is too simple'],
  ['m.okafor 2026', 'contains the user name'],
  ['harbourstreet 7', 'contains the name of the school'],
])('%s is refused with the reason', (password, reason) => {
  expect(passwordProblem(password, school)).toContain(reason);
});

test('a passphrase of its own passes', () => {
  expect(passwordProblem('orange kettle balcony', school)).toBeNull();
});

test('the password one has is no new one', () => {
  const current = 'orange kettle balcony';
  expect(ownPasswordProblem(current, { ...school, current })).toContain('the password you have');
  expect(ownPasswordProblem('violet ladder jam', { ...school, current })).toBeNull();
  expect(ownPasswordProblem('password123', { ...school, current })).toContain('too well known');
});
