import { ORPCError } from '@orpc/client';
import { beforeAll, expect, test } from 'vitest';
import { errorText } from './error-text.ts';
import { setUpI18n } from './i18n.ts';

beforeAll(setUpI18n);

test('a clash says what clashes, by name', () => {
  const error = new ORPCError('CONFLICT', { data: { what: 'studentNumber', name: 'Ann Lee' } });
  expect(errorText(error)).toEqual({
    title: 'This student ID belongs to Ann Lee',
    advice: 'Check the number. If Ann Lee is archived, bring that student back instead.',
  });
});

test('a clash of a kind without words of its own still has words', () => {
  const error = new ORPCError('CONFLICT', { data: { what: 'somethingNew' } });
  expect(errorText(error).title).toBe('This already exists');
});

test('a refused password says why', () => {
  const error = new ORPCError('INVALID', { data: { field: 'password', why: 'containsUsername' } });
  expect(errorText(error).title).toBe('The password contains the user name');
});

test('a wait is said in seconds, then in minutes', () => {
  const after = (retryAfterMs: number) =>
    errorText(new ORPCError('LOCKED_OUT', { data: { retryAfterMs } })).advice;
  expect(after(29_100)).toBe('Wait 30 seconds, then try again.');
  expect(after(5 * 60_000)).toBe('Wait 5 minutes, then try again.');
});

test('a wrong passphrase names the wait only when there is one', () => {
  const advice = (retryAfterMs: number) =>
    errorText(new ORPCError('WRONG_PASSPHRASE', { data: { retryAfterMs } })).advice;
  expect(advice(0)).not.toContain('second');
  expect(advice(2_000)).toContain('2 seconds');
});

test('a code that the contract does not know is a fault of ours', () => {
  expect(errorText(new ORPCError('TEAPOT')).title).toBe('Something went wrong');
});

test('what is no answer at all means that the connection is gone', () => {
  expect(errorText(new Error('The port is closed')).title).toBe(
    'Rollcall lost touch with its register',
  );
});
