import { expect, it } from 'vitest';
import type { StudentHistory } from '../contract/register.contract.ts';
import { studentFigures } from './student-figures.ts';

const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

const STATUSES = [
  { code: 'P', meaning: 'present' },
  { code: 'A', meaning: 'absent' },
  { code: 'E', meaning: 'ignored' },
] as StudentHistory['statuses'];

type Mark = [day: string, subjectName: string, code: string | null, rest?: object];

/** Newest first, as the register tells it. */
function historyOf(marks: readonly Mark[]): StudentHistory {
  const entries = marks.map(([day, subjectName, code, rest]) => ({
    startedAt: Date.parse(`${day}T09:00:00Z`),
    subjectName,
    code,
    method: code === null ? null : 'face',
    reason: null,
    standing: 'counts',
    ...rest,
  }));
  return { statuses: STATUSES, entries: entries.reverse() as StudentHistory['entries'] };
}

it('adds up days, months and subjects', () => {
  const figures = studentFigures(
    historyOf([
      ['2026-02-27', 'Maths', 'P'],
      ['2026-03-02', 'Maths', 'A'],
      ['2026-03-02', 'Art', 'E'],
      ['2026-03-03', 'Art', null],
    ]),
    dayOf,
  );
  expect(figures.days).toEqual([
    { key: '2026-02-27', present: 1, absent: 0, ignored: 0 },
    { key: '2026-03-02', present: 0, absent: 1, ignored: 1 },
    { key: '2026-03-03', present: 0, absent: 0, ignored: 0 },
  ]);
  expect(figures.months.map(({ key, absent }) => [key, absent])).toEqual([
    ['2026-02', 0],
    ['2026-03', 1],
  ]);
  expect(figures.subjects.map(({ key }) => key)).toEqual(['Art', 'Maths']);
});

it('knows how long the student was there or away without a break', () => {
  const codes = ['P', 'P', 'P', 'A', 'A', 'E', 'P', null];
  const marks = codes.map((code, index): Mark => [`2026-03-0${index + 1}`, 'Maths', code]);
  const { present, absent } = studentFigures(historyOf(marks), dayOf);
  expect(present).toEqual({ current: 1, longest: 3 });
  expect(absent).toEqual({ current: 0, longest: 2 });
});

it('tells how marks were made; a rule with a reason knew beforehand', () => {
  const { methods } = studentFigures(
    historyOf([
      ['2026-03-01', 'Maths', 'P'],
      ['2026-03-02', 'Maths', 'P'],
      ['2026-03-03', 'Maths', 'P'],
      ['2026-03-06', 'Maths', 'A', { method: 'rule' }],
      ['2026-03-07', 'Maths', 'A', { method: 'rule' }],
      ['2026-03-04', 'Maths', 'E', { method: 'rule', reason: 'Dentist' }],
      ['2026-03-05', 'Maths', null],
    ]),
    dayOf,
  );
  expect(methods).toEqual([
    { method: 'face', hasReason: false, marks: 3 },
    { method: 'rule', hasReason: false, marks: 2 },
    { method: 'rule', hasReason: true, marks: 1 },
  ]);
});

it('leaves out what did not take place, and days in another class', () => {
  const { days, methods, absent } = studentFigures(
    historyOf([
      ['2026-03-01', 'Maths', 'P'],
      ['2026-03-02', 'Maths', 'A', { standing: 'discarded' }],
      ['2026-03-03', 'Maths', 'A', { standing: 'notInClass' }],
    ]),
    dayOf,
  );
  expect(days.map(({ key }) => key)).toEqual(['2026-03-01']);
  expect(methods).toEqual([{ method: 'face', hasReason: false, marks: 1 }]);
  expect(absent.longest).toBe(0);
});
