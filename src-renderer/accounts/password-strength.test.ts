import { expect, test } from 'vitest';
import { passwordSchema } from '#shared/contract/app.contract.ts';
import { MIN_PASSWORD, passwordStrength } from './password-strength.ts';

test.each([
  ['', 'tooShort'],
  ['123456789', 'tooShort'],
  ['1234567890', 'enough'],
  ['12345678901234', 'strong'],
  ['123456789012345678', 'veryStrong'],
] as const)('%j is %s', (password, strength) => {
  expect(passwordStrength(password)).toBe(strength);
});

test('the shortest password that is not too short is the shortest that the contract takes', () => {
  expect(passwordSchema.safeParse('x'.repeat(MIN_PASSWORD)).success).toBe(true);
  expect(passwordSchema.safeParse('x'.repeat(MIN_PASSWORD - 1)).success).toBe(false);
});
