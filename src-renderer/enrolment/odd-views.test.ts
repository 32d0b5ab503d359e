import { expect, it } from 'vitest';
import { l2Normalise } from '#shared/recognition/vector.ts';
import { oddViews } from './odd-views.ts';

const ann = [l2Normalise([1, 0.1, 0]), l2Normalise([1, 0, 0.1]), l2Normalise([1, 0.1, 0.1])];
const stranger = l2Normalise([0, 1, 0.2]);

it('finds the one picture of somebody else', () => {
  expect([...oddViews([...ann, stranger])]).toEqual([3]);
});

it('has nothing to say of one person, or of one picture', () => {
  expect(oddViews(ann).size).toBe(0);
  expect(oddViews([stranger]).size).toBe(0);
});

it('cannot tell which of two is wrong', () => {
  expect(oddViews([ann[0]!, stranger]).size).toBe(2);
});
