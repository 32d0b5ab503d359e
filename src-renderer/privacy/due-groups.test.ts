import { expect, test } from 'vitest';
import type { DueStudent } from '#shared/contract/privacy.contract.ts';
import { groupsOf } from './due-groups.ts';

const student = (fullName: string, eraseOn: string, change: Partial<DueStudent> = {}) => ({
  studentId: fullName,
  studentNumber: fullName,
  fullName,
  className: '8B',
  rule: 'unusedFaces' as const,
  since: '2025-01-01',
  eraseOn,
  kept: false,
  ...change,
});

test('students stand together by day and rule, and those who are kept come last', () => {
  const groups = groupsOf([
    student('Ada', '2026-12-01', { kept: true }),
    student('Ben', '2026-12-01'),
    student('Cem', '2026-12-01', { rule: 'formerStudents' }),
    student('Dev', '2026-12-05'),
    student('Eve', '2026-12-01'),
  ]);
  expect(
    groups.map(({ rule, eraseOn, students }) => [rule, eraseOn, students.map((s) => s.fullName)]),
  ).toEqual([
    ['unusedFaces', '2026-12-01', ['Ben', 'Eve']],
    ['formerStudents', '2026-12-01', ['Cem']],
    ['unusedFaces', '2026-12-05', ['Dev']],
    ['unusedFaces', null, ['Ada']],
  ]);
});
