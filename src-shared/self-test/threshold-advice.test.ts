import { expect, test } from 'vitest';
import { adviseOnThreshold, possibleRate } from './threshold-advice.ts';

const many = (score: number, count: number) => Array.from({ length: count }, () => score);

test('few pictures say nothing', () => {
  const scores = { genuine: many(0.9, 19), impostor: many(0.3, 100) };
  expect(adviseOnThreshold(scores, 0.84)).toEqual({ kind: 'tooFew' });
  expect(adviseOnThreshold({ ...scores, genuine: many(0.9, 20) }, 0.84)).toEqual({ kind: 'keep' });
});

test('a higher threshold where others get in and little is lost', () => {
  const scores = { genuine: many(0.95, 20), impostor: [...many(0.5, 59), 0.861] };
  expect(adviseOnThreshold(scores, 0.84)).toEqual({
    kind: 'higher',
    there: { threshold: 0.88, far: 0, frr: 0 },
  });
});

test('a lower one where people are refused and others stay clear of it', () => {
  const scores = { genuine: [...many(0.9, 18), 0.8, 0.7], impostor: many(0.6, 60) };
  expect(adviseOnThreshold(scores, 0.84)).toEqual({
    kind: 'lower',
    there: { threshold: 0.61, far: 0, frr: 0 },
  });
});

test('no threshold helps where others score as high as oneself', () => {
  const scores = { genuine: [...many(0.9, 10), ...many(0.86, 10)], impostor: many(0.87, 60) };
  expect(adviseOnThreshold(scores, 0.84)).toEqual({
    kind: 'overlap',
    there: { threshold: 0.88, far: 0, frr: 0.5 },
  });
});

test('the threshold stays where a lower one would let others in', () => {
  const scores = { genuine: [...many(0.9, 19), 0.8], impostor: [...many(0.5, 59), 0.835] };
  expect(adviseOnThreshold(scores, 0.84)).toEqual({ kind: 'keep' });
});

test('none in sixty leaves one in twenty possible', () => {
  expect(possibleRate(60)).toBe(0.05);
  expect(possibleRate(0)).toBe(1);
});
