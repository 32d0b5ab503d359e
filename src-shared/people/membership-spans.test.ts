import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysOf } from '../timetable/days.ts';
import { begunOn, belongsOn, type MembershipSpan, placedFrom } from './membership-spans.ts';

const START = '2026-01-01';
const day = fc.integer({ min: 0, max: 90 }).map((offset) => addDays(START, offset));
const classId = fc.constantFrom('8B', '9A', '10C');
const placement = fc.record({ classId, day });
const WHOLE = daysOf({ from: START, to: addDays(START, 120) });

const made = (placements: { classId: string; day: string }[]) =>
  placements.reduce<MembershipSpan[]>((spans, one) => placedFrom(spans, one), []);
const classOn = (spans: readonly MembershipSpan[], on: string) =>
  ['8B', '9A', '10C'].filter((one) => belongsOn(spans, one, on));

describe('placedFrom', () => {
  it('moves from a day on: the class before ends the day before', () => {
    const spans = made([
      { classId: '8B', day: '2026-01-05' },
      { classId: '9A', day: '2026-03-03' },
    ]);
    expect(spans).toEqual([
      { classId: '8B', from: '2026-01-05', to: '2026-03-02' },
      { classId: '9A', from: '2026-03-03', to: null },
    ]);
  });

  it('puts nobody into two classes on a day, and everybody who was placed into one at the end', () => {
    fc.assert(
      fc.property(fc.array(placement, { minLength: 1, maxLength: 6 }), (placements) => {
        const spans = made(placements);
        for (const on of WHOLE) expect(classOn(spans, on).length).toBeLessThanOrEqual(1);
        expect(classOn(spans, addDays(START, 120))).toEqual([placements.at(-1)?.classId]);
      }),
    );
  });

  it('leaves the days before alone and is of the class on every day from it on', () => {
    fc.assert(
      fc.property(fc.array(placement, { maxLength: 6 }), placement, (placements, next) => {
        const spans = made(placements);
        const after = placedFrom(spans, next);
        for (const on of WHOLE) {
          const expected = on < next.day ? classOn(spans, on) : [next.classId];
          expect(classOn(after, on)).toEqual(expected);
        }
      }),
    );
  });
});

describe('begunOn', () => {
  it('who joined in March was not in the class in February', () => {
    const spans = begunOn(made([{ classId: '8B', day: '2026-01-05' }]), '2026-03-03');
    expect(spans).toEqual([{ classId: '8B', from: '2026-03-03', to: null }]);
    expect(belongsOn(spans, '8B', '2026-02-27')).toBe(false);
  });

  it('moves the border between two classes either way', () => {
    const spans = made([
      { classId: '8B', day: '2026-01-05' },
      { classId: '9A', day: '2026-03-03' },
    ]);
    for (const border of ['2026-02-10', '2026-03-20']) {
      expect(begunOn(spans, border)).toEqual([
        { classId: '8B', from: '2026-01-05', to: addDays(border, -1) },
        { classId: '9A', from: border, to: null },
      ]);
    }
    expect(begunOn(spans, '2026-01-05')).toEqual([{ classId: '9A', from: '2026-01-05', to: null }]);
  });

  it('puts nobody into two classes, and begins the latest class on that day', () => {
    fc.assert(
      fc.property(fc.array(placement, { minLength: 1, maxLength: 6 }), day, (placements, from) => {
        const spans = made(placements);
        const after = begunOn(spans, from);
        for (const on of WHOLE) expect(classOn(after, on).length).toBeLessThanOrEqual(1);
        expect(after.at(-1)).toEqual({ classId: placements.at(-1)?.classId, from, to: null });
        for (const on of WHOLE.filter((one) => one < from && one < (spans.at(-1)?.from ?? ''))) {
          expect(classOn(after, on)).toEqual(classOn(spans, on));
        }
      }),
    );
  });
});
