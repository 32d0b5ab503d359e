import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BACKUP_EVERY_MS, isBackupDue, outdatedBackups } from './rotation.ts';

const day = (date: string, time = '12:00') => Date.parse(`${date}T${time}:00Z`);
const DAY_MS = 86_400_000;

test('of several backups of one day the newest stays', () => {
  const early = day('2026-03-02', '08:00');
  const late = day('2026-03-02', '15:00');
  expect(outdatedBackups([late, early])).toEqual([early]);
});

test('after a year of daily backups 7 days, 4 weeks and 12 months are left', () => {
  const start = day('2025-01-01');
  const all = Array.from({ length: 365 }, (_none, index) => start + index * DAY_MS);
  const gone = new Set(outdatedBackups(all));
  const left = all
    .filter((at) => !gone.has(at))
    .map((at) => new Date(at).toISOString().slice(0, 10));
  expect(left.slice(-7)).toEqual([
    '2025-12-25',
    '2025-12-26',
    '2025-12-27',
    '2025-12-28',
    '2025-12-29',
    '2025-12-30',
    '2025-12-31',
  ]);
  expect(left).toContain('2025-12-14');
  expect(left).toContain('2025-01-31');
  expect(left).toHaveLength(20);
});

test('rotating again removes nothing more, and the newest always stays', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 5_000 }), { minLength: 1 }), (hours) => {
      const all = hours.map((hour) => day('2024-01-01') + hour * 3_600_000);
      const gone = outdatedBackups(all);
      const left = all.filter((at) => !gone.includes(at));
      expect(outdatedBackups(left)).toEqual([]);
      expect(left).toContain(Math.max(...all));
    }),
  );
});

test('a backup is due after a day, before the first, and when the last is from the future', () => {
  const now = day('2026-03-02');
  expect(isBackupDue(null, now)).toBe(true);
  expect(isBackupDue(now - BACKUP_EVERY_MS + 1, now)).toBe(false);
  expect(isBackupDue(now - BACKUP_EVERY_MS, now)).toBe(true);
  expect(isBackupDue(now + 1, now)).toBe(true);
});
