import { expect, test } from 'vitest';
import { DESCRIPTOR_MODEL } from './descriptor-model.ts';
import { likenessOf, likenessTo, viewsOf } from './look-alike.ts';

const model = DESCRIPTOR_MODEL;
const leaning = (cosine: number) => [cosine, Math.sqrt(1 - cosine * cosine), 0];
const view = Float32Array.of(1, 0, 0);
const across = Float32Array.of(0, 0, 1);

test('the nearest two templates of both count, wherever they stand', () => {
  const face = Float32Array.from([...leaning(0.3), ...leaning(0.81), ...leaning(0.5)]);
  expect(likenessTo(viewsOf([across, view]), face).nearest).toBeCloseTo(0.81, 6);
  expect(likenessTo(viewsOf([across]), face).nearest).toBeCloseTo(0, 6);
});

test('views are pooled before they are taken for a face', () => {
  const face = Float32Array.from([...leaning(0.95), ...leaning(0.2)]);
  expect(likenessTo(viewsOf([view, view]), face).pooled).toBeCloseTo(0.95, 6);
  const { pooled, nearest } = likenessTo(viewsOf([view, across]), face);
  expect(pooled).toBeCloseTo(0.95 * Math.SQRT1_2, 6);
  expect(nearest).toBeCloseTo(0.95, 6);
});

test('a face looks opposite when it is, and no nearer', () => {
  const { nearest, pooled } = likenessTo(viewsOf([view]), Float32Array.of(-1, 0, 0));
  expect([nearest, pooled]).toEqual([-1, -1]);
});

test.each([
  [model.lookAlike.score, 'some'],
  [model.accept, 'much'],
  [model.duplicate, 'twins'],
] as const)('a score of %f is said as %s', (value, likeness) => {
  expect(likenessOf(value, model)).toBe(likeness);
});
