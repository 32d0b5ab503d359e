import { expect, test } from 'vitest';
import { SET_ASIDE } from '#main/register/set-aside-reasons.ts';
import { APP_REASONS } from '#shared/register/app-reasons.ts';

test('the reasons that main writes down are those that are put into words', () => {
  expect(APP_REASONS.notInClass).toBe(SET_ASIDE.notInClass);
  expect(APP_REASONS.discarded('rain')).toBe(SET_ASIDE.discarded('rain'));
});
