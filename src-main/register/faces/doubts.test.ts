import { expect, it } from 'vitest';
import { Doubts } from './doubts.ts';

const first = { trackId: 1, beganAt: 1_000 };
const second = { trackId: 2, beganAt: 1_000 };
const unsureOf = (doubts: Doubts) => ['ann', 'bea', 'cas'].filter((id) => doubts.isUnsure(id));

it('tells who is newly in doubt', () => {
  const doubts = new Doubts();
  expect(doubts.add(first, ['ann', 'bea'])).toEqual(['ann', 'bea']);
  expect(doubts.add(second, ['bea', 'cas'])).toEqual(['cas']);
  expect(unsureOf(doubts)).toEqual(['ann', 'bea', 'cas']);
});

it('is over for all of one face when somebody says whose it was, and is not opened again', () => {
  const doubts = new Doubts();
  doubts.add(first, ['ann', 'bea']);
  expect(doubts.settle('ann', { kind: 'answered' })).toEqual(['ann', 'bea']);
  expect(doubts.add(first, ['bea', 'cas'])).toEqual([]);
  expect(doubts.add({ ...first, beganAt: 60_000 }, ['bea'])).toEqual(['bea']);
});

it('goes on for who is in doubt for another face', () => {
  const doubts = new Doubts();
  doubts.add(first, ['ann', 'bea']);
  doubts.add(second, ['bea', 'cas']);
  expect(doubts.settle('ann', { kind: 'answered' })).toEqual(['ann']);
  expect(unsureOf(doubts)).toEqual(['bea', 'cas']);
});

it('is over when this face is matched after all, and narrower when another one is', () => {
  const doubts = new Doubts();
  doubts.add(first, ['ann', 'bea']);
  doubts.add(second, ['bea', 'cas']);
  doubts.settle('bea', { kind: 'matched', track: second });
  expect(unsureOf(doubts)).toEqual(['ann']);
});

it('is narrower when a student is known to be away', () => {
  const doubts = new Doubts();
  doubts.add(first, ['ann', 'bea']);
  expect(doubts.settle('ann', { kind: 'away' })).toEqual(['ann']);
  expect(unsureOf(doubts)).toEqual(['bea']);
});

it('is over for those of whom somebody says that it was none of them', () => {
  const doubts = new Doubts();
  doubts.add(first, ['ann', 'bea']);
  doubts.add(second, ['bea', 'cas']);
  expect(doubts.dismiss(new Set(['ann', 'bea']))).toEqual(['ann']);
  expect(doubts.add(first, ['bea', 'ann'])).toEqual([]);
  expect(unsureOf(doubts)).toEqual(['bea', 'cas']);
});
