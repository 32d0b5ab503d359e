import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayLesson } from '../contract/timetable.contract.ts';
import { clashOf, type LessonSlot } from './clash.ts';
import { planDay } from './day-plan.ts';
import { addDays, daysOf, mondayOf, weekdayOf } from './days.ts';
import { localInstant } from './local-instant.ts';
import { noSchoolOn } from './school-days.ts';
import { holdsOn, overlaps, type Validity } from './validity.ts';

const anyDay = fc.integer({ min: 0, max: 400 }).map((offset) => addDays('2026-01-01', offset));
const validity: fc.Arbitrary<Validity> = fc
  .tuple(anyDay, fc.option(fc.integer({ min: 0, max: 200 }), { nil: null }))
  .map(([from, length]) => ({ from, to: length === null ? null : addDays(from, length) }));
const slot: fc.Arbitrary<LessonSlot> = fc
  .record({
    of: validity,
    weekday: fc.integer({ min: 1, max: 7 }),
    startsAt: fc.integer({ min: 0, max: 1380 }),
    length: fc.integer({ min: 1, max: 59 }),
    classId: fc.constantFrom('8B', '9A'),
    teacherId: fc.constantFrom('Rahman', 'Silva'),
    room: fc.constantFrom('Lab 2', ' lab  2', 'Hall', null),
  })
  .map(({ of, length, ...rest }) => ({ ...rest, ...of, endsAt: rest.startsAt + length }));

describe('days', () => {
  it('know their weekday and the Monday of their week', () => {
    expect(weekdayOf('2026-03-02')).toBe(1);
    expect(weekdayOf('2026-03-08')).toBe(7);
    fc.assert(
      fc.property(anyDay, (day) => {
        const monday = mondayOf(day);
        expect(weekdayOf(monday)).toBe(1);
        expect(daysOf({ from: monday, to: addDays(monday, 6) })).toContain(day);
      }),
    );
  });

  it('overlap exactly where some day belongs to both', () => {
    fc.assert(
      fc.property(validity, validity, (one, other) => {
        const days = daysOf({ from: '2026-01-01', to: addDays('2026-01-01', 700) });
        const shared = days.some((day) => holdsOn(one, day) && holdsOn(other, day));
        expect(overlaps(one, other)).toBe(shared);
      }),
      { numRuns: 60 },
    );
  });
});

describe('clashOf', () => {
  const lesson: LessonSlot = {
    weekday: 1,
    startsAt: 540,
    endsAt: 585,
    classId: '8B',
    teacherId: 'Rahman',
    room: 'Lab 2',
    from: '2026-01-05',
    to: null,
  };

  it('names class, then teacher, then room', () => {
    expect(clashOf(lesson, { ...lesson, teacherId: 'Silva' })).toBe('class');
    expect(clashOf(lesson, { ...lesson, classId: '9A' })).toBe('teacher');
    const elsewhere = { ...lesson, classId: '9A', teacherId: 'Silva' };
    expect(clashOf(lesson, { ...elsewhere, room: 'LAB  2 ' })).toBe('room');
    expect(clashOf(lesson, { ...elsewhere, room: null })).toBeNull();
  });

  it('lets one lesson begin as another ends, and follow it from the day after its last', () => {
    expect(clashOf(lesson, { ...lesson, startsAt: 585, endsAt: 630 })).toBeNull();
    const before = { ...lesson, to: '2026-02-28' };
    expect(clashOf(before, { ...lesson, from: '2026-03-01' })).toBeNull();
    expect(clashOf(before, { ...lesson, from: '2026-02-28' })).toBe('class');
  });

  it('is the same seen from either side, and every lesson is in its own way', () => {
    fc.assert(
      fc.property(slot, slot, (one, other) => {
        expect(clashOf(one, other)).toBe(clashOf(other, one));
        expect(clashOf(one, one)).toBe('class');
      }),
    );
  });
});

