import { expect, it } from 'vitest';
import type { Activity } from '#shared/contract/activity.contract.ts';
import type { RosterEntry } from '#shared/contract/register.contract.ts';
import { addDoubt, doubtsOfFeed, openDoubts } from './doubts.ts';

function student(studentId: string, unsure: boolean, marked = false): RosterEntry {
  return {
    studentId,
    studentNumber: studentId,
    fullName: studentId,
    matchable: true,
    mark: marked
      ? { code: 'P', method: 'manual', at: 1, score: null, reason: null, eventId: 'e' }
      : null,
    unsure,
    seenAt: null,
  };
}

const ids = (doubts: RosterEntry[][]) => doubts.map((entries) => entries.map((e) => e.studentId));

it('knows the same two students in either order', () => {
  const doubts = addDoubt(addDoubt([], ['ann', 'bea']), ['bea', 'ann']);
  expect(doubts).toEqual([['ann', 'bea']]);
});

it('offers both to choose from', () => {
  const roster = [student('ann', true), student('bea', true), student('cas', false)];
  expect(ids(openDoubts([['ann', 'bea']], roster))).toEqual([['ann', 'bea']]);
});

it('asks about the other one alone once one of the two is marked and the other still in doubt', () => {
  const roster = [student('ann', false, true), student('bea', true)];
  expect(ids(openDoubts([['ann', 'bea']], roster))).toEqual([['bea']]);
});

it('is over when both are settled', () => {
  const roster = [student('ann', false, true), student('bea', false)];
  expect(openDoubts([['ann', 'bea']], roster)).toEqual([]);
});

it('asks about those in doubt of whom it knows no rival, as after a restart', () => {
  expect(ids(openDoubts([], [student('ann', true), student('bea', false)]))).toEqual([['ann']]);
});

it('reads the doubts of before out of the feed', () => {
  const noted = (detail: Activity['detail'], kind: Activity['kind'] = 'unsureFace'): Activity => ({
    id: 'a',
    at: 1,
    kind,
    actor: null,
    sessionId: 's',
    studentId: 'ann',
    studentName: 'Ann',
    detail,
  });
  const feed = [noted({ other: 'bea' }), noted({ other: null }), noted({}, 'marked')];
  expect(doubtsOfFeed(feed)).toEqual([['ann', 'bea'], ['ann']]);
});
