import { expect, test } from 'vitest';
import type { Status } from '../contract/status.ts';
import { ownFigures } from './own-figures.ts';
import { firstNameAndInitial, placesShown } from './places.ts';

const status = (code: string, meaning: Status['meaning'], points: number): Status => ({
  code,
  label: code,
  meaning,
  points,
  colour: 'grey',
  shortcut: null,
  roles: [],
});
const STATUSES = [
  status('P', 'present', 1),
  status('L', 'present', 0.5),
  status('A', 'absent', 0),
  status('E', 'ignored', 0),
];
const marks = (codes: string, subjectName = 'Maths') =>
  [...codes].map((code) => ({ subjectName, code: code === '-' ? null : code }));

test('late counts as there, excused and unmarked do not count and break no streak', () => {
  const figures = ownFigures(marks('PL-EPAPPP'), STATUSES);
  expect(figures).toMatchObject({ share: 6 / 7, points: 5.5, streak: 3 });
  expect(ownFigures(marks('AP'), STATUSES).streak).toBe(0);
  expect(ownFigures(marks('E-PP'), STATUSES).streak).toBe(2);
  expect(ownFigures(marks('E-'), STATUSES)).toMatchObject({ share: null, points: 0, streak: 0 });
});

test('each subject has a share of its own, by name', () => {
  const both = [...marks('PA', 'Maths'), ...marks('E', 'Art')];
  expect(ownFigures(both, STATUSES).subjects).toEqual([
    { subjectName: 'Art', registers: 1, share: null },
    { subjectName: 'Maths', registers: 2, share: 0.5 },
  ]);
});

test.each([
  ['Dev Rao', 'Dev R.'],
  ['Anna Maria de Souza', 'Anna S.'],
  ['  Cher ', 'Cher'],
  ['Łukasz Ömer', 'Łukasz Ö.'],
])('%s is shown as %s', (fullName, shown) => {
  expect(firstNameAndInitial(fullName)).toBe(shown);
});

test('equal points share a place, and one’s own is shown even after the tenth', () => {
  const students = Array.from({ length: 14 }, (_, index) => ({
    studentId: String(index),
    fullName: `Pupil ${String.fromCharCode(65 + index)}`,
    points: index < 2 ? 20 : 20 - index,
  }));
  const places = placesShown(students, '13');
  expect(places.map(({ place }) => place)).toEqual([1, 1, 3, 4, 5, 6, 7, 8, 9, 10, 14]);
  expect(places.at(-1)).toEqual({ place: 14, name: 'Pupil N.', points: 7, isMe: true });
  expect(placesShown(students, '0')).toHaveLength(10);
});
