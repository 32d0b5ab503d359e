import { expect, test } from 'vitest';
import { impersonalFileName } from './impersonal-file-name.ts';

test('a file name without names and numbers of people', () => {
  const people = ['Asha Verma', 'José Ruiz', 'ADM-10023'];
  expect(impersonalFileName('Verma, asha – marks 8B.xlsx', people)).toBe('…, … – marks 8B.xlsx');
  expect(impersonalFileName('jose_10023.csv', people)).toBe('…_….csv');
  expect(impersonalFileName('students 2026.xlsx', people)).toBe('students 2026.xlsx');
  expect(impersonalFileName('वर्मा हाज़िरी.xlsx', ['आशा वर्मा'])).toBe('… हाज़िरी.xlsx');
});
