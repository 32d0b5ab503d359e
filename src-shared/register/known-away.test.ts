import { expect, test } from 'vitest';
import { isKnownAway } from './known-away.ts';

test('a rule gives a reason where absence was reported, and none at the closing', () => {
  expect(isKnownAway({ method: 'rule', reason: 'ill' })).toBe(true);
  expect(isKnownAway({ method: 'rule', reason: null })).toBe(false);
  expect(isKnownAway({ method: 'manual', reason: 'ill' })).toBe(false);
});
