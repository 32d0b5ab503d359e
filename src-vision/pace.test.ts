import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('cheap work keeps its time, dear work comes round less often', async () => {
  const pace = new Pace(100, 0.25);
  expect(pace.everyMs).toBe(100);
  await pace.time(() => sleep(5));
  expect(pace.everyMs).toBe(100);
  expect(await pace.time(() => sleep(300).then(() => 'done'))).toBe('done');
  expect(pace.everyMs).toBeGreaterThan(300);
});
