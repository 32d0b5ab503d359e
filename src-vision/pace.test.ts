import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pace } from './pace.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('cheap work keeps its time, dear work comes round less often', async () => {
  const pace = new Pace(100, 0.25);
  expect(pace.everyMs).toBe(100);
  pace.measure(() => vi.advanceTimersByTime(5));
  expect(pace.everyMs).toBe(100);
  const dear = async () => {
    vi.advanceTimersByTime(300);
    return 'done';
  };
  expect(await pace.time(dear)).toBe('done');
  // 0.7 x 5 ms + 0.3 x 300 ms, in a quarter of the time
  expect(pace.everyMs).toBeCloseTo(374);
});
