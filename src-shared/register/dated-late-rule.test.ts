import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../timetable/days.ts';
import { type DatedLateRule, FROM_THE_BEGINNING, lateRuleOn } from './dated-late-rule.ts';

const day = fc.integer({ min: 0, max: 60 }).map((offset) => addDays('2026-03-01', offset));
const minutes = fc.option(fc.integer({ min: 0, max: 240 }), { nil: null });
const rules = fc.uniqueArray(fc.record({ from: day, lateAfterMinutes: minutes }), {
  selector: ({ from }) => from,
});

it('is the rule that began last, whatever order they are given in', () => {
  const given: DatedLateRule[] = [
    { from: '2026-03-10', lateAfterMinutes: 5 },
    { from: FROM_THE_BEGINNING, lateAfterMinutes: 10 },
    { from: '2026-04-01', lateAfterMinutes: null },
  ];
  expect(lateRuleOn(given, '2026-03-09')).toBe(10);
  expect(lateRuleOn(given, '2026-03-10')).toBe(5);
  expect(lateRuleOn(given, '2026-03-31')).toBe(5);
  expect(lateRuleOn(given, '2026-04-01')).toBeNull();
  expect(lateRuleOn([], '2026-04-01')).toBeNull();
});

it('a rule changes no day before its first', () => {
  fc.assert(
    fc.property(rules, day, minutes, day, (given, from, lateAfterMinutes, asked) => {
      fc.pre(asked < from);
      const changed = [...given, { from, lateAfterMinutes }];
      expect(lateRuleOn(changed, asked)).toBe(lateRuleOn(given, asked));
    }),
  );
});
