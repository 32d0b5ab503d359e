import { expect, test } from 'vitest';
import { usernameSchema } from '../contract/app.contract.ts';
import { suggestUsername } from './suggest-username.ts';

test.each([
  ['Dev Rao', 'dev.rao'],
  ['Anna Maria de Souza', 'anna.souza'],
  ['Łukasz Wiśniewski-Øst', 'lukasz.ost'],
  ['Cher', 'cher'],
  ['O’Neil Čapek', 'oneil.capek'],
  ['王小明', 'student-007'],
  ['Al', 'student-007'],
])('%s: %s', (fullName, username) => {
  const suggested = suggestUsername({ fullName, studentNumber: '007' }, new Set());
  expect(suggested).toBe(username);
  expect(usernameSchema.parse(suggested)).toBe(suggested);
});

test('a name that is taken gets a number, and a very long one is cut', () => {
  const dev = { fullName: 'Dev Rao', studentNumber: '7' };
  expect(suggestUsername(dev, new Set(['dev.rao', 'dev.rao2']))).toBe('dev.rao3');
  const long = { fullName: `${'A'.repeat(60)} B`, studentNumber: '7' };
  expect(usernameSchema.safeParse(suggestUsername(long, new Set())).success).toBe(true);
});
