import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pointsOf } from './points.ts';

const STATUSES = [
  { code: 'P', points: 0.2 },
  { code: 'L', points: 0.1 },
  { code: 'A', points: 0 },
];

it('adds up without the dust of binary fractions', () => {
  expect(pointsOf(['P', 'L'], STATUSES)).toBe(0.3);
});

it('gives nothing for an unmarked register or an unknown status', () => {
  expect(pointsOf([null, 'X', 'A'], STATUSES)).toBe(0);
});

it('is the sum over the parts, however the marks are divided', () => {
  const codes = fc.array(fc.constantFrom('P', 'L', 'A', null), { maxLength: 300 });
  fc.assert(
    fc.property(codes, codes, (one, other) => {
      const together = pointsOf([...one, ...other], STATUSES);
      expect(together).toBeCloseTo(pointsOf(one, STATUSES) + pointsOf(other, STATUSES), 6);
    }),
  );
});
