import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asTime, inputOf, minutesOf, valuesOfNew } from './lesson-values.ts';

test('times go through the form unchanged', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
      expect(minutesOf(asTime(minutes))).toBe(minutes);
    }),
  );
  for (const wrong of ['', '9', '24:00', 'ab:cd']) expect(minutesOf(wrong)).toBeNull();
});

test('a new lesson begins where the week was clicked and ends 45 minutes later', () => {
  const whose = { kind: 'class', id: 'c' } as const;
  const values = valuesOfNew({ whose, day: '2026-03-03', startsAt: 585 });
  expect(values).toMatchObject({
    weekday: '2',
    startsAt: '09:45',
    endsAt: '10:30',
    classId: 'c',
    teacherId: '',
    from: '2026-03-03',
  });
  expect(inputOf({ ...values, room: '  ' }).room).toBeNull();
  expect(inputOf({ ...values, endsAt: '00:00' }).endsAt).toBe(1440);
});
