import { describe, expect, it } from 'vitest';
import { COOL_DOWN_MS, isCoolingDown } from './cool-down.ts';

const now = Date.UTC(2026, 10, 21, 9, 0);

describe('isCoolingDown', () => {
  it('runs for sixty seconds and not a millisecond longer', () => {
    expect(COOL_DOWN_MS).toBe(60_000);
    expect(isCoolingDown(now, now)).toBe(true);
    expect(isCoolingDown(now - 59_999, now)).toBe(true);
    expect(isCoolingDown(now - 60_000, now)).toBe(false);
  });

  it('does not run before anything has happened', () => {
    expect(isCoolingDown(null, now)).toBe(false);
  });

  it('does not lock a student out when the clock was set back an hour', () => {
    expect(isCoolingDown(now + 3_600_000, now)).toBe(false);
  });
});
