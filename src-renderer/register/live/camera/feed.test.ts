import { expect, it } from 'vitest';
import type { Activity, ActivityKind } from '#shared/contract/activity.contract.ts';
import { feedLines, mergeFeed } from './feed.ts';

function activity(id: number, kind: ActivityKind, more: Partial<Activity> = {}): Activity {
  return {
    id: String(id).padStart(4, '0'),
    at: id * 1000,
    kind,
    actor: null,
    sessionId: 's',
    studentId: null,
    studentName: null,
    detail: {},
    ...more,
  };
}

const told = (feed: Activity[]) =>
  feedLines(feed).map(({ activity: { kind }, count }) => [kind, count]);

it('tells a run of the same thing once, with its newest', () => {
  const feed = mergeFeed(
    [],
    [activity(1, 'unknownFace'), activity(2, 'unknownFace'), activity(3, 'unknownFace')],
  );
  expect(feedLines(feed)).toEqual([{ activity: activity(3, 'unknownFace'), count: 3 }]);
});

it('keeps apart what is about different students or troubles', () => {
  const feed = [
    activity(5, 'cameraTrouble', { detail: { trouble: 'dark' } }),
    activity(4, 'cameraTrouble', { detail: { trouble: 'covered' } }),
    activity(3, 'suspectedPhoto', { studentId: 'a' }),
    activity(2, 'suspectedPhoto', { studentId: 'b' }),
  ];
  expect(told(feed)).toEqual([
    ['cameraTrouble', 1],
    ['cameraTrouble', 1],
    ['suspectedPhoto', 1],
    ['suspectedPhoto', 1],
  ]);
});

it('does not collapse across something else', () => {
  const feed = [activity(3, 'unknownFace'), activity(2, 'marked'), activity(1, 'unknownFace')];
  expect(told(feed)).toHaveLength(3);
});

it('takes in what was given twice and out of order once, newest first', () => {
  const first = activity(1, 'marked');
  const second = activity(2, 'unknownFace');
  const feed = mergeFeed(mergeFeed([], [second, first]), [first, second]);
  expect(feed.map(({ id }) => id)).toEqual(['0002', '0001']);
});

it('lets the oldest go after three hundred', () => {
  const many = Array.from({ length: 305 }, (_, index) => activity(index, 'marked'));
  const feed = mergeFeed([], many);
  expect(feed).toHaveLength(300);
  expect(feed.at(-1)?.at).toBe(5_000);
});