describe('noSchoolOn', () => {
  const days = (from: string, to: string) => ({ id: from, name: 'Autumn', from, to });

  it('asks the terms only where there are some', () => {
    expect(noSchoolOn('2026-07-01', { terms: [], holidays: [] })).toBeNull();
    const terms = [days('2026-01-05', '2026-03-27')];
    expect(noSchoolOn('2026-03-27', { terms, holidays: [] })).toBeNull();
    expect(noSchoolOn('2026-03-28', { terms, holidays: [] })).toEqual({ kind: 'outsideTerms' });
  });

  it('names the holiday, in term and out of it', () => {
    const terms = [days('2026-01-05', '2026-03-27')];
    const holidays = [days('2026-02-16', '2026-02-20')];
    const holiday = { kind: 'holiday', name: 'Autumn' };
    expect(noSchoolOn('2026-02-16', { terms, holidays })).toEqual(holiday);
    expect(noSchoolOn('2026-02-20', { terms: [], holidays })).toEqual(holiday);
    expect(noSchoolOn('2026-02-21', { terms, holidays })).toBeNull();
  });
});

describe('planDay', () => {
  const at = (hour: number, minute = 0) => Date.UTC(2026, 2, 2, hour, minute);
  function lesson(hour: number, fate: DayLesson['fate'] = { kind: 'none' }): DayLesson {
    return {
      id: `${hour}`,
      weekday: 1,
      startsAt: hour * 60,
      endsAt: hour * 60 + 45,
      classId: 'c',
      className: '8B',
      subjectId: 's',
      subjectName: 'Mathematics',
      teacherId: 't',
      teacherName: 'Rahman',
      room: null,
      from: '2026-01-05',
      to: null,
      beginsAt: at(hour),
      finishesAt: at(hour, 45),
      fate,
    };
  }
  const ids = (lessons: DayLesson[]) => lessons.map(({ id }) => id);

  it('offers the lesson that runs, names the ones to come, and those over without a register', () => {
    const lessons = [
      lesson(8),
      lesson(9, { kind: 'taken', sessionId: 'x' }),
      lesson(10, { kind: 'notHeld', reason: 'Excursion', by: 'Rahman' }),
      lesson(11),
      lesson(12),
    ];
    const plan = planDay({ day: '2026-03-02', noSchool: null, lessons }, at(11, 10));
    expect(ids(plan.notTaken)).toEqual(['8']);
    expect(ids(plan.notHeld)).toEqual(['10']);
    expect(ids(plan.now)).toEqual(['11']);
    expect(ids(plan.next)).toEqual(['12']);
  });

  it('offers a lesson ten minutes before it begins, until it is over', () => {
    const day = { day: '2026-03-02', noSchool: null, lessons: [lesson(9)] };
    expect(ids(planDay(day, at(8, 49)).now)).toEqual([]);
    expect(ids(planDay(day, at(8, 50)).now)).toEqual(['9']);
    expect(ids(planDay(day, at(9, 45) - 1).now)).toEqual(['9']);
    expect(ids(planDay(day, at(9, 45)).notTaken)).toEqual(['9']);
  });

  it('expects nothing on a day without school', () => {
    const noSchool = { kind: 'holiday', name: 'Founders’ Day' } as const;
    const plan = planDay({ day: '2026-03-02', noSchool, lessons: [lesson(8)] }, at(12));
    expect(plan).toEqual({ now: [], next: [], notTaken: [], notHeld: [] });
  });
});

describe('localInstant', () => {
  // Clocks that go from UTC+0 to UTC+60 at one in the morning of 29 March 2026, UTC.
  const change = Date.UTC(2026, 2, 29, 1);
  const offset = (at: number) => (at >= change ? 60 : 0);

  it('shows the time asked for on the clocks of the school, also around a change of the clocks', () => {
    const shown = (at: number) => new Date(at + offset(at) * 60_000).toISOString();
    expect(shown(localInstant('2026-03-28', 540, offset))).toBe('2026-03-28T09:00:00.000Z');
    expect(shown(localInstant('2026-03-29', 0, offset))).toBe('2026-03-29T00:00:00.000Z');
    expect(shown(localInstant('2026-03-29', 540, offset))).toBe('2026-03-29T09:00:00.000Z');
  });
});
