import { expect, test } from 'vitest';
import { dot, dotAt, l2Normalise, mean, norm, pool } from './vector.ts';

test('inner products, also of lengths that are no multiple of four', () => {
  const a = Float32Array.of(1, 2, 3, 4, 5, 6, 7);
  expect(dot(a, a)).toBe(140);
  expect(dotAt(Float32Array.of(1, 1), a, 2)).toBe(7);
});

test('unit length, and a zero vector left as it is', () => {
  expect(norm(l2Normalise([3, 4]))).toBeCloseTo(1, 6);
  expect([...l2Normalise([0, 0])]).toEqual([0, 0]);
});

test('weighted mean and pool', () => {
  const [x, y] = [Float32Array.of(1, 0), Float32Array.of(0, 1)];
  expect([...mean([x, y], [3, 1])]).toEqual([0.75, 0.25]);
  expect(norm(pool([x, y]))).toBeCloseTo(1, 6);
  expect(() => mean([])).toThrow(RangeError);
});
