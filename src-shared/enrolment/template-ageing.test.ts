import { describe, expect, test } from 'vitest';
import { DESCRIPTOR_MODEL } from '../recognition/descriptor-model.ts';
import { ageingOf, mayRefresh } from './template-ageing.ts';

const { ageing, refresh } = DESCRIPTOR_MODEL;
const times = (count: number, score: number) => Array.from({ length: count }, () => score);

describe('faces age', () => {
  test.each([
    ['too few marks say nothing', times(ageing.marks - 1, ageing.weak - 0.01), null],
    ['the latest marks are weak', times(ageing.marks, ageing.weak - 0.01), 'weak'],
    ['they are at the threshold', times(ageing.marks, ageing.weak), null],
    ['one bad day does not count', [...times(9, 0.94), 0.84], null],
    ['bad days long ago do not count', [...times(5, 0.84), ...times(5, 0.94)], null],
    ['they fell far', [...times(5, 0.95), ...times(5, 0.89)], 'sinking'],
    ['they fell a little', [...times(5, 0.93), ...times(5, 0.89)], null],
    ['they fell far and are still good', [...times(5, 0.98), ...times(5, 0.92)], null],
  ] as const)('%s', (_what, scores, reason) => {
    expect(ageingOf(scores, DESCRIPTOR_MODEL)).toBe(reason);
  });
});

describe('a match takes the place of an old template', () => {
  const day = 86_400_000;
  const facts = {
    allowed: true,
    policy: 'standard' as const,
    score: refresh,
    hasLookAlike: false,
    changedAt: 0,
    now: 30 * day,
  };

  test('when it is allowed, live, sure, unlike others and due', () => {
    expect(mayRefresh(facts, DESCRIPTOR_MODEL)).toBe(true);
  });

  test.each([
    { allowed: false },
    { policy: 'off' as const },
    { score: refresh - 0.001 },
    { hasLookAlike: true },
    { now: 30 * day - 1 },
  ])('never with %o', (change) => {
    expect(mayRefresh({ ...facts, ...change }, DESCRIPTOR_MODEL)).toBe(false);
  });
});
