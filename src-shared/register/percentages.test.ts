import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Meaning } from '../contract/register.contract.ts';
import { countMeanings, presentShare } from './percentages.ts';

const meaning = fc.constantFrom<Meaning | null>('present', 'absent', 'ignored', null);
const meanings = fc.array(meaning, { maxLength: 60 });

describe('countMeanings', () => {
  it('counts each status once, by its meaning', () => {
    const counts = countMeanings(['present', 'present', 'absent', 'ignored', null]);
    expect(counts).toEqual({ present: 2, absent: 1, ignored: 1, unmarked: 1 });
  });

  it('loses nobody', () => {
    fc.assert(
      fc.property(meanings, (given) => {
        const { present, absent, ignored, unmarked } = countMeanings(given);
        expect(present + absent + ignored + unmarked).toBe(given.length);
      }),
    );
  });
});

describe('presentShare', () => {
  it('is the share of sessions that count', () => {
    expect(presentShare({ present: 3, absent: 1 })).toBe(0.75);
  });

  it('is unknown where nothing counts, rather than nought', () => {
    expect(presentShare(countMeanings(['ignored', null]))).toBeNull();
  });

  it('is not moved by sessions that are excused or not marked', () => {
    fc.assert(
      fc.property(meanings, fc.nat(20), fc.nat(20), (given, excused, unmarked) => {
        const more: (Meaning | null)[] = [
          ...given,
          ...Array<Meaning>(excused).fill('ignored'),
          ...Array<null>(unmarked).fill(null),
        ];
        expect(presentShare(countMeanings(more))).toBe(presentShare(countMeanings(given)));
      }),
    );
  });

  it('stays between nought and one', () => {
    fc.assert(
      fc.property(meanings, (given) => {
        const share = presentShare(countMeanings(given));
        expect(share === null || (share >= 0 && share <= 1)).toBe(true);
      }),
    );
  });
});
