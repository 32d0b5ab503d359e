import { expect, it } from 'vitest';
import type { RosterEntry } from '#shared/contract/register.contract.ts';
import { isByHand } from './is-by-hand.ts';

const row = (matchable: boolean): RosterEntry => ({
  studentId: 'a',
  studentNumber: '1',
  fullName: 'A',
  matchable,
  mark: null,
  unsure: false,
  seenAt: null,
});
const some = { roster: [row(false), row(true)] };
const live = { kind: 'live' } as const;
const ready = { kind: 'ready' } as const;

it('is by hand without a camera, without the engine, or where no face is enrolled', () => {
  expect(isByHand(some, live, ready)).toBe(false);
  expect(isByHand(some, { kind: 'starting' }, ready)).toBe(false);
  expect(isByHand(some, { kind: 'trouble' }, ready)).toBe(true);
  expect(isByHand(some, live, { kind: 'failed' })).toBe(true);
  expect(isByHand({ roster: [row(false)] }, live, ready)).toBe(true);
});
