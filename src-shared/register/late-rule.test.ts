import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalAt } from './late-rule.ts';

const startedAt = Date.UTC(2026, 10, 21, 9, 0);
const minutes = (count: number) => startedAt + count * 60_000;

describe('arrivalAt', () => {
  it('is late from the very instant the rule names', () => {
    const session = { startedAt, scheduledAt: null, lateAfterMinutes: 10 };
    expect(arrivalAt(minutes(10) - 1, session)).toBe('onTime');
    expect(arrivalAt(minutes(10), session)).toBe('late');
  });

  it('knows no late where the class knows none', () => {
    const session = { startedAt, scheduledAt: null, lateAfterMinutes: null };
    expect(arrivalAt(minutes(600), session)).toBe('onTime');
  });

  it('calls everyone late from the start at zero minutes', () => {
    expect(arrivalAt(startedAt, { startedAt, scheduledAt: null, lateAfterMinutes: 0 })).toBe(
      'late',
    );
  });

  it('counts from the scheduled start, whenever the register was begun', () => {
    const session = { scheduledAt: startedAt, lateAfterMinutes: 10 };
    for (const begun of [minutes(-5), minutes(0), minutes(15)]) {
      expect(arrivalAt(minutes(10) - 1, { ...session, startedAt: begun })).toBe('onTime');
      expect(arrivalAt(minutes(10), { ...session, startedAt: begun })).toBe('late');
    }
  });

  it('never takes back lateness as time goes on', () => {
    const offset = fc.integer({ min: 0, max: 20_000_000 });
    fc.assert(
      fc.property(offset, offset, fc.integer({ min: 0, max: 240 }), (a, b, lateAfterMinutes) => {
        const session = { startedAt, scheduledAt: null, lateAfterMinutes };
        const [first, then] = [startedAt + Math.min(a, b), startedAt + Math.max(a, b)];
        const becameEarly =
          arrivalAt(first, session) === 'late' && arrivalAt(then, session) === 'onTime';
        expect(becameEarly).toBe(false);
      }),
    );
  });
});
